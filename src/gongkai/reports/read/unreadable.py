"""The one error of reading."""


class UnreadableError(Exception):
    """A file cannot be read as a report; the message is one Chinese sentence saying why."""
