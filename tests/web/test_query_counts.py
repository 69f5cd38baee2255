"""No page asks the database more often than it needs to."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gongkai.web.accounts.models import Person
from tests.web.browser.views import views

USUAL = 13
MORE = {
    "desk-waiting": 15,
    "publishing-desk_item": 14,
    "requests-letter": 20,
    "requests-case": 30,
    "case-consulting": 32,
    "case-fee": 32,
    "case-forwarded": 32,
    "case-answered": 30,
    "case-overdue": 30,
    "case-correction": 30,
    "case-submitted": 30,
    "case-came-by": 30,
    "case-split": 30,
    "reporting-report": 29,
    "report-draft": 28,
    "report-text": 26,
    "report-carried": 22,
    "report-cell": 16,
    "reporting-cell": 16,
    "reporting-changes": 28,
}
"""Pages that may ask more often, with how often."""


@pytest.mark.django_db
def test_every_page_keeps_to_its_number_of_queries():
    over = {}
    for view in views():
        client = Client()
        if view.login:
            client.force_login(Person.objects.get(login=view.login))
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(view.address)
        if len(asked) > MORE.get(view.name, USUAL):
            over[view.name] = len(asked)
    assert over == {}
