"""How an act enqueues what follows: by the task's name, for acts stand below tasks.

The queue lies in the same database and the row is written in the act's own transaction, so that a
crash loses neither.
"""

from django.utils.module_loading import import_string


def later(task: str, /, **arguments: object) -> None:
    """Enqueue a task, `gongkai.web.app.tasks.name`; arguments are plain data."""
    import_string(task).enqueue(**arguments)
