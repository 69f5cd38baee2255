import re
from collections.abc import Iterator

from gongkai.checks.examples import ReportExample, YearsExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.pair import Years
from gongkai.checks.rule import rule
from gongkai.statute.provisions import REGULATION

LAST_YEAR = re.compile(r"上一?年|去年|上年度|往年")
PROBLEM = re.compile(r"问题|不足|短板|差距|有待|不够|欠缺|薄弱|不高|不强|不多|单一|不及时")
MEASURE = re.compile(r"改进|措施|下一步|今后|整改|下一年|下年度|针对|将进一步|我.?将")
ITEM = re.compile(r"[一二三四五六七八九十]是|[（(]?[一二三四五六七八九十\d]+[)）.、]")
SHORTEST, ENOUGH = 6, 0.34
"""Characters of a problem; share of its pairs of characters that this year's text must hold."""


@rule(
    id="Y04",
    severity=Severity.NOTE,
    source=REGULATION.article("50"),
    english="A problem named last year is not taken up",
    mend=Wording(
        "在第五部分交代上一年度每个问题的改进情况。",
        "Tell in section five what became of each of last year's problems.",
    ),
    passes=YearsExample(
        ReportExample(prose={"problems": "本年度存在的主要问题：一是政策解读形式单一。"}),
        ReportExample(prose={"problems": "上一年度政策解读形式单一的问题，已通过图解、视频改进。"}),
    ),
    fails=YearsExample(
        ReportExample(prose={"problems": "本年度存在的主要问题：一是政策解读形式单一。"}),
        ReportExample(prose={"problems": "主要问题是栏目更新不够及时，下一步建立提醒机制。"}),
    ),
)
def problems_taken_up(years: Years) -> Iterator[Found]:
    """上一年的问题有下文

    上一年度报告提出的问题，本年度应当交代改进情况；没有改好的继续列出。
    """
    before = years.before.statement.section("problems")
    now = years.report.statement.section("problems")
    if before is None or now is None:
        return
    held = _pairs(now.text)
    dropped = [p for p in problems_named(before.text) if _share(_pairs(p), held) < ENOUGH]
    if dropped:
        shown = "；".join(f"“{problem[:20]}”" for problem in dropped[:3])
        yield Found(
            "sections.problems",
            f"上一年度提出的问题没有下文：{shown}",
            f"problems of last year that are not taken up: {shown}",
        )


def problems_named(text: str) -> list[str]:
    """The problems of its own year that a section five names, shortest forms left out."""
    named = []
    telling = False
    for sentence in re.split(r"[。；;\n]", text):
        if LAST_YEAR.search(sentence):
            telling = False
        elif PROBLEM.search(sentence) and not MEASURE.search(sentence):
            telling = True
        elif MEASURE.search(sentence):
            telling = False
        if telling:
            named += [re.sub(r"^.*问题[^：:]{0,6}[：:]", "", p) for p in ITEM.split(sentence)]
    return [p.strip("，、：: 　") for p in named if len(p) >= SHORTEST and PROBLEM.search(p)]


def _pairs(text: str) -> set[str]:
    bare = re.sub(r"[\W\d]", "", text)
    return {bare[i : i + 2] for i in range(len(bare) - 1)}


def _share(pairs: set[str], held: set[str]) -> float:
    return len(pairs & held) / len(pairs) if pairs else 1.0
