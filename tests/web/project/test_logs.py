"""Lines of the log: structured, tied to a request, without what people have typed."""

import io
import json
import logging
import logging.config
from dataclasses import replace

import pytest
from django.conf import settings

from gongkai.web.ui.logs import logging as logging_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines():
    """What was logged as in production, line by line."""
    written = io.StringIO()
    told = logging_of(replace(settings.GONGKAI, production=True, log_level="INFO"))
    told["handlers"]["stderr"]["stream"] = written
    logging.config.dictConfig(told)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    logging.config.dictConfig(settings.LOGGING)


def test_every_answer_is_a_line_with_its_page_and_the_number_the_visitor_sees(client, lines):
    answer = client.get("/bodies/wangge/?words=13800001234")
    [line] = [each for each in lines() if each["logger"] == "gongkai.access"]
    assert (line["page"], line["status"], line["method"]) == ("agencies:body", 200, "GET")
    assert line["request"] == answer["X-Request-Id"]
    assert line["ms"] >= 0
    assert "13800001234" not in json.dumps(lines())


def test_an_error_tells_its_class_and_place_but_no_value(client, lines, monkeypatch):
    client.raise_request_exception = False

    def break_down(on):
        raise ValueError("13800001234")

    monkeypatch.setattr("gongkai.web.agencies.queries.bodies", break_down)
    answer = client.get("/bodies/")
    [line] = [each for each in lines() if "error" in each]
    assert line["error"] == "ValueError"
    assert line["request"] == answer["X-Request-Id"]
    assert "break_down" in line["places"][-1]
    assert "13800001234" not in json.dumps(lines())


def test_no_line_tells_who_applied_or_what_was_typed(client, lines):
    typed = {"number": "SQ001-2026-0001", "code": "ABCDEFGH", "name": "程远山"}
    client.post("/follow/", typed)
    client.post("/sign-in/", {"login": "chengyuanshan", "password": "my-own-password"})
    everything = json.dumps(lines(), ensure_ascii=False)
    for value in (*typed.values(), "chengyuanshan", "my-own-password"):
        assert value not in everything
