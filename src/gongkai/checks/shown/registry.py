"""The registry of outputs: the module that shows findings in a format, loaded when it is asked for.

So that findings on a terminal load no templates.
"""

from importlib import import_module
from types import ModuleType
from typing import Literal

Shown = Literal["html", "sarif"]

MODULES: dict[Shown, str] = {
    "html": "gongkai.checks.shown.page",
    "sarif": "gongkai.checks.shown.sarif",
}


def shown_as(output: Shown) -> ModuleType:
    return import_module(MODULES[output])
