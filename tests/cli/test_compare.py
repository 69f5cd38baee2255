"""`gongkai compare` as a user calls it."""

import json

import pytest
from click.testing import CliRunner

from gongkai.cli.main import main
from gongkai.reports.model.exchange import to_json
from tests.reports.write.samples import complete


@pytest.fixture
def files(tmp_path):
    paths = [tmp_path / f"{year}.json" for year in (2022, 2023)]
    for path in paths:
        made = to_json(complete(year=int(path.stem)))
        path.write_text(json.dumps(made, ensure_ascii=False), "utf-8")
    return paths


def run(*words):
    return CliRunner().invoke(main, ["compare", *map(str, words)])


def test_the_default_is_text(files):
    result = run(*files)
    assert result.exit_code == 0
    assert "（七）总计" in result.stdout


def test_json_and_html_go_to_a_file(files, tmp_path):
    assert run(*files, "--format", "json", "-o", tmp_path / "a.json").exit_code == 0
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["figures"]
    assert run(*files, "--format", "html", "-o", tmp_path / "a.html").exit_code == 0
    assert "<svg" in (tmp_path / "a.html").read_text("utf-8")


def test_each_side_is_one_report(files, tmp_path):
    both = tmp_path / "both.json"
    both.write_text(json.dumps([json.loads(p.read_text("utf-8")) for p in files]), "utf-8")
    result = run(both, files[0])
    assert result.exit_code == 2
    assert "实有 2 份" in result.stderr
