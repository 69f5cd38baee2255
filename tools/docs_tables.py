"""Small pieces of Markdown that several generated pages use."""

from collections.abc import Iterable, Iterator, Sequence

from gongkai.statute.parameters import PARAMETERS
from gongkai.statute.provisions import REGULATION, Provision

ABOVE = "未写明文件的条文，均为《中华人民共和国政府信息公开条例》。"
GENERATED = "<!-- 由 tools/write_docs.py 从代码生成，不要手改。 -->"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def cited(source: Provision) -> str:
    """The provision, linked; the Regulation's own by number alone."""
    said = source.place if source.law is REGULATION else source.citation
    return f"[{said}]({source.link})" if source.link.startswith("http") else said


def page(title: str, *parts: str) -> str:
    return "\n\n".join([f"# {title}", GENERATED, *parts]) + "\n"


def numbers(subject: str) -> Iterator[tuple[str, ...]]:
    """The dated parameters of one subject: what, since when, the value, source, what is open."""
    for name, found in PARAMETERS.items():
        if name.startswith(f"{subject}."):
            for value in found.values:
                whole = isinstance(value.value, int)
                said = f"{value.value} {found.unit}" if whole else "（多项）"
                note = value.note if value.provisional else ""
                yield found.gist, str(value.start), said, cited(value.source), note
