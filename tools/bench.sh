#!/bin/sh
# Benchmarks, the ratios measured in one run. MarkItDown lives in an environment of its own.
set -eu
cd "$(dirname "$0")/.."
export PYTHONPATH=src
if [ ! -x .venv-bench/bin/markitdown ]; then
    echo "Installing MarkItDown into .venv-bench, to measure beside ..."
    .venv/bin/python -m venv .venv-bench
    .venv-bench/bin/pip install --quiet --disable-pip-version-check --require-hashes -r locks/bench.txt
fi
.venv/bin/python tools/bench/read.py "$@"
.venv/bin/python tools/bench/law.py
data=$(mktemp -d)
GONGKAI_DATA=$data .venv/bin/python tools/bench/search.py 20000
rm -r "$data"
