"""The tables, one file a subject. Django knows of those that are named here."""

from gongkai.web.publishing.models import channels as channels
from gongkai.web.publishing.models import items as items
from gongkai.web.publishing.models import upkeep as upkeep
