"""Template tags and filters used on every page; loaded as builtins."""

from datetime import date, datetime

from django import template
from django.core.paginator import Page
from django.forms import BoundField
from django.http import QueryDict
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

register = template.Library()
SYSTEMS = {
    "HarmonyOS": "鸿蒙",
    "Android": "安卓",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS": "Mac",
    "Linux": "Linux",
}
BROWSERS = {
    "MicroMessenger": "微信",
    "QQBrowser": "QQ 浏览器",
    "Edg": "Edge",
    "Firefox": "Firefox",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
"""What a browser calls itself holds several of these names; the first that is found counts."""


@register.filter
def day(value: date | datetime | None) -> str:
    """2026年1月5日, as official papers write it; empty for no date."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    return f"{value.year}年{value.month}月{value.day}日"


@register.filter
def moment(value: datetime | None) -> str:
    """2026年1月5日 09:30 in Beijing."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    return f"{day(local)} {local:%H:%M}"


@register.filter
def device(agent: str) -> str:
    """Windows，Chrome: system and browser out of what the browser calls itself."""
    found = [
        next((name for key, name in names.items() if key in agent), "")
        for names in (SYSTEMS, BROWSERS)
    ]
    return "，".join(filter(None, found)) or agent[:40] or "没有说明"


@register.filter
def paragraphs(text: str) -> SafeString:
    """Each line as a paragraph of its own, as official papers set it."""
    return format_html_join(
        "", "<p>{}</p>", ((line,) for line in text.splitlines() if line.strip())
    )


@register.inclusion_tag("ui/parts/field.html")
def field(bound: BoundField, hint: str = "") -> dict[str, object]:
    """Label, hint, error and control of one field, tied together for screen readers."""
    described = [f"{bound.auto_id}-hint"] if hint or bound.help_text else []
    described += [f"{bound.auto_id}-error"] if bound.errors else []
    attrs = {"aria-describedby": " ".join(described)} if described else {}
    if bound.errors:
        attrs["aria-invalid"] = "true"
    return {
        "bound": bound,
        "hint": hint or bound.help_text,
        "control": bound.as_widget(attrs=attrs),
        "kind": bound.widget_type,
        "several": bound.widget_type in ("radioselect", "checkboxselectmultiple"),
        "optional": _may_stay_empty(bound),
    }


def _may_stay_empty(bound: BoundField) -> bool:
    """Whether that has to be said: not where it is plain, as in the filters of a list."""
    own = bound.field
    if own.required or getattr(own, "depends", False) or bound.widget_type == "checkbox":
        return False
    return any(field.required for field in bound.form.fields.values())


@register.inclusion_tag("ui/parts/errors.html")
def errors(form) -> dict[str, object]:
    """The box above a form that names what has to be put right, each a link to its field."""
    return {"form": form}


@register.inclusion_tag("ui/parts/pager.html", takes_context=True)
def pager(context, page: Page) -> dict[str, object]:
    """Page links that keep the list's filters."""
    kept: QueryDict = context["request"].GET.copy()
    kept.pop("page", None)
    return {"page": page, "kept": kept.urlencode()}
