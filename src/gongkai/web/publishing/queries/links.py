"""The links of a draft to pages and files of this platform that nobody could open."""

import re
from collections.abc import Iterable

from django.urls import Resolver404, resolve

from gongkai.web.files.models import Upload
from gongkai.web.publishing.models.items import Audience, Item

LINK = re.compile(r'href="(/[^"#?]*)')
GONE, NO_PAGE = "页面或者附件没有公开，或者已经撤下", "本站没有这个页面"


def dead(content: str, own_files: Iterable[str]) -> dict[str, str]:
    """Address → why it leads nowhere. Pages of other sites are not asked."""
    own = {f"/files/{upload}" for upload in own_files}
    found = {address: _fault(address) for address in dict.fromkeys(LINK.findall(content))}
    return {address: why for address, why in found.items() if why and address not in own}


def _fault(address: str) -> str:
    try:
        match = resolve(address)
    except Resolver404:
        return NO_PAGE
    if match.view_name == "files:fetch":
        there = Upload.objects.filter(pk=match.kwargs["pk"], public=True).exists()
        return "" if there else GONE
    if match.view_name == "publishing:item":
        code, year, number = (match.kwargs[key] for key in ("code", "year", "number"))
        found = Item.objects.filter(body__code=code, year=year, serial=number, public=True)
        return "" if found.filter(audience=Audience.PUBLIC).exists() else GONE
    return ""
