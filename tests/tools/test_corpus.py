"""The differences between two runs over real reports, rule by rule."""

from corpus import changes

KEPT = ("A03", "error", "a/1.txt", "不相等")
NEW = ("T03", "warning", "a/2.txt", "错字")
GONE = ("T03", "warning", "a/1.txt", "旧错字")


def test_each_rule_is_told_with_what_appeared_and_vanished():
    lines = changes({KEPT, GONE}, {KEPT, NEW})
    assert [line.split() for line in lines if line[0] != " "] == [
        ["A03", "1", "+0", "-0"],
        ["T03", "1", "+1", "-1"],
    ]
    assert "    + 2.txt: warning 错字" in lines
    assert "    - 1.txt: warning 旧错字" in lines


def test_a_rule_that_fell_silent_is_still_named():
    assert changes({GONE}, set())[0].split() == ["T03", "0", "+0", "-1"]
