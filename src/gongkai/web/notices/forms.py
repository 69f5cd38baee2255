from django import forms

from gongkai.web.notices.models import Channel, Pace, Preference
from gongkai.web.ui.forms import AddressField, PlainForm, PlainModelForm

ROBOTS = [(each.value, each.label) for each in (Channel.WECOM, Channel.DINGTALK)]


class PreferenceForm(PlainModelForm):
    """Where and when I want to be told."""

    email = forms.EmailField(label="电子邮件地址", required=False)
    phone = forms.RegexField(r"^1\d{10}$", label="手机号码", required=False)

    class Meta:
        model = Preference
        fields = ("mail", "sms", "quiet_from", "quiet_to")
        widgets = {
            name: forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
            for name in ("quiet_from", "quiet_to")
        }

    field_order = ("email", "mail", "phone", "sms", "quiet_from", "quiet_to")

    def __init__(self, *args, known=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.known = known
        self.fields["phone"].error_messages["invalid"] = "请填写 11 位手机号码。"
        for name in ("email", "phone"):
            kept = getattr(known, name, "")
            if kept:
                self.fields[name].help_text = f"现在是 {kept}；不改就留空"

    def clean(self) -> None:
        for pace, name in (("mail", "email"), ("sms", "phone")):
            given = self.cleaned_data.get(name) or getattr(self.known, name, "")
            if self.cleaned_data.get(pace) == Pace.OFF or given:
                continue
            if name == "phone" or self.cleaned_data.get(pace) == Pace.DIGEST:
                self.add_error(name, f"请填写{self.fields[name].label}，或者选择“不发”。")


class GroupForm(PlainForm):
    """A group robot to be connected."""

    name = forms.CharField(label="群名称", max_length=60)
    channel = forms.ChoiceField(label="渠道", choices=ROBOTS)
    scope = forms.ChoiceField(label="哪个单位的消息")
    url = AddressField(label="机器人地址", help_text="在群设置里添加机器人后复制 Webhook 地址")
    secret = forms.CharField(label="加签密钥", required=False, help_text="钉钉选择“加签”时填写")

    def __init__(self, scopes: list[tuple[str, str]], *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["scope"].choices = scopes
