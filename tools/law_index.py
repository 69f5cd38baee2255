"""The page docs/law/index.md: every listed provision and the code that relies on it.

What is built when a module is imported is walked for provisions; what is cited inside functions,
and in the platform, is read from the source. Nothing is kept by hand.
"""

import ast
import importlib
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"
sys.path.insert(0, str(SOURCE))

from gongkai.statute import provisions  # noqa: E402 (the path comes first)
from gongkai.statute.parameters import PARAMETERS  # noqa: E402
from gongkai.statute.provisions import LAWS, Law, Provision  # noqa: E402

CALLED = re.compile(
    r"\b([A-Z][A-Z_0-9]+)\.(?:article\(\s*(?:[\"']([\d.()]+)[\"']|([\d.]+))\s*\)|whole\b)"
)
QUOTED = re.compile(r"[\"']([a-z_0-9]+:[\d.]+(?:\(\d+\))*)[\"']")
CONSTANTS = {name: each.key for name, each in vars(provisions).items() if isinstance(each, Law)}

LISTS = ("statute.glossary", "statute.parameters", "checks.catalogue", "cli.explanations")
"""Modules that list what others rely on."""

Citations = dict[str, set[str]]
"""Key of a provision → modules, folders and parameters that cite it."""


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of the package, by its name below gongkai, but the lists."""
    for path in sorted((SOURCE / "gongkai").rglob("*.py")):
        name = ".".join(path.relative_to(SOURCE / "gongkai").with_suffix("").parts)
        if name not in {*LISTS, "statute.provisions"}:
            yield name.removesuffix(".__init__"), path


def cited_in_source(text: str) -> Iterator[str]:
    """Provisions named in the source: `REGULATION.article("26")`, `"regulation:26"`."""
    for constant, quoted, bare in CALLED.findall(text):
        if constant in CONSTANTS:
            key, number = CONSTANTS[constant], quoted or bare
            yield f"{key}:{number}" if number else key
    yield from (key for key in QUOTED.findall(text) if key.partition(":")[0] in LAWS)


def own_names(tree: ast.Module) -> set[str]:
    """What a module defines itself, not what it imports."""
    found: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found.update(each.id for each in targets if isinstance(each, ast.Name))
    return found


def cited_in_objects(value: object) -> Iterator[str]:
    """Provisions inside a table, a row, a rule or an enumeration, however deep."""
    if isinstance(value, Provision):
        yield value.key
    elif isinstance(value, type) and issubclass(value, Enum):
        for member in value:
            yield from cited_in_objects(getattr(member, "source", None))
    elif isinstance(value, Law | type | ModuleType):
        return
    elif is_dataclass(value):
        for each in fields(value):
            yield from cited_in_objects(getattr(value, each.name))
    elif isinstance(value, Mapping):
        yield from (key for each in value.values() for key in cited_in_objects(each))
    elif isinstance(value, tuple | list | set | frozenset):
        yield from (key for each in value for key in cited_in_objects(each))


def place(name: str) -> str:
    """The module, or the folder where many small files or an app stand together."""
    folders = name.split(".")
    return ".".join(folders[:2]) if folders[0] in {"checks", "web"} else name


def citations() -> Citations:
    """Who relies on what, over the whole package."""
    found: Citations = defaultdict(set)
    for name, path in modules():
        text = path.read_text("utf-8")
        keys = set(cited_in_source(text))
        if not name.startswith("web"):
            module = importlib.import_module(f"gongkai.{name}")
            for own in own_names(ast.parse(text)):
                keys.update(cited_in_objects(getattr(module, own, None)))
        for key in keys:
            found[key].add(place(name))
    for name, each in PARAMETERS.items():
        for value in each.values:
            found[value.source.key].add(f"`{name}`")
    return found


def shown(names: Iterable[str]) -> str:
    return " · ".join(sorted(names))


def table(law: Law, found: Citations) -> Iterator[str]:
    yield f"\n## 《{law.title}》\n"
    until = f"，{law.repealed_from}起失效" if law.repealed_from else ""
    yield f"{law.number}，{law.in_force_from}起施行{until}。{law.gist}。[原文]({law.link})\n"
    yield "| 条款 | 要旨 | 依据它的代码和参数 |"
    yield "|---|---|---|"
    if law.key in found:
        yield f"| 整件 | | {shown(found[law.key])} |"
    for number, each in law.provisions.items():
        yield f"| {each.place} | {each.gist} | {shown(found.get(f'{law.key}:{number}', ()))} |"


def unused(law: Law, found: Citations) -> list[str]:
    """Articles that nothing relies on, neither as a whole nor in any part."""
    used = {
        key.partition(":")[2].partition("(")[0] for key in found if key.startswith(law.key + ":")
    }
    articles = dict.fromkeys(number.partition("(")[0] for number in law.provisions)
    return [number for number in articles if number not in used]


def page() -> str:
    found = citations()
    lines = [
        "# 条款与代码",
        "",
        "由 `make docs` 生成：收录的每一条款，和以它为依据的代码、参数。要旨为自拟，以原文为准。",
        "",
        "## 尚无代码依据的条款",
        "",
    ]
    for law in LAWS.values():
        missing = unused(law, found)
        if missing:
            lines.append(f"- 《{law.title}》：{'、'.join(missing)}")
        elif not law.provisions and law.key not in found:
            lines.append(f"- 《{law.title}》")
    ordered = sorted(LAWS.values(), key=lambda each: each.key != "regulation")
    for law in ordered:
        lines += table(law, found)
    return "\n".join(lines) + "\n"
