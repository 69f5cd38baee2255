from django.db import migrations

SQLITE = [
    """CREATE TRIGGER remedies_entry_no_update BEFORE UPDATE ON remedies_entry
       BEGIN SELECT RAISE(ABORT, 'entries of a remedy are never changed'); END""",
    """CREATE TRIGGER remedies_entry_no_delete BEFORE DELETE ON remedies_entry
       BEGIN SELECT RAISE(ABORT, 'entries of a remedy are never deleted'); END""",
]
POSTGRESQL = [
    """CREATE FUNCTION remedies_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'entries of a remedy are never changed or deleted'; END $$""",
    """CREATE TRIGGER remedies_entry_no_change BEFORE UPDATE OR DELETE ON remedies_entry
       FOR EACH ROW EXECUTE FUNCTION remedies_entry_refuse()""",
]


def lock(apps, editor):
    for statement in SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("remedies", "0001_initial")]
    operations = [migrations.RunPython(lock)]
