"""Linked data stands on a page under the content security policy."""

import pytest

pytestmark = pytest.mark.browser


def test_the_policy_does_not_complain_about_linked_data(person):
    page, said = person(""), []
    page.on("console", lambda message: said.append(message.text))
    page.goto("/bodies/wangge/items/2021/1/")
    assert page.locator('script[type="application/ld+json"]').count() == 1
    assert said == []
