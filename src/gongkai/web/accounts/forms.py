from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django_otp.plugins.otp_totp.models import TOTPDevice

from gongkai.web.accounts.models import Person
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
