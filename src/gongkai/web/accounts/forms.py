from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django_otp.plugins.otp_totp.models import TOTPDevice

from gongkai.web.accounts.models import Identity, Person
from gongkai.web.accounts.queries import known_as, waiting
from gongkai.web.ui import clock
from gongkai.web.ui.config import config
from gongkai.web.ui.forms import PlainForm


class SignInForm(PlainForm):
    login = forms.CharField(
        label="账号", widget=forms.TextInput(attrs={"autocomplete": "username"})
    )
    password = forms.CharField(
        label="密码",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, request: HttpRequest, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request
        self.person: Person | None = None

    def clean(self) -> None:
        typed = self.cleaned_data
        if typed.get("login") and typed.get("password"):
            self.person = authenticate(
                self.request, username=typed["login"], password=typed["password"]
            )
            if self.person is None:
                raise ValidationError("账号或密码不对。连续输错五次，要等十五分钟再试。")
            if self.person.kind == Person.Kind.STAFF and not config().local_password:
                raise ValidationError(f"工作人员不再用密码登录，请用{config().oidc_name}登录。")


class CodeForm(PlainForm):
    """The six digits of the authenticator."""

    code = forms.RegexField(
        r"^\d{6}$",
        label="动态口令",
        help_text="手机验证器上显示的六位数字",
        error_messages={"invalid": "请输入六位数字。"},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def __init__(self, device: TOTPDevice, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.device = device

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if not self.device.verify_is_allowed()[0]:
            raise ValidationError("输错次数较多，请稍等片刻再试。")
        if not self.device.verify_token(code):
            raise ValidationError("口令不对或已过期，请输入当前显示的数字。")
        return code


LONGEST = 128
"""Characters of a password: a longer one would only cost time to hash."""


class PasswordForm(PlainForm):
    old = forms.CharField(
        label="现在的密码",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label="新密码",
        max_length=LONGEST,
        strip=False,
        help_text="至少 12 个字符，可以用一句话，不要全是数字，不要含有账号或姓名",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label="再输一遍新密码",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, person: Person, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_old(self) -> str:
        old: str = self.cleaned_data["old"]
        if not self.person.check_password(old):
            raise ValidationError("现在的密码不对。")
        return old

    def clean_new(self) -> str:
        new: str = self.cleaned_data["new"]
        validate_password(new, self.person)
        return new

    def clean(self) -> None:
        typed = self.cleaned_data
        if typed.get("new") and typed.get("again") and typed["new"] != typed["again"]:
            self.add_error("again", "两次输入的新密码不一样。")


class AdmitForm(PlainForm):
    login = forms.RegexField(
        r"^[a-z][a-z0-9._-]{2,59}$",
        label="账号",
        help_text="小写字母开头，只用小写字母、数字、点和横线，3 至 60 个字符",
        error_messages={"invalid": "账号要以小写字母开头，只用小写字母、数字、点和横线。"},
    )
    name = forms.CharField(label="姓名", max_length=60)

    def clean_login(self) -> str:
        login: str = self.cleaned_data["login"]
        if Person.objects.filter(login=login).exists():
            raise ValidationError("这个账号已经有人用了，请换一个。")
        return login


class KnownAsForm(PlainForm):
    """What the identity provider calls a person."""

    known_as = forms.CharField(
        label="工号或单位邮箱",
        max_length=120,
        required=False,
        help_text="与统一身份认证里登记的一致；留空就只能用关联码关联",
    )

    def __init__(self, person: Person, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_known_as(self) -> str:
        value: str = self.cleaned_data["known_as"]
        other = known_as(value)
        if other and other != self.person:
            raise ValidationError(f"{other.name}（{other.login}）已经登记了这个工号或邮箱。")
        return value


class TieForm(PlainForm):
    """The code that somebody untied was shown when they tried to sign in."""

    code = forms.CharField(
        label="关联码",
        max_length=12,
        help_text="本人用统一身份认证登录一次，页面上会显示八位关联码，七天内有效",
    )

    def clean_code(self) -> Identity:
        found = waiting(self.cleaned_data["code"], clock.now())
        if found is None:
            raise ValidationError("没有这个关联码，或者已经过了七天。请本人再登录一次，看新的码。")
        return found
