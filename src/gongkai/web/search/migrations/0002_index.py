from django.db import migrations

SQLITE = """CREATE VIRTUAL TABLE search_words USING fts5(
    words, marks, content='', columnsize=0, tokenize='unicode61 remove_diacritics 0')"""
POSTGRESQL = [
    "ALTER TABLE search_page ADD COLUMN words tsvector",
    "CREATE INDEX search_page_words ON search_page USING gin (words)",
]


def build(apps, editor):
    sqlite = editor.connection.vendor == "sqlite"
    for statement in [SQLITE] if sqlite else POSTGRESQL:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(build)]
