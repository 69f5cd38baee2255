"""The floors are what ARCHITECTURE.md draws, and the machine check really holds them."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CONTRACTS = {
    contract["name"]: contract
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
}
FLOORS = ["web | cli", "checks", "reports", "law", "statute"]


def test_the_floors_stand_in_the_order_of_the_design():
    layers = CONTRACTS["Floors: imports go down only"]["layers"]
    assert [layer.replace("gongkai.", "") for layer in layers] == FLOORS


def test_every_package_stands_on_a_floor():
    packages = {p.parent.name for p in (ROOT / "src/gongkai").glob("*/__init__.py")}
    assert packages == {name for floor in FLOORS for name in floor.split(" | ")}


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """A copy of the package in which one may plant a wrong import and ask the linter."""
    root = tmp_path_factory.mktemp("planted")
    shutil.copytree(
        ROOT / "src", root / "src", ignore=shutil.ignore_patterns("__pycache__", "static")
    )
    shutil.copy(ROOT / "pyproject.toml", root)

    def broken(module: str, line: str) -> str:
        """The linter's words about one more import in a module; the module is mended after."""
        path = root / "src" / Path(*module.split(".")).with_suffix(".py")
        before = path.read_text("utf-8")
        path.write_text(before + f"\n{line}\n", "utf-8")
        try:
            run = subprocess.run(
                [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
                cwd=root,
                env={"PYTHONPATH": str(root / "src"), "LANG": "C.UTF-8"},
                capture_output=True,
                text=True,
                check=False,
            )
        finally:
            path.write_text(before, "utf-8")
        return "" if run.returncode == 0 else run.stdout

    return broken


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("gongkai.statute.forms", "import gongkai.law.calendar.workdays", "Floors"),
        ("gongkai.law.calendar.workdays", "import gongkai.reports.model.document", "Floors"),
        ("gongkai.reports.model.document", "import gongkai.checks.finding", "Floors"),
        ("gongkai.checks.finding", "import gongkai.cli.main", "Floors"),
        ("gongkai.cli.main", "import gongkai.web", "Floors"),
        ("gongkai.law.calendar.workdays", "import django.db", "No Django below web"),
        ("gongkai.cli.main", "import django.conf", "No Django below web"),
        ("gongkai.statute.provisions", "import gongkai.statute.parameters", "No circles"),
        ("gongkai.law.outcome.kinds", "import gongkai.law.request.record", "No circles"),
        ("gongkai.reports.model.document", "import gongkai.reports.model.report", "No circles"),
        ("gongkai.web.audit.acts", "import gongkai.web.accounts.models", "Apps"),
        ("gongkai.web.search.models", "import gongkai.web.search.acts", "Inside an app"),
    ],
)
def test_an_import_that_goes_up_breaks_its_contract(planted, module, line, contract):
    said = planted(module, line)
    assert "BROKEN" in said
    assert contract in said


def test_the_tree_as_it_stands_keeps_every_contract(planted):
    assert planted("gongkai.statute.forms", "") == ""
