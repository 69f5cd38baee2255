"""The tables, one file a subject. Django knows of those that are named here."""

from gongkai.web.requests.models import case as case
from gongkai.web.requests.models import desk as desk
from gongkai.web.requests.models import fees as fees
from gongkai.web.requests.models import letters as letters
from gongkai.web.requests.models import mail as mail
from gongkai.web.requests.models import others as others
from gongkai.web.requests.models import own_data as own_data
