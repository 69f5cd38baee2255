"""Three in a row have signs of their own in PostgreSQL's index: it is made anew from the table."""

import re
from itertools import islice

from django.db import migrations

STRETCH = re.compile(r"[^\W_]+")


def lexemes(page):
    yield from (f"@{mark}" for mark in page.marks.split())
    for text in (page.title, page.text):
        for run in STRETCH.findall(text.lower()):
            yield from (f"@c{each}" for each in run)
            yield from (run[at : at + 2] for at in range(len(run) - 1))
            codes = [*map(ord, run)]
            for a, b, c in zip(codes, codes[1:], codes[2:], strict=False):
                yield chr(0x800 + (a * 40503 + b * 30011 + c) % 0xD000)


def build(apps, editor):
    if editor.connection.vendor == "sqlite":
        return
    pages = apps.get_model("search", "Page").objects.iterator(chunk_size=500)
    with editor.connection.cursor() as cursor:
        while batch := list(islice(pages, 500)):
            cursor.executemany(
                "UPDATE search_page SET words = array_to_tsvector(%s) WHERE place = %s",
                [(sorted({*lexemes(page)}), page.place) for page in batch],
            )


class Migration(migrations.Migration):
    dependencies = [("search", "0004_single_characters")]
    operations = [migrations.RunPython(build, migrations.RunPython.noop)]
