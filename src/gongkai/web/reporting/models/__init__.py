"""The tables, one file a subject. Django knows of those that are named here."""

from gongkai.web.reporting.models import archive as archive
from gongkai.web.reporting.models import filing as filing
from gongkai.web.reporting.models import frozen as frozen
from gongkai.web.reporting.models import report as report
