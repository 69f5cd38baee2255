"""Chinese numerals, read by the library cn2an.

It is loaded with the first numeral: that takes longer than checking a report that has none.
"""

from functools import cache
from importlib import import_module
from types import ModuleType


@cache
def _library() -> ModuleType:
    return import_module("cn2an")


def numeral(text: str) -> float:
    """`十二` → 12, `十二点五` → 12.5; ValueError where it is none."""
    return float(_library().cn2an(text, "normal"))
