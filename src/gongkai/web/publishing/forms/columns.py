from django import forms

from gongkai.web.publishing.forms.channels import past
from gongkai.web.publishing.models.columns import Column
from gongkai.web.publishing.queries.channels import channels_of
from gongkai.web.publishing.queries.columns import kind_choices
from gongkai.web.ui.config import config
from gongkai.web.ui.forms import AddressField, DayField, PlainForm, PlainModelForm


class ColumnForm(PlainModelForm):
    """A column: what fills it, how fresh it must be, who answers for it."""

    item_kinds = forms.MultipleChoiceField(
        label="收录的体裁",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="这些体裁的信息公布后，栏目即视为更新",
    )
    address = AddressField(
        label="网址", max_length=300, required=False, help_text="栏目设在其他网站上时填写"
    )

    class Meta:
        model = Column
        fields = (
            "name",
            "kind",
            "description",
            "responsible",
            "keeper",
            "telephone",
            "item_kinds",
            "channel",
            "address",
            "own_days",
            "order",
        )
        labels = {"channel": "渠道"}
        help_texts = {
            "telephone": "只填办公电话",
            "own_days": "严于统一要求时填写；不填按统一要求",
            "channel": "通过这个渠道发布后，栏目即视为更新",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["item_kinds"].choices = kind_choices()
        self.fields["channel"].queryset = channels_of(self.instance.body)
        self.fields["channel"].empty_label = "不与渠道挂钩"

    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        others = Column.objects.filter(body=self.instance.body_id, name=name)
        if others.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError("本单位已有同名的栏目。")
        return name


class ConfirmForm(PlainForm):
    """An update that the platform cannot see."""

    on = DayField(label="更新日期")
    note = forms.CharField(
        label="更新内容", max_length=200, help_text="例如：核对机构职能，与实际一致"
    )

    def clean_on(self):
        return past(self.cleaned_data["on"], "更新日期")


class LinksForm(PlainForm):
    """Which links are tried."""

    everywhere = forms.BooleanField(label="也检查指向其他网站的链接", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if listed := config().link_hosts:
            self.fields["everywhere"].help_text = f"只检查列入的网站：{'、'.join(listed)}"
        else:
            del self.fields["everywhere"]
