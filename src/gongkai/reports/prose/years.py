"""Sentences that speak of another year as if it were the report's own.

A year counts only where it opens a statement (`2022年，我局未收取…`) that reports something as
done; plans for the next year, comparisons, last year's problems, accounts, budgets and dates of
history do not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gongkai.reports.prose.numbers import Kind, Year
from gongkai.reports.prose.sentences import Sentence


class Told(StrEnum):
    """What is told of the other year."""

    WORK = "work"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class OtherYear:
    """A statement that names another year; `quote` is its beginning."""

    sentence: Sentence
    year: int
    quote: str
    told: Told


OWNERS = (
    r"(?:我[局委厅办区市县街镇乡院所站处单中]|本[局委厅办区市县街镇乡院所站处单机级中年]"
    r"|全[局委区市县街镇乡系年]|中心|街道|[区市县]政府|各级|共)"
)
OPENING = re.compile(
    r"(?:^|[，。；：！\n□▢])(?:截至|截止|在|到)?(?:目前|" + OWNERS + r"[\u4e00-\u9fff]{0,2})?$"
)
FOLLOWS = re.compile(
    r"度?(?:，|：|期间|全年|"
    + OWNERS
    + r"|收取|收到|新收|受理|办理|主动|累计|未|无|没有|认真|深入|严格|按|根据|积极|以|在|坚持"
    r"|是|全|各|发布|制发|召开|开展"
    r"|[\u4e00-\u9fff]{2,14}(?:局|委|街|街道|中心|镇|乡|政府|办公室|单位|区|市|县)(?=[^的]))"
)
NOT_A_YEAR = re.compile(
    r"度?(?:的|部门|单位|财政|政府|决算|预算|预决算|报告|年度报告|要点|工作要点"
    r"|政务公开工作要点|计划|版|以来|起|之前|以前|底前|至|到|-|、|和|与"
    r"|相比|同期|修订|新修订|颁布|印发|出台|实施|施行|结转|政府信息公开工作年度报告|年报|末|初"
    r"|上半年|比|较|增长|基数|级|届)"
)
COMPARED = re.compile(
    r"相比|同比|比(?:上|去|20|前)|较|同期|增长|下降|以来|自20|起(?:施|实|执)|上年(?!度?结转)|上一年(?!度?结转)|去年"
    r"|针对|整改情况|反馈|指出|曾|以前|历年|环比"
)
REVIEWED = re.compile(r"问题|整改|改进|不足")
PLANNED = re.compile(
    r"将(?!.{0,14}了)|拟|计划|下一步|打算|力争|争取|预计|今后|未来|继续|下年度|明年"
)
REPORTED = re.compile(
    r"[未没](?:有|收|发|开|产|受|制|进|出|涉|被|接|因)|不涉及|共(?:收|公|受|发|计|主|办|接)"
    r"|已(?:经)?|(?:落实|进行|开展|完成|公开|发布|办理|公布|取得|建立|组织|修订"
    r"|召开|制定|印发|收到|受理|答复|编制|加强|推进|实现|更新)了|取得|收取|无(?!法|缝|障碍)"
    r"|收到|新收|受理|均|全部|存在|有所"
)
WORK_LEAD = re.compile(
    r"以习近平|深入贯彻|认真贯彻|全面贯彻|深入学习|认真学习|坚持以|严格按照|严格执行|认真落实"
    r"|坚强领导|正确领导|的领导下|高度重视|扎实推进|紧紧围绕"
)
PERIOD = re.compile(
    r"统计(?:的)?(?:期限|周期|时限|时间|时段|区间|范围)|数据(?:的)?(?:期限|时限|时段)|核定时间"
)
THIS_REPORT = re.compile(r"(?:编制|公布|现将|发布|形成|撰写)[^，。；]{0,14}$")
REPORT_NAME = re.compile(r"度?政府信息公开(?:工作)?(?:年度)?报告")
PROBLEMS = "sections.problems"
OPENS_THE_REPORT = frozenset({"preamble", "sections.overview"})
NOW = re.compile(r"本年|今年|当年|上一?年|上年度")


def other_years(sentences: Sequence[Sentence], own: int) -> Iterator[OtherYear]:
    """Every sentence that reports for another year than the report's own; one finding each."""
    reviewed = _names_this_year_too(sentences, own)
    for sentence in sentences:
        found = _period(sentence, own) or _work(sentence, own, reviewed)
        if found:
            yield found


