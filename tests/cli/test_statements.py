"""Files that a command is given or writes."""

import pytest

from gongkai.cli.statements import why


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FileNotFoundError(), "没有这个文件"),
        (IsADirectoryError(), "重名"),
        (PermissionError(), "没有权限"),
        (OSError(28, "No space left on device"), "No space left on device"),
    ],
)
def test_what_the_system_refuses_is_said_in_words(error, said):
    assert said in why(error)
