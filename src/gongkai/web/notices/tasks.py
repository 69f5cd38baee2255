from django_tasks import task

from gongkai.web.notices.acts.deliver import deliver as send


@task()
def deliver() -> int:
    """Send what may leave now."""
    return send()
