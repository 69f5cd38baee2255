#!/bin/sh
# What is too long for every change: mutation testing, the kill test, long fuzzing. SHORT=1 is CI's form.
set -eu
cd "$(dirname "$0")/.."
export PYTHONPATH=src
if [ "${SHORT:-}" ]; then
    seconds=20
    same="-seed=1" # red by a change, not by chance; at length it draws anew
    .venv/bin/python tools/kill.py 3
    .venv/bin/python tools/power_cut.py 5
else
    seconds=${SECONDS_A_TARGET:-600}
    same=""
    .venv/bin/pytest -n auto -m slow --hypothesis-profile=soak
    rm -rf mutants
    .venv/bin/mutmut run
    .venv/bin/python tools/mutation_score.py
    .venv/bin/python tools/kill.py 30
    .venv/bin/python tools/power_cut.py 100
fi
log=$(mktemp)
for target in tests/fuzz/fuzz_*.py; do
    [ -e "$target" ] || continue
    echo "Fuzzing $target for $seconds s ..."
    .venv/bin/python "$target" -max_total_time="$seconds" $same -timeout=20 -rss_limit_mb=4096 >"$log" 2>&1 ||
        { tail -60 "$log"; exit 1; }
    tail -1 "$log"
done
rm "$log"
