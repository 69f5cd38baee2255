"""The tables, one file a subject. Django knows of those that are named here."""

from gongkai.web.publishing.models import channels as channels
from gongkai.web.publishing.models import clarifications as clarifications
from gongkai.web.publishing.models import columns as columns
from gongkai.web.publishing.models import dialogue as dialogue
from gongkai.web.publishing.models import directory as directory
from gongkai.web.publishing.models import exchange as exchange
from gongkai.web.publishing.models import items as items
from gongkai.web.publishing.models import upkeep as upkeep
