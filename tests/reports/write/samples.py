"""Complete statements: a fixed one of each form, and random ones."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from gongkai.reports.model.statement import SECTION_KEYS, Annex, Section, Statement
from gongkai.statute.forms import form

BODY = "江南区城市运行管理中心"

TITLES = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)

PROSE = (
    "硚口路、喆园等点位的信息按月更新。\n（一）主动公开。发布信息12条。\n（二）依申请公开\n均已答复。",
    "主动公开政府信息的情况如下。",
    "收到和处理政府信息公开申请的情况如下。",
    "",
    "一是更新不够及时；二是解读形式单一。下一步逐项改进。",
    "本年度没有收取信息处理费。",
)


def complete(form_id="2021", **changes):
    """A statement without gaps whose figures are all different: cell n shows n + 1."""
    made = Statement(
        form_id=form_id,
        body=BODY,
        year=2023,
        figures={cell: n for n, cell in enumerate(form(form_id).cells, 1)},
        title=f"{BODY}2023年政府信息公开工作年度报告",
        signature=BODY,
        issued_on=date(2024, 1, 8),
        published_on=date(2024, 1, 9),
        preamble="根据《中华人民共和国政府信息公开条例》编制本报告。",
        sections=tuple(
            Section(key, number, title, text)
            for key, number, title, text in zip(
                SECTION_KEYS, "一二三四五六", TITLES, PROSE, strict=True
            )
        ),
        fees_unit="万元" if form_id == "2021" else None,
        amount_unit="万元" if form_id == "2019" else None,
    )
    return replace(made, **changes)


NAMES = st.sampled_from(
    [
        "江南区档案局",
        "硚口湾街道办事处",
        "江南市人民政府办公室",
        "江南区社会管理网格化服务中心",
        "江南区喆园镇人民政府",
        "江南市市场监督管理局（知识产权局）",
    ]
)

SENTENCES = st.sampled_from(
    [
        "全年主动公开政府信息128条，其中概况信息5条、财政信息2条。",
        "办理时限内答复率为100%。",
        "组织培训3次，参加人员60人次。",
        "修订公开指南；完善栏目设置。",
        "《江南区政务公开工作要点》印发后，各项任务逐一落实。",
        "<A&B>系统已停用，改用“一网通”。",
    ]
)

HEADINGS = st.sampled_from(["", "主动公开。", "制度建设。"])


@st.composite
def paragraphs(draw, least=0):
    """Prose of a few paragraphs, some with headings of their own in the right order."""
    lines = []
    for number in "一二三"[: draw(st.integers(least, 3))]:
        heading = draw(HEADINGS)
        mark = f"（{number}）{heading}" if heading else ""
        lines.append(mark + "".join(draw(st.lists(SENTENCES, min_size=1, max_size=3))))
    return "\n".join(lines)


@st.composite
def statements(draw, form_id=None):
    """Complete statements: every cell a number, every section there."""
    form_id = form_id or draw(st.sampled_from(["2021", "2019"]))
    own, body, year = form(form_id), draw(NAMES), draw(st.integers(2019, 2026))
    kinds = {
        "count": st.integers(0, 20) | st.integers(0, 12_000_000),
        "change": st.integers(-2000, 2000),
        "amount": st.integers(0, 10**9) | st.decimals(0, 10**6, places=2).map(float),
    }
    return Statement(
        form_id=form_id,
        body=body,
        year=year,
        figures={cell: draw(kinds[own.kind(cell)]) for cell in own.cells},
        title=f"{body}{year}年政府信息公开工作年度报告",
        signature=body,
        issued_on=date(year + 1, draw(st.integers(1, 3)), draw(st.integers(1, 28))),
        preamble=draw(SENTENCES),
        sections=tuple(
            Section(key, number, title, draw(paragraphs(least=index in {0, 4, 5})))
            for index, (key, number, title) in enumerate(
                zip(SECTION_KEYS, "一二三四五六", TITLES, strict=True)
            )
        ),
        annexes=draw(st.sampled_from([(), (Annex("附件：名词解释", "依申请公开：按申请提供。"),)])),
        fees_unit="万元" if form_id == "2021" else None,
        amount_unit=draw(st.sampled_from(["元", "万元"])) if form_id == "2019" else None,
    )
