"""Every page that can be looked at, with somebody who may: from the matrix."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from gongkai.web.ui import clock
from tests.web.addresses import ROLES, addresses

TABLE = Path(__file__).parents[1] / "matrix.toml"
NO_PAGES = (
    "word_file",
    "preview_file",
    "printout",
    "material_page",
    "blank_file",
    "package",
    "schema",
    "bodies_file",
    "cells_file",
    "filer_table",
    "source",
    "board_file",
    "page",
    "trace",
    "listed",
    "public_data",
    "selfcheck",
    "export_file",
    "file",
    "feed",
    "sitemap",
    "sitemap_part",
    "robots",
    "json_feed",
    "fetch",
    "health",
    "metrics",
    "blank_docx",
    "blank_pdf",
    "sheet",
    "ready",
    "sample",
    "faults",
)
"""Addresses that answer with a file or a word."""


@dataclass(frozen=True)
class View:
    """A page as somebody sees it."""

    name: str
    login: str
    address: str


EXTRA = (
    View("report-draft", "shidong.jingban", "/desk/reports/6/"),
    View("report-text", "shidong.jingban", "/desk/reports/6/text/overview"),
    View("report-cell", "shidong.jingban", "/desk/reports/6/cells/requests.received.total/"),
    View("report-history", "shidong.jingban", "/desk/reports/6/text/overview/versions"),
    View("report-carried", "shidong.jingban", "/desk/reports/6/carried"),
    View("report-figures", "shidong.jingban", "/desk/reports/6/figures"),
    View("item-draft", "wangge.jingban", "/desk/items/2/"),
    View("item-edit", "wangge.jingban", "/desk/items/2/edit"),
    View("item-form", "wangge.jingban", "/desk/items/new/wangge?kind=normative_document"),
    View("item-gone", "", "/bodies/chengguan/items/2026/3/"),
    View("item-corrected", "", "/bodies/shidong/items/2023/1/"),
    View("item-ended", "", "/bodies/chengguan/items/2022/1/"),
    View("channels-counted", "chengguan.jingban", "/desk/items/channels/of/chengguan/?year=2021"),
    View("remedy-heard", "chengguan.jingban", "/desk/remedies/3/"),
    View("ledger-year", "wangge.jingban", f"/desk/ledgers/wangge/{clock.today().year}/"),
    View("import-waiting", "wangge.jingban", "/desk/imports/2/"),
    View("area", "", "/reports/areas/qiaokou/?year=2024"),
    View("filer-over-the-years", "", "/reports/of/chengguan/"),
    View("consolidation", "zhengshu.zhuguan", "/desk/reports/areas/qiaokou/2024/"),
    View(
        "consolidation-cell",
        "zhengshu.zhuguan",
        "/desk/reports/areas/qiaokou/2024/cells/requests.received.total/",
    ),
    View("board-2024", "zhengshu.zhuguan", "/desk/reports/board/?year=2024"),
    View("filing-open", "zhengshu.zhuguan", "/desk/reports/filings/3/"),
    View("filer-elsewhere", "", "/reports/of/qkqswgljsl/"),
    View("reading-doubtful", "zhengshu.zhuguan", "/desk/reports/past/readings/23/"),
    View("intake-open", "zhengshu.zhuguan", "/desk/reports/past/2/"),
    View("desk-waiting", "shidong.jingban", "/desk/"),
    View("notices-told", "wangge.baomi", "/desk/notices/"),
    View("signing-of-items", "wangge.yibashou", "/desk/bodies/wangge/signing/publishing.item"),
    View("correction", "shidong.jingban", "/desk/corrections/1/"),
    View("correction-act", "shidong.jingban", "/desk/corrections/1/ASK_EVIDENCE"),
    View("case-consulting", "chengguan.jingban", "/desk/requests/4/"),
    View("case-fee", "jiguan.jingban", "/desk/requests/23/"),
    View("case-forwarded", "wangge.jingban", "/desk/requests/7/"),
    View("case-answered", "wangge.jingban", "/desk/requests/27/"),
    View("case-overdue", "jiguan.jingban", "/desk/requests/5/"),
    View("case-correction", "wangge.jingban", "/desk/requests/3/"),
    View("case-submitted", "wangge.jingban", "/desk/requests/2/"),
    View("case-came-by", "chengguan.jingban", "/desk/requests/8/"),
    View("case-split", "shidong.jingban", "/desk/requests/9/"),
    View("breaches-found", "jiguan.jingban", "/desk/requests/breaches"),
    View("forwardings-in", "chengguan.jingban", "/desk/requests/forwarded?show=in"),
    View("requests-narrowed", "wangge.jingban", "/desk/requests/?show=all&stage=ANSWERED"),
    View("requests-none", "wangge.jingban", "/desk/requests/?words=没有这样的"),
    View("guide-first", "shidong.jingban", "/desk/requests/6/guide?petition=n&clear=n&corrected=n"),
    View("guide-end", "shidong.jingban", "/desk/requests/6/guide?petition=n&clear=y&publication=y"),
    View("remedy-decided", "chengguan.jingban", "/desk/remedies/2/"),
    View("remedies-none", "wangge.jingban", "/desk/remedies/?words=没有这样的"),
    View("consulted-reached", "chengguan.jingban", "/desk/requests/consulted/1/reached"),
    View("consulted-sent", "chengguan.jingban", "/desk/requests/consulted/2/sent"),
    View("give-back", "chengguan.jingban", "/desk/requests/forwarded/1/return"),
    View("paper-opinion", "chengguan.jingban", "/desk/requests/consulted/1/opinion"),
    View("follow-late", "jumin", "/my/requests/28"),
    View("follow-withdrawn", "jumin", "/my/requests/29"),
    View("follow-answered", "jumin", "/my/requests/30"),
    View("follow-extended", "jumin", "/my/requests/31"),
    View("follow-unclear", "jumin", "/my/requests/32"),
    View("follow-owed", "jumin", "/my/requests/33"),
    View("follow-new", "jumin", "/my/requests/34"),
    View("follow-split", "jumin", "/my/requests/35"),
    View("follow-forwarded", "jumin", "/my/requests/38"),
    View("apply-found", "", "/apply/?topic=决算"),
    View("search-found", "", "/search/?words=决算"),
    View("search-nothing", "", "/search/?words=无此内容"),
    View("catalogue-nothing", "", "/bodies/wangge/catalogue/?words=无此内容"),
    View("register-full", "", "/bodies/chengguan/register/"),
    View("directory-full", "", "/bodies/shidong/directory/"),
    View("consultation-result", "", "/bodies/shidong/consultations/2/"),
    View("survey", "", "/bodies/wangge/consultations/3/"),
    View("clarification", "", "/bodies/chengguan/clarifications/1/"),
    View("item-related", "", "/bodies/chengguan/items/2025/1/"),
    View("not-found", "", "/no-such-page"),
    View("forbidden", "wangge.keshi", "/desk/people/"),
)
"""States that the table does not reach."""


def views() -> list[View]:
    table = tomllib.loads(TABLE.read_text("utf-8"))
    found = []
    for name, address in addresses().items():
        seen = [
            role for answer, roles in table[name].items() if answer[:3] == "200" for role in roles
        ]
        if seen and name.partition(":")[2] not in NO_PAGES:
            found.append(View(name.replace(":", "-"), ROLES[seen[0]], address))
    return [*found, *EXTRA]
