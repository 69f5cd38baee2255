import re
from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.checks.source import milder_if_extracted, parts
from gongkai.reports.model.document import SourceKind
from gongkai.reports.model.report import Report
from gongkai.statute.provisions import REGULATION

DAMAGE = (
    (Wording("替换符", "replacement characters"), re.compile(r"\ufffd+|□{3,}|�+")),
    (
        Wording("乱码", "mojibake"),
        re.compile(
            r"锟斤拷|烫烫烫|屯屯屯|[ÃÂåæçèéä][\u0080-\u00bf]{1,2}|ï¼|â€|[\u0080-\u009f]"
            r"|[\ue000-\uefff\uf100-\uf8ff]|[\x00-\x08\x0e-\x1f]|鏀垮簻|淇℃伅|鍏紑"
        ),
    ),
    (
        Wording("康熙部首字符", "Kangxi radicals instead of characters"),
        re.compile(r"[\u2e80-\u2fdf]+"),
    ),
)


@rule(
    id="T02",
    severity=Severity.WARNING,
    source=REGULATION.article("6"),
    english="Damaged characters",
    mend=Wording("从原稿重新转换或者改正。", "Convert again from the original, or correct."),
    passes=(
        ReportExample(),
        ReportExample(prose={"overview": "\uf0b7 café 主动公开：①网站 ②公报"}),
    ),
    fails=(
        ReportExample(prose={"overview": "全年公开信\ufffd 20 条。"}),
        ReportExample(prose={"overview": "主动公开锟斤拷信息。"}),
        ReportExample(prose={"overview": "⼈民政府⼯作"}, source=SourceKind.PDF),
    ),
)
def no_damaged_characters(report: Report) -> Iterator[Found]:
    """没有乱码和损坏的字符

    看着一样的部首字符搜不到、读屏读不出；乱码则谁也读不懂。文本是从别的格式转换来的，只作提示。
    """
    for part in parts(report):
        for kind, pattern in DAMAGE:
            found = list(pattern.finditer(part.text))
            if found:
                shown = part.around(found[0].start(), found[0].end(), 6)
                yield Found(
                    part.at,
                    f"{kind.zh} {len(found)} 处，如“{shown}”",
                    f"{kind.en}, {len(found)} times, as in “{shown}”",
                    severity=milder_if_extracted(report),
                    place=part.place(found[0].start()),
                )
