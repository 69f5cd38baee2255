"""Work for later. Acts name it, for tasks stand above acts and call them."""

from django.utils.module_loading import import_string


def later(path: str, **arguments: object) -> None:
    """Put a task (`gongkai.web.app.tasks.name`) into the queue, in the transaction of the act.

    The queue is a table of the same database: what is rolled back is not done, what is committed
    is not lost. A task must take effect once however often it is run.
    """
    import_string(path).enqueue(**arguments)
