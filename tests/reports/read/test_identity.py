"""Whose report it is, as its own title prints it."""

import pytest

from gongkai.reports.read.identity import body_of_title


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "江南市市场监督管理局（知识产权局）2023年政府信息公开工作年度报告",
            "江南市市场监督管理局（知识产权局）",
        ),
        ("2023年江南市市监局(知识产权局) 政府信息公开年报", "江南市市监局(知识产权局)"),
        ("江南区档案局２０２３年政府信息公开工作年度报告", "江南区档案局"),
        ("2023年政府信息公开工作年度报告", None),
    ],
)
def test_the_body_keeps_the_brackets_of_its_title(title, body):
    assert body_of_title(title) == body
