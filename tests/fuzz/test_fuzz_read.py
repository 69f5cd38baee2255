"""A short run of the fuzzer; `tools/soak.sh` runs it for hours."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("atheris")

HARNESS = Path(__file__).with_name("fuzz_read.py")


def test_the_fuzzer_finds_nothing_in_a_short_run(tmp_path):
    source = HARNESS.parents[2] / "src"
    run = subprocess.run(
        [sys.executable, str(HARNESS), str(tmp_path / "corpus"), "-runs=400", "-seed=7",
         "-max_len=20000", f"-artifact_prefix={tmp_path}/"],
        capture_output=True, timeout=300, check=False, text=True,
        env={**os.environ, "PYTHONPATH": str(source)},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr[-3000:]
