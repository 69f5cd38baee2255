import re
from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.checks.source import milder_if_extracted, parts
from gongkai.reports.model.document import SourceKind
from gongkai.reports.model.report import Report
from gongkai.statute.provisions import REGULATION

CONVERSION = re.compile(
    r"\[bookmark:[^\]]*\]|\{\s*(?:HYPERLINK|PAGEREF|TOC|REF|PAGE|NUMPAGES|SEQ|EMBED)\b[^}]*\}"
    r"|\bHYPERLINK\s+\\?\"|\bPAGEREF\s+_\w+|\bTOC\s+\\o|\\\*\s*MERGEFORMAT|\b_GoBack\b|\b_Toc\d+\b"
    r"|错误[!！]\s*(?:未找到|未定义|超链接|书签)[^。\s]{0,10}"
    r"|Error! (?:Reference|Bookmark|Hyperlink)"
    r"|&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|#\d{2,5}|#x[0-9a-fA-F]{2,5});"
    r"|</?(?:br|p|div|span|td|tr|table|font|strong|img|a|o:p)\b[^<>]{0,80}/?>|<!--|-->"
    r"|\[object Object\]"
)
TEMPLATE = re.compile(
    r"各项数据核定时间点为报告年度的\s*12\s*月\s*31\s*日"
    r"|[（(](?:此处|在此|请)填写[^）)]*[）)]|请在此(?:处)?(?:填写|输入)"
    r"|[（(]文字描述[^）)]*[）)]|年度报告格式模板"
    r"|单击(?:或点击)?此处(?:输入|添加)[^。\s]{0,10}|[（(](?:填报|填写|填表)(?:说明|要求)[^）)]*[）)]"
    r"|(?<![A-Za-z0-9])[Xx×＊*]{2,}\s*"
    r"(?=年度?|月|[县区市省局镇乡]|街道|单位|部门|机关|[件条次个万元])"
    r"|〔?20[×XxＸ_]{2}〕?\s*年|(?:机关|单位)名称\s*[+＋]\s*年|_{3,}\s*(?=[年件条次元])|【(?:此处|请|模板)[^】]*】"
)


@rule(
    id="T01",
    severity=Severity.WARNING,
    source=REGULATION.article("6"),
    english="Residue of a conversion or instructions of the template are left in",
    mend=Wording("删除残留的代码、占位符和模板说明。", "Delete codes, blanks and instructions."),
    passes=(
        ReportExample(),
        ReportExample(prose={"annex": "公示人员：张××，低保金 ××× 号。"}),
        ReportExample(prose={"overview": "下载地址 https://www.qinghe.gov.cn/a_b?x=1&y=2"}),
    ),
    fails=(
        ReportExample(prose={"overview": "[bookmark: _GoBack]2024年，我局认真落实条例。"}),
        ReportExample(prose={"overview": "全年主动公开信息 XX 条。"}),
        ReportExample(prose={"problems": "详见错误!未找到引用源。"}, source=SourceKind.TEXT),
        ReportExample(prose={"proactive": "（各项数据核定时间点为报告年度的12月31日）"}),
    ),
)
def no_residue(report: Report) -> Iterator[Found]:
    """没有代码残留和模板说明

    书签、域代码、占位符、“此处填写”之类，说明发布前没有通读。文本是从别的格式转换来的，
    残留可能由转换产生，只作提示。
    """
    for part in parts(report):
        for pattern, zh, en in (
            (CONVERSION, "转换残留", "residue of a conversion"),
            (TEMPLATE, "模板内容未删", "left over from the template"),
        ):
            match = pattern.search(part.text)
            if match:
                shown = re.sub(r"\s+", " ", match[0])
                yield Found(
                    part.at,
                    f"{zh}：“{shown}”",
                    f"{en}: “{shown}”",
                    severity=milder_if_extracted(report),
                    place=part.place(match.start()),
                )
