"""What the rules on prose find in real reports, each finding judged by hand."""

import pytest

from gongkai.checks.run import check
from gongkai.reports.read.registry import read_bytes
from tests.shared import shared

FOUND = {
    "seeds/000-qiaokou-grid-centre-2021.txt": ["N07 note"],
    "seeds/001-qiaokou-office-services-2022.txt": [],
    "seeds/002-wuchang-grid-centre-2023.txt": [],
    "seeds/003-qiaokou-urban-management-2021.txt": [],
    "seeds/004-shidong-street-2021.txt": ["N02 warning", "N03 note", "N04 error", "N04 error"],
    "reports/hangzhou_style_2025.html": [],
    "reports/hongze_2023.pdf": [],
    "reports/kewei_2024.md": ["N02 warning", "N05 error"],
    "reports/pingtan_2021.txt": [],
    "reports/pingtan_2022.txt": ["N01 note"],
    "reports/shanghai_office_2019.html": [
        "N01 error",
        "N02 warning",
        "N03 warning",
        "N03 note",
        "N05 error",
        "N05 error",
    ],
}


@pytest.mark.parametrize("name", FOUND)
def test_a_real_report_gives_what_a_careful_reader_would_find(name):
    path = shared(*name.split("/"))
    (report,) = read_bytes(path.name, path.read_bytes())
    assert [f"{f.rule} {f.severity}" for f in check(report, select=["N"])] == FOUND[name]
