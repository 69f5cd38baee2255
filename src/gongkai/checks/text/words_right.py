import re
from collections.abc import Iterator

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.published import Publication, PublicationExample
from gongkai.checks.report.wrong_words import wrong_words_listed
from gongkai.checks.rule import rule
from gongkai.statute.provisions import REGULATION


@rule(
    id="X09",
    severity=Severity.WARNING,
    source=REGULATION.article("6"),
    english="A wrong word from the reviewed list",
    mend=Wording("核对原意后改正。", "Correct the word after checking what was meant."),
    passes=PublicationExample(text="推进权力运行公开，办理议案提案 3 件。"),
    fails=PublicationExample(text="公开内容覆盖权利运行全流程。"),
)
def words_right(publication: Publication) -> Iterator[Found]:
    """公布的文字没有错别字

    错字会改变意思，也损害公信力。只收录几乎可以肯定的错误，有争议的写法只作提示。
    """
    for part in publication.parts:
        for word in wrong_words_listed():
            if word.key not in part.text:
                continue
            for match in re.finditer(word.wrong, part.text):
                shown = part.around(match.start(), match.end(), 6)
                yield Found(
                    part.at,
                    f"“{shown}”中的“{match[0].strip()}”疑为“{word.right}”之误",
                    f"“{match[0].strip()}” is probably meant to be “{word.right}”",
                    severity=Severity.NOTE if word.note else None,
                    place=part.place(match.start()),
                )
