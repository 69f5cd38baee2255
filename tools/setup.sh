#!/bin/sh
# Makes .venv from the lock, on a machine that may have nothing but Python 3.11.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-python3.11}
command -v "$python" >/dev/null 2>&1 || python=python3

root=""
[ "$(id -u)" = 0 ] || ! command -v sudo >/dev/null 2>&1 || root=sudo

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Gongkai needs Python 3.11 or newer; $python is not." >&2
    exit 2
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    echo "Python's venv module is missing: installing Debian's python3-venv."
    $root apt-get update -qq && $root apt-get install -y -qq --no-install-recommends python3-venv
fi
[ -x .venv/bin/python ] || "$python" -m venv .venv
echo "Installing the locked packages into .venv (some minutes the first time) ..."
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
    -r locks/dev.txt
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
echo "Ready: .venv/bin/gongkai"
