"""A body's own Word template: what it may hold, and filling it. Pure.

A template holds blanks `{{名称}}` and nothing else: no commands, no expressions. So it can neither
reach into the platform nor run for ever.
"""

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate, Listing
from jinja2 import TemplateError, nodes
from jinja2.sandbox import SandboxedEnvironment

from gongkai.web.requests.letters.blanks import DATE, NUMBER, TEXT
from gongkai.web.requests.letters.words import NAMES

ALLOWED = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name)
PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
"""What a file says about itself and the engine fills too."""
PARAGRAPH = "\a"
"""What docxtpl makes a new paragraph of."""


class TemplateRefusedError(ValueError):
    """A template that cannot be used; the message is a sentence for who sent it."""


def names_in(data: bytes) -> set[str]:
    """The blanks of a Word template; TemplateRefusedError where it holds anything else."""
    found: set[str] = set()
    for source in _sources(data):
        found |= _names(source)
    return found


def refuse_unfit(data: bytes) -> None:
    """TemplateRefusedError where a template has blanks that nothing fills, or lacks needed ones."""
    found = names_in(data)
    unknown = sorted(found - set(NAMES))
    if unknown:
        raise TemplateRefusedError(
            f"模板里的“{{{{{unknown[0]}}}}}”不是可以填写的内容，请对照可用名称改正。"
        )
    for name in (NUMBER, DATE):
        if name not in found:
            raise TemplateRefusedError(
                f"模板里没有“{{{{{name}}}}}”，编号时无处填写，请在相应位置加上。"
            )


def rendered(data: bytes, values: Mapping[str, str]) -> bytes:
    """The template filled; blanks without a value stay as they are, to be filled later."""
    names = names_in(data)
    template = DocxTemplate(BytesIO(data))
    kept = {name: values.get(name, f"{{{{{name}}}}}") for name in names}
    context = {
        name: Listing(value.replace("\n", PARAGRAPH)) if name == TEXT else value
        for name, value in kept.items()
    }
    template.render(context, SandboxedEnvironment(), autoescape=True)
    made = BytesIO()
    template.save(made)
    return made.getvalue()


def _sources(data: bytes) -> Iterator[str]:
    """The text of every part that is filled, as the template engine reads it."""
    try:
        template = DocxTemplate(BytesIO(data))
        template.init_docx()
        yield template.patch_xml(template.get_xml())
        for uri in (template.HEADER_URI, template.FOOTER_URI):
            for _key, part in template.get_headers_footers(uri):
                yield template.patch_xml(template.get_part_xml(part))
        about = template.docx.core_properties
        yield from (getattr(about, name) for name in PROPERTIES)
        for part in template.docx.part.package.iter_parts():
            if part.content_type.endswith("footnotes+xml"):
                yield template.patch_xml(part.blob.decode())
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, OSError) as fault:
        raise TemplateRefusedError(
            "这个 Word 文件打不开，请用 Word 另存为 .docx 再上传。"
        ) from fault


def _names(source: str) -> set[str]:
    try:
        tree = SandboxedEnvironment().parse(source)
    except TemplateError as fault:
        raise TemplateRefusedError(
            "模板里有写错的“{{”“}}”，请检查每个名称前后的括号是否成对。"
        ) from fault
    if any(not isinstance(node, ALLOWED) for node in _all(tree)):
        raise TemplateRefusedError("模板里只能写“{{名称}}”，不能写公式或者命令，请改正后上传。")
    return {node.name for node in tree.find_all(nodes.Name)}


def _all(tree: nodes.Node) -> Iterator[nodes.Node]:
    for child in tree.iter_child_nodes():
        yield child
        yield from _all(child)
