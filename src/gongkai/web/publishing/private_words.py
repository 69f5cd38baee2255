"""Whether words that are about to be published hold what may not be published. Pure."""

from gongkai.checks.before_publication import stops
from gongkai.checks.published import Publication
from gongkai.web.publishing.record import NotProvidedForError


def refuse_private(*words: str) -> None:
    """NotProvidedForError with what was found; what a clerk writes here goes out at once."""
    found = stops(Publication(text="\n".join(words)))
    if found:
        told = "；".join(dict.fromkeys(each.message for each in found))
        raise NotProvidedForError(f"内容中有不能公开的信息：{told}。改正后再公布。")
