from decimal import Decimal

from django import template

from gongkai.web.ledgers.year import said

register = template.Library()


@register.filter
def figure(value: Decimal) -> str:
    """1200.0000 as 1200."""
    return said(value)
