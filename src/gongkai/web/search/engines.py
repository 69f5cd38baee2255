"""The two indexes: FTS5 inside SQLite, tsvector with GIN inside PostgreSQL. Same hits from both.

SQLite keeps positions, so a phrase of pairs is exact. PostgreSQL keeps none (a long text has more
than it can hold): all pairs and triples narrow the search, and the text itself has the last word.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from gongkai.web.search.bigrams import characters, pairs_asked, triples
from gongkai.web.search.models import Page

TABLE = "search_page"
BY_THE_INDEX = """SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off;
    SET LOCAL jit = off"""
"""PostgreSQL takes reading an article's words for as cheap as reading a number, and would read half
the table to find common words; their index is quicker for every search."""
IN_BULK = "SET LOCAL gin_pending_list_limit = '128MB'; SET LOCAL work_mem = '128MB'"
"""New words are gathered and sorted into PostgreSQL's index by so much at once."""


@dataclass(frozen=True)
class Wanted:
    """A search as conditions: each word must stand there, one mark of each group must be set."""

    words: tuple[str, ...]
    marks: tuple[tuple[str, ...], ...]


def add(pages: Sequence[tuple[Page, str]]) -> None:
    """Index pages that stand in the table; each with its tokens."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany(
                "INSERT INTO search_words(rowid, words, marks) VALUES (%s, %s, %s)",
                [(page.place, words, _marks(page)) for page, words in pages],
            )
        else:
            cursor.executemany(
                f"UPDATE {TABLE} SET words = array_to_tsvector(string_to_array(%s, ' '))"  # noqa: S608
                " WHERE place = %s",
                [(_lexemes(page, words), page.place) for page, words in pages],
            )


def drop(page: Page, words: str) -> None:
    """Take a page out of the index; `words` are the tokens it was indexed with."""
    if connection.vendor != "sqlite":
        return  # its words stand in the row itself and go with it
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO search_words(search_words, rowid, words, marks)"
            " VALUES ('delete', %s, %s, %s)",
            (page.place, words, _marks(page)),
        )


def clear() -> None:
    """Empty the index before much is put in; the table's rows are the caller's."""
    sqlite = connection.vendor == "sqlite"
    empty = "INSERT INTO search_words(search_words) VALUES ('delete-all')"
    with connection.cursor() as cursor:
        cursor.execute(empty if sqlite else IN_BULK)


def tidy() -> None:
    """After much was put in: sort in what was gathered."""
    if connection.vendor != "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT gin_clean_pending_list('{TABLE}_words'); ANALYZE {TABLE}")


def places(wanted: Wanted, limit: int, skip: int = 0) -> list[int]:
    """The numbers of the pages found, the newest first."""
    condition, values = _condition(wanted)
    table, place = ("search_words", "rowid") if connection.vendor == "sqlite" else (TABLE, "place")
    sql = f"SELECT {place} FROM {table} WHERE {condition} ORDER BY {place} DESC"  # noqa: S608
    return [row[0] for row in _rows(sql + " LIMIT %s OFFSET %s", [*values, limit, skip])]


def count(wanted: Wanted, most: int) -> int:
    """How many pages are found; `most` + 1 stands for more than that."""
    condition, values = _condition(wanted)
    table = "search_words" if connection.vendor == "sqlite" else TABLE
    sql = f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {condition} LIMIT %s) AS found"  # noqa: S608
    [(found,)] = _rows(sql, [*values, most + 1])
    return int(found)


def _rows(sql: str, values: Sequence[Any]) -> list[tuple]:
    if connection.vendor == "sqlite":
        return _read(sql, values)
    with transaction.atomic():
        _read(BY_THE_INDEX)
        return _read(sql, values)


def _read(sql: str, values: Sequence[Any] = ()) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)
        return cursor.fetchall() if values else []


def _condition(wanted: Wanted) -> tuple[str, list[Any]]:
    return _fts5(wanted) if connection.vendor == "sqlite" else _tsquery(wanted)


def _fts5(wanted: Wanted) -> tuple[str, list[Any]]:
    """Words are letters and digits only, so that quoting them is enough."""
    parts = [
        f'words : "{" ".join(pairs_asked(word))}"' if len(word) > 1 else f"marks : {_alone(word)}"
        for word in wanted.words
    ]
    parts += [f"marks : ({' OR '.join(group)})" for group in wanted.marks]
    return "search_words MATCH %s", [" AND ".join(parts)]


def _tsquery(wanted: Wanted) -> tuple[str, list[Any]]:
    parts = [
        f"'{pair}'" if len(word) > 1 else f"'@{_alone(word)}'"
        for word in wanted.words
        for pair in (*pairs_asked(word), *sorted(triples(word)))
    ]
    parts += ["(" + " | ".join(f"'@{mark}'" for mark in group) + ")" for group in wanted.marks]
    condition, values = "words @@ %s::tsquery", [" & ".join(parts)]
    for word in wanted.words:
        if len(word) > 2:  # its pairs may stand apart, and triples share a sign
            cased = word.upper() != word.lower()  # lower() of a whole text is dear
            title, text = ("lower(title)", "lower(text)") if cased else ("title", "text")
            condition += f" AND (position(%s in {title}) > 0 OR position(%s in {text}) > 0)"
            values += [word, word]
    return condition, values


def _lexemes(page: Page, words: str) -> str:
    """What PostgreSQL's index holds of a page, divided by blanks; it drops what stands twice."""
    signs = triples(page.title) | triples(page.text)
    marks = (f"@{mark}" for mark in _marks(page).split())
    return " ".join(filter(None, (words, *signs, *marks)))


def _marks(page: Page) -> str:
    """What narrows a search to the page, and each character that stands in it."""
    alone = sorted(characters(f"{page.title} {page.text}"))
    return " ".join([page.marks, *map(_alone, alone)])


def _alone(character: str) -> str:
    """The mark of a single character; no other mark begins so."""
    return f"c{character}"
