import re
from collections.abc import Iterator

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.published import TEXT, Metadata, Publication, PublicationExample
from gongkai.checks.rule import rule
from gongkai.statute.provisions import REGULATION

ANNEXES = re.compile(r"(?m)^\s*附件\s*[:：]\s*\S")
FULL = Metadata("关于楼道清理的通知", "安排十月份清理。", "综合政务\\其他")


@rule(
    id="X11",
    severity=Severity.WARNING,
    source=REGULATION.article("12(3)"),
    english="The catalogue's facts are incomplete",
    mend=Wording("补齐名称、概述、主题、文号和附件。", "Complete the facts of the catalogue."),
    passes=(
        PublicationExample(metadata=FULL),
        PublicationExample(text="附件：名单", attachments=(("名单.docx", "略"),), metadata=FULL),
    ),
    fails=(
        PublicationExample(metadata=Metadata("关于楼道清理的通知", "", "综合政务\\其他")),
        PublicationExample(metadata=Metadata("通知", "安排清理。", "综合政务\\其他")),
        PublicationExample(text="正文\n附件：1.名单", metadata=FULL),
    ),
)
def metadata_complete(publication: Publication) -> Iterator[Found]:
    """目录要素齐全

    目录应当有索引、名称、内容概述、生成日期；只有“通知”两个字的名称、没有挂出的附件，公众查不到、看不全。
    """
    told = publication.metadata
    if told is None:
        return
    if len(re.sub(r"\W", "", told.title)) < 4:
        yield Found(TEXT, "名称太短，看不出内容", "the title does not tell what it is about")
    if not told.summary.strip():
        yield Found(TEXT, "没有内容概述", "there is no summary")
    if not told.subject.strip():
        yield Found(TEXT, "没有主题分类", "there is no subject")
    if told.numbered and not told.document_number.strip():
        yield Found(TEXT, "没有文号", "there is no document number")
    if ANNEXES.search(publication.text) and not publication.attachments:
        yield Found(
            TEXT, "正文写了附件，但没有上传附件", "the text names annexes, none is attached"
        )
