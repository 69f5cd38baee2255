"""How personal data is shown until somebody asks to see it."""

from collections.abc import Callable


def name(value: str) -> str:
    """张三 → 张*, 欧阳长河 → 欧***; an organisation's name is not masked here."""
    return value[:1] + "*" * max(len(value) - 1, 1)


def phone(value: str) -> str:
    """13800001234 → 138****1234."""
    return value[:3] + "*" * max(len(value) - 7, 4) + value[-4:] if len(value) >= 7 else "****"


def identity_number(value: str) -> str:
    """Region and check digit only: 420104************."""
    return value[:6] + "*" * max(len(value) - 7, 4) + value[-1:] if len(value) >= 8 else "****"


def email(value: str) -> str:
    """zhang@example.org → z****@example.org."""
    local, at, host = value.partition("@")
    return f"{local[:1]}****{at}{host}"


def hidden(value: str) -> str:
    del value
    return "（已隐去）"


MASKS: dict[str, Callable[[str], str]] = {
    "name": name,
    "phone": phone,
    "identity_number": identity_number,
    "email": email,
    "address": hidden,
}
FOUND_BY = ("name", "phone", "identity_number", "credit_code")
"""Fields that the blind index finds."""


def masked(field: str, value: str) -> str:
    return MASKS.get(field, hidden)(value)
