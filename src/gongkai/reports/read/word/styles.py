"""What paragraph styles say: outline level, list."""

from dataclasses import dataclass, field

from lxml import etree

from gongkai.reports.read.xmlparts import attribute, child, local, value


@dataclass(slots=True)
class Style:
    name: str = ""
    based_on: str | None = None
    outline: int | None = None
    num: str | None = None
    depth: int = 0


@dataclass(slots=True)
class Styles:
    by_id: dict[str, Style] = field(default_factory=dict)

    def chain(self, style: str | None) -> list[Style]:
        """A style and those it is based on, nearest first."""
        found: list[Style] = []
        while style in self.by_id and len(found) < 12:
            found.append(self.by_id[style])
            style = found[-1].based_on
        return found

    def outline(self, style: str | None) -> int | None:
        return next((s.outline for s in self.chain(style) if s.outline is not None), None)

    def list(self, style: str | None) -> tuple[str, int] | None:
        return next(((s.num, s.depth) for s in self.chain(style) if s.num is not None), None)

    def is_contents(self, style: str | None) -> bool:
        """Whether paragraphs of a style are lines of a table of contents."""
        return any(s.name.lower().startswith("toc ") for s in self.chain(style)[:1])


def styles_of(root: etree._Element | None) -> Styles:
    found = Styles()
    for element in root if root is not None else ():
        if local(element) != "style":
            continue
        style = Style(value(element, "name") or "", value(element, "basedOn"))
        properties = child(element, "pPr")
        if properties is not None:
            style.outline = whole(value(properties, "outlineLvl"))
            style.num = value(properties, "numPr", "numId")
            style.depth = whole(value(properties, "numPr", "ilvl")) or 0
        if style.outline is None and style.name.lower().startswith("heading "):
            style.outline = (whole(style.name[8:]) or 1) - 1
        found.by_id[attribute(element, "styleId") or ""] = style
    return found


def whole(text: str | None) -> int | None:
    """A small whole number, else None."""
    return int(text) if text and len(text) < 4 and text.isascii() and text.isdigit() else None
