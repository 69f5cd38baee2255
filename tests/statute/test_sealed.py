"""The data of the statutes changes only on purpose."""

import importlib.util
from pathlib import Path

SEAL = Path(__file__).parents[2] / "tools/seal.py"


def seal():
    spec = importlib.util.spec_from_file_location("seal", SEAL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_data_of_the_statutes_is_as_it_was_sealed():
    assert seal().changed() == [], "changed on purpose? run .venv/bin/python tools/seal.py"


def test_a_digest_covers_what_a_file_says_and_not_its_layout(tmp_path):
    digest = seal().digest
    for name, text in (("a", "x = 1 # one"), ("b", "\nx  =  1\n"), ("c", "x = 2")):
        (tmp_path / name).write_text(text)
    assert digest(tmp_path / "a") == digest(tmp_path / "b") != digest(tmp_path / "c")
