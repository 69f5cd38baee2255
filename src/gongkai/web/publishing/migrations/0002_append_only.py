from django.db import migrations

SQLITE = [
    """CREATE TRIGGER publishing_entry_no_update BEFORE UPDATE ON publishing_entry
       BEGIN SELECT RAISE(ABORT, 'entries of an item are never changed'); END""",
    """CREATE TRIGGER publishing_entry_no_delete BEFORE DELETE ON publishing_entry
       BEGIN SELECT RAISE(ABORT, 'entries of an item are never deleted'); END""",
]
POSTGRESQL = [
    """CREATE FUNCTION publishing_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'entries of an item are never changed or deleted'; END $$""",
    """CREATE TRIGGER publishing_entry_no_change BEFORE UPDATE OR DELETE ON publishing_entry
       FOR EACH ROW EXECUTE FUNCTION publishing_entry_refuse()""",
]


def lock(apps, editor):
    for statement in SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("publishing", "0001_initial")]
    operations = [migrations.RunPython(lock)]
