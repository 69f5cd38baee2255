"""What officers fill in when they black out parts of a paper."""

from collections.abc import Iterable, Sequence

from django import forms

from gongkai.web.files.redaction.find import Suggestion
from gongkai.web.files.redaction.pages import Box
from gongkai.web.ui.forms import PlainForm

EMPTY_ROWS = 3
"""Rows without a box that the form offers."""
LARGEST_MM = 2000


class TakeForm(PlainForm):
    """A paper that holds what may go out and what may not."""

    file = forms.FileField(
        label="材料", help_text="PDF、图片或者 Word 文件，原件加密保存，不提供给申请人"
    )


class FoundForm(PlainForm):
    """What was found on the pages, each to be ticked."""

    words = forms.CharField(
        label="还要遮盖的文字",
        required=False,
        help_text="姓名、单位名称等，几个词用空格隔开，查出每一处",
    )
    chosen = forms.MultipleChoiceField(
        label="查到的个人信息", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, found: Sequence[Suggestion], *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.found = list(found)
        self.fields["chosen"].choices = [
            (str(at), f"第 {each.boxes[0].page} 页　{each.kind}　{each.text}")
            for at, each in enumerate(self.found)
            if each.boxes
        ]
        self.fields["chosen"].initial = [value for value, _ in self.fields["chosen"].choices]

    def boxes(self) -> Iterable[Box]:
        """The boxes of what was ticked, to a tenth of a millimetre."""
        for at in self.cleaned_data["chosen"]:
            for box in self.found[int(at)].boxes:
                measures = (box.left, box.top, box.width, box.height)
                yield Box(box.page, *(round(each, 1) for each in measures))


def _mm(label: str, least: float = 0):
    return forms.FloatField(
        label=label,
        required=False,
        min_value=least,
        max_value=LARGEST_MM,
        widget=forms.NumberInput(attrs={"step": "0.1", "class": "short"}),
    )


class BoxForm(PlainForm):
    """One box in mm from the upper left corner; an empty row is none."""

    left = _mm("左")
    top = _mm("上")
    width = _mm("宽")
    height = _mm("高")
    drop = forms.BooleanField(label="去掉", required=False)

    def clean(self) -> None:
        given = [self.cleaned_data.get(name) for name in ("left", "top", "width", "height")]
        filled = [value is not None for value in given]
        if any(filled) and (not all(filled) or not given[2] or not given[3]):
            raise forms.ValidationError("每一处都要填写左、上、宽、高，宽和高大于 0。")

    def box(self, page: int) -> Box | None:
        given = self.cleaned_data
        if given["drop"] or given["left"] is None:
            return None
        return Box(page, given["left"], given["top"], given["width"], given["height"])


def boxes_of(kept: Iterable[Sequence[float]]) -> list[Box]:
    """The boxes as they are kept with the paper."""
    return [Box(int(each[0]), *each[1:]) for each in kept]


def rows_of(kept: Iterable[Sequence[float]], page: int) -> list[dict[str, float]]:
    """Those of one page, as the form shows them."""
    return [
        {"left": box.left, "top": box.top, "width": box.width, "height": box.height}
        for box in boxes_of(kept)
        if box.page == page
    ]
