from django import template
from django.utils.safestring import SafeString, mark_safe

from gongkai.web.publishing.linked import as_script, item_facts
from gongkai.web.publishing.models.items import Item

register = template.Library()


@register.simple_tag
def linked_data(item: Item, address: str) -> SafeString:
    """The item as schema.org tells of it, for the head of its page."""
    words = as_script(item_facts(item, address))
    return mark_safe(  # noqa: S308 -- as_script escapes what could end the element
        f'<script type="application/ld+json">{words}</script>'
    )
