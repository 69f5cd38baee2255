"""What a document shows, in a few words, for tests to compare."""

from gongkai.reports.model.document import Document, Grid


def texts(document: Document) -> list[str]:
    """The text of every block that is no grid."""
    return [block.text for block in document.blocks if not isinstance(block, Grid)]


def grids(document: Document) -> list[list[str]]:
    """Every grid as its rows, `a|b|c`, line ends in cells shown as /."""
    return [
        ["|".join(cell.text.replace("\n", "/") for cell in row) for row in block.rows()]
        for block in document.blocks
        if isinstance(block, Grid)
    ]


def hidden(document: Document) -> str:
    """All hidden text in one."""
    return "\n".join(line.text for line in document.hidden)
