"""The index number 索引号 of a published item, in the forms that places use.

A form is data: a pattern with named parts, a template that prints them, and which part carries a
check digit. Bodies may add forms of their own in the same shape.
"""

import re
import string
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from gongkai.law.identity.credit_code import read_credit_code, read_organisation_code
from gongkai.law.identity.digits import InvalidNumberError, plain_width
from gongkai.statute.catalogue import FOLDER

CHECKS = {"organisation_code": read_organisation_code, "credit_code": read_credit_code}


class IndexFormError(ValueError):
    """A form that cannot work; the message is a Chinese sentence that says why."""


@dataclass(frozen=True)
class IndexForm:
    """A form of the index number; `checked`: part → name of the check it must pass."""

    key: str
    where: str
    label: str
    pattern: re.Pattern[str]
    template: str
    checked: Mapping[str, str]
    examples: tuple[str, ...]


@dataclass(frozen=True)
class IndexNumber:
    """An index number in its parts; `serial` is a number, other parts stay as written."""

    form: IndexForm
    parts: Mapping[str, str | int]

    def __str__(self) -> str:
        return self.form.template.format(**self.parts)


def read_forms(text: str) -> dict[str, IndexForm]:
    """Forms from TOML, by key; IndexFormError when one cannot read what it prints."""
    try:
        return {key: read_form(key, said) for key, said in tomllib.loads(text).items()}
    except tomllib.TOMLDecodeError as wrong:
        raise IndexFormError(f"索引号规则不是有效的 TOML 文件（{wrong}）") from None


def read_form(key: str, said: Mapping[str, Any]) -> IndexForm:
    try:
        form = IndexForm(
            key=key,
            where=said["where"],
            label=said["zh"],
            pattern=re.compile(said["pattern"]),
            template=said["template"],
            checked=said.get("checked", {}),
            examples=tuple(said["examples"]),
        )
    except KeyError as missing:
        raise IndexFormError(f"索引号规则 {key} 缺少 {missing.args[0]}") from None
    except re.error as wrong:
        raise IndexFormError(f"索引号规则 {key} 的 pattern 写错了（{wrong}）") from None
    except TypeError:
        raise IndexFormError(f"索引号规则 {key} 的各项应为文字") from None
    check_form(form)
    return form


def check_form(form: IndexForm) -> None:
    """IndexFormError unless pattern, template and checks agree and every example comes back."""
    where = f"索引号规则 {form.key}"
    unknown = set(form.checked.values()) - set(CHECKS)
    if unknown:
        raise IndexFormError(f"{where} 的 checked 只能用 {'、'.join(CHECKS)}")
    try:
        named = {name for _, name, _, _ in string.Formatter().parse(form.template) if name}
    except ValueError:
        raise IndexFormError(f"{where} 的 template 写错了") from None
    if named != set(form.pattern.groupindex) or not set(form.checked) <= named:
        raise IndexFormError(f"{where} 的 pattern、template、checked 各部分名称不一致")
    for example in form.examples:
        if not comes_back(example, form):
            raise IndexFormError(f"{where} 读出的示例 {example} 不能原样写回")


def comes_back(example: str, form: IndexForm) -> bool:
    try:
        return str(read_index_number(example, [form])) == example
    except ValueError:
        return False


def read_index_number(text: str, forms: Iterable[IndexForm]) -> IndexNumber:
    """The number in the first form that fits; InvalidNumberError says why none does."""
    wanted = plain_width(text)
    labels = []
    for form in forms:
        labels.append(form.label)
        found = form.pattern.fullmatch(wanted)
        if found:
            for part, check in form.checked.items():
                CHECKS[check](found[part])
            parts: dict[str, str | int] = dict(found.groupdict())
            if "serial" in parts:
                parts["serial"] = int(parts["serial"])
            return IndexNumber(form, parts)
    raise InvalidNumberError(f"索引号应为：{'；或者 '.join(labels)}")


def make_index_number(form: IndexForm, **parts: str | int) -> IndexNumber:
    """A new number of that form; InvalidNumberError when a part is missing or does not fit."""
    missing = set(form.pattern.groupindex) - set(parts)
    if missing:
        raise InvalidNumberError(f"生成索引号还缺少：{'、'.join(sorted(missing))}")
    return read_index_number(form.template.format(**parts), [form])


INDEX_FORMS: Mapping[str, IndexForm] = read_forms(
    FOLDER.joinpath("index_forms.toml").read_text("utf-8")
)
"""The forms that are shipped."""
