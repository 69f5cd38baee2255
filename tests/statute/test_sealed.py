"""The data of the statutes changes only on purpose."""

import seal


def test_the_data_of_the_statutes_is_as_it_was_sealed():
    assert seal.changed() == [], "changed on purpose? run .venv/bin/python tools/seal.py"


def test_a_digest_covers_what_a_file_says_and_not_its_layout(tmp_path):
    for name, text in (("a", "x = 1 # one"), ("b", "\nx  =  1\n"), ("c", "x = 2")):
        (tmp_path / name).write_text(text)
    assert seal.digest(tmp_path / "a") == seal.digest(tmp_path / "b")
    assert seal.digest(tmp_path / "a") != seal.digest(tmp_path / "c")


def test_every_table_but_the_glossary_is_sealed():
    sealed = set(seal.digests())
    assert {"laws/regulation.toml", "numbers/request.toml", "tables/form_2021.toml"} <= sealed
    assert "glossary.toml" not in sealed
