#!/bin/sh
# Rewrites the lock files from pyproject.toml; they hold hashes and name no package index.
set -eu
cd "$(dirname "$0")/.."
uv=.venv/bin/uv
[ -x "$uv" ] || uv=uv
lock() {
    out=$1
    shift
    "$uv" pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-annotate --no-header --quiet "$@" -o "$out"
}
lock locks/core.txt
lock locks/web.txt --extra web
lock locks/dev.txt --all-extras --group dev
lock locks/bench.txt --group bench
