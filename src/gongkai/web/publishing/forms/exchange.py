from django import forms

from gongkai.web.agencies.models import Body
from gongkai.web.publishing.models.channels import Channel
from gongkai.web.publishing.models.exchange import Outlet
from gongkai.web.ui.forms import AddressField, DayField, PlainForm


class GateForm(PlainForm):
    name = forms.CharField(label="系统名称", max_length=60, help_text="例如：区电子公文系统")


class OutletForm(PlainForm):
    """Where and how public items are handed on."""

    channel = forms.ModelChoiceField(Channel.objects.none(), label="渠道")
    way = forms.ChoiceField(label="方式", choices=Outlet.Way)
    address = AddressField(label="接口地址", max_length=300, required=False)
    token = forms.CharField(
        label="对方系统的密钥",
        max_length=200,
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text="加密保存；不填则不带密钥",
    )
    since = DayField(label="从哪天公布的起")

    def __init__(self, body: Body, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["channel"].queryset = Channel.objects.filter(body=body, closed_on=None)
