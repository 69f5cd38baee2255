import re
from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.reports.model.report import Report
from gongkai.statute.provisions import GB_DOCUMENT_FORMAT

COMPILER = re.compile(r"办公厅|办公室|政务公开办公室")


@rule(
    id="C10",
    severity=Severity.NOTE,
    source=GB_DOCUMENT_FORMAT.whole,
    english="Title and signature name the body differently",
    mend=Wording(
        "标题和落款使用同一个机关名称（全称或者规范化简称）。",
        "Use the same name, full or the accepted short form, in title and signature.",
    ),
    passes=(
        ReportExample(),
        ReportExample(body="青禾区人民政府", signature="青禾区人民政府办公室"),
        ReportExample(signature=None),
    ),
    fails=ReportExample(body="青禾区城管执法局", signature="青禾区城市管理执法局"),
)
def one_name(report: Report) -> Iterator[Found]:
    """标题和落款的机关名称一致

    机关名称应当使用全称或者规范化简称，前后一致。政府的报告由其办公厅（室）署名的，不算不一致。
    """
    title, signature = (
        _plain(name) for name in (report.statement.body, report.statement.signature)
    )
    if not title or not signature or title == signature:
        return
    if title.endswith(("人民政府", "管委会", "管理委员会")) and COMPILER.fullmatch(
        signature.removeprefix(title)
    ):
        return
    yield Found(
        "signature",
        f"标题称“{title}”，落款称“{signature}”",
        f"the title says “{title}”, the signature “{signature}”",
    )


def _plain(name: str | None) -> str:
    return re.sub(r"\s", "", name or "")
