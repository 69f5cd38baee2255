from django.core.management import call_command
from django_tasks import task

KEPT_DAYS = 30


@task()
def tidy() -> None:
    """Daily: drop sessions that have run out and the results of tasks done long ago."""
    call_command("clearsessions", verbosity=0)
    call_command(
        "prune_db_task_results",
        queue_name="*",
        min_age_days=KEPT_DAYS,
        failed_min_age_days=KEPT_DAYS,
        verbosity=0,
    )
