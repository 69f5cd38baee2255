"""What one document has to do with another, as either page says it."""

from enum import StrEnum


class Way(StrEnum):
    """A relation, told by the document that was made later."""

    EXPLAINS = "explains"
    REPLACES = "replaces"
    REPEALS = "repeals"
    AMENDS = "amends"
    CARRIES_OUT = "carries"
    SEE = "see"

    @property
    def zh(self) -> str:
        return _WAYS[self.value][0]

    @property
    def back(self) -> str:
        """How the page of the other one says it."""
        return _WAYS[self.value][1]


_WAYS = {
    "explains": ("解读的文件", "政策解读"),
    "replaces": ("代替", "由下列文件代替"),
    "repeals": ("废止", "由下列文件废止"),
    "amends": ("修改", "由下列文件修改"),
    "carries": ("落实", "落实本文件的文件"),
    "see": ("相关文件", "提到本文件的文件"),
}
