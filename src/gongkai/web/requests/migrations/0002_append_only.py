from django.db import migrations

SQLITE = [
    """CREATE TRIGGER requests_entry_no_update BEFORE UPDATE ON requests_entry
       BEGIN SELECT RAISE(ABORT, 'entries of a case are never changed'); END""",
    """CREATE TRIGGER requests_entry_no_delete BEFORE DELETE ON requests_entry
       BEGIN SELECT RAISE(ABORT, 'entries of a case are never deleted'); END""",
]
POSTGRESQL = [
    """CREATE FUNCTION requests_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'entries of a case are never changed or deleted'; END $$""",
    """CREATE TRIGGER requests_entry_no_change BEFORE UPDATE OR DELETE ON requests_entry
       FOR EACH ROW EXECUTE FUNCTION requests_entry_refuse()""",
]


def lock(apps, editor):
    for statement in SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("requests", "0001_initial")]
    operations = [migrations.RunPython(lock)]
