"""What an act of a page is answered with."""

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.test import RequestFactory

from gongkai.web.ui.doing import Page


class NotNowError(Exception):
    """The refusal that the page tells."""


PAGE = Page("ledgers:batch", NotNowError)


@pytest.fixture
def request_():
    made = RequestFactory().post("/")
    made.session = {}
    made._messages = FallbackStorage(made)
    return made


def told(request) -> list[tuple[str, str]]:
    return [(each.level_tag, each.message) for each in request._messages]


def refusing():
    raise NotNowError("现在不能办理。")


def test_the_page_says_what_was_done(request_):
    answer = PAGE.done(request_, 7, list, "已经办理。")
    assert (answer.status_code, answer["Location"]) == (302, "/desk/imports/7/")
    assert told(request_) == [("success", "已经办理。")]


def test_the_page_says_why_it_was_refused(request_):
    assert PAGE.done(request_, 7, refusing, "已经办理。")["Location"] == "/desk/imports/7/"
    assert told(request_) == [("error", "现在不能办理。")]


def test_what_the_page_shows_anyway_is_not_said(request_):
    PAGE.done(request_, 7, list)
    assert told(request_) == []


def test_another_fault_is_no_refusal(request_):
    with pytest.raises(ZeroDivisionError):
        PAGE.done(request_, 7, lambda: 1 / 0, "已经办理。")