def _period(sentence: Sentence, own: int) -> OtherYear | None:
    """The period that the figures cover, or the report's own name, with another year."""
    if own in {y.last for y in sentence.years} or sentence.at not in OPENS_THE_REPORT:
        return None
    text = sentence.text.plain
    for year in sentence.years:
        named = REPORT_NAME.match(text, year.end) and THIS_REPORT.search(
            text[sentence.start : year.start]
        )
        if year.first and (named or PERIOD.search(text, sentence.start, sentence.end)):
            return _other(sentence, year, Told.PERIOD)
    return None


def _names_this_year_too(sentences: Sequence[Sentence], own: int) -> bool:
    """Whether section five speaks of the report's own year, so that another is the year before."""
    return any(
        own in {year.last for year in sentence.years} or NOW.search(sentence.plain)
        for sentence in sentences
        if sentence.at == PROBLEMS
    )


def _work(sentence: Sentence, own: int, reviewed: bool) -> OtherYear | None:
    for year in sentence.years:
        if year.first in {0, own} or year.first != year.last or sentence.bracket(year.start):
            continue
        if not _opens(sentence, year) or _is_set_against(sentence, own):
            continue
        if _reports(sentence, year, own) and not (reviewed and _looks_back(sentence, year, own)):
            return _other(sentence, year, Told.WORK)
    return None


def _opens(sentence: Sentence, year: Year) -> bool:
    """Whether the year opens a statement; a date does only as the year's last day."""
    text = sentence.text.plain
    if year.day is not None:
        return (
            year.day == (12, 31) and "截" in text[max(sentence.start, year.start - 3) : year.start]
        )
    before = text[max(sentence.start, year.start - 24) : year.start]
    after = text[year.end - 1 if text[year.end - 1] == "度" else year.end : sentence.end]
    if not OPENING.search(before) or NOT_A_YEAR.match(after):
        return False
    return bool(FOLLOWS.match(after))


def _is_set_against(sentence: Sentence, own: int) -> bool:
    """Whether the sentence compares: it names the report's own year too, or compares in words."""
    return own in {y.last for y in sentence.years} or bool(COMPARED.search(sentence.plain))


def _reports(sentence: Sentence, year: Year, own: int) -> bool:
    """Whether something is told as done in that year, not planned for it."""
    rest = sentence.text.plain[year.start : sentence.end]
    counted = any(q.kind is Kind.QUANTITY for q in sentence.quantities if q.start > year.start)
    if year.first > own:
        return bool(REPORTED.search(rest)) and not PLANNED.search(rest)
    if sentence.at not in OPENS_THE_REPORT:
        return counted or bool(REPORTED.search(rest))
    working = bool(WORK_LEAD.search(rest)) and year.start - sentence.start < 8
    return working or bool(REPORTED.search(rest) and (counted or "未" in rest or "无" in rest))


def _looks_back(sentence: Sentence, year: Year, own: int) -> bool:
    """Section five reviews last year's problems before it names this year's."""
    last_year = sentence.at == PROBLEMS and year.first == own - 1
    return last_year and bool(REVIEWED.search(sentence.plain))


def _other(sentence: Sentence, year: Year, told: Told) -> OtherYear:
    quote = sentence.text.words[year.start : min(sentence.end, year.start + 24)]
    return OtherYear(sentence, year.first, quote.rstrip("。，；\n"), told)
