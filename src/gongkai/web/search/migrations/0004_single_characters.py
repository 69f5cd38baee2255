"""Single characters are marks of their own: everything is indexed anew from the table."""

import unicodedata
from itertools import islice

from django.db import migrations


def runs(text):
    run = ""
    for character in f"{text.lower()} ":
        if unicodedata.category(character)[0] in "LN":
            run += character
        elif run:
            yield run
            run = ""


def words_of(page):
    for text in (page.title, page.text):
        for run in runs(text):
            yield from (run[at : at + 2] for at in range(len(run)))


def marks_of(page):
    alone = {character for run in runs(f"{page.title} {page.text}") for character in run}
    return [*page.marks.split(), *(f"c{each}" for each in sorted(alone))]


def build(apps, editor):
    sqlite = editor.connection.vendor == "sqlite"
    pages = apps.get_model("search", "Page").objects.iterator(chunk_size=500)
    if sqlite:
        editor.execute("INSERT INTO search_words(search_words) VALUES ('delete-all')")
    with editor.connection.cursor() as cursor:
        while batch := list(islice(pages, 500)):
            if sqlite:
                cursor.executemany(
                    "INSERT INTO search_words(rowid, words, marks) VALUES (%s, %s, %s)",
                    [(p.place, " ".join(words_of(p)), " ".join(marks_of(p))) for p in batch],
                )
            else:
                cursor.executemany(
                    "UPDATE search_page SET words = array_to_tsvector(%s) WHERE place = %s",
                    [
                        ([*set(words_of(p)), *(f"@{mark}" for mark in marks_of(p))], p.place)
                        for p in batch
                    ],
                )


class Migration(migrations.Migration):
    dependencies = [("search", "0003_until")]
    operations = [migrations.RunPython(build)]
