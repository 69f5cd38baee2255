"""The index made anew is the index that the acts have written."""

import pytest
from click.testing import CliRunner

from gongkai.web.project.commands.reindex import command
from gongkai.web.project.indexed import SOURCES
from gongkai.web.publishing.models.items import Item
from gongkai.web.search.acts import put, rebuild, remove
from gongkai.web.search.entry import Entry
from gongkai.web.search.models import Page
from gongkai.web.search.queries import Asked, find

pytestmark = pytest.mark.django_db


def pages() -> list[dict[str, object]]:
    rows = Page.objects.order_by("subject").values()
    return [{name: value for name, value in row.items() if name != "place"} for row in rows]


def run(*options: str) -> None:
    done = CliRunner().invoke(command, options, catch_exceptions=False)
    assert done.exit_code == 0, done.output


def test_everything_that_is_indexed_has_a_source():
    assert {page["subject"].partition(":")[0] for page in pages()} == {
        source.subject for source in SOURCES
    }


@pytest.mark.parametrize("options", [(), ("--empty",)])
def test_the_index_made_anew_holds_what_the_acts_have_put_there(options):
    before = pages()
    if options:
        rebuild([])
    else:
        remove(before[0]["subject"])
    run(*options)
    assert pages() == before
    assert find(Asked("公开")).count


def test_what_should_not_be_found_goes():
    item = Item.objects.filter(public=True).first()
    other = Item.objects.filter(public=False).first()
    put(Entry(f"publishing.item:{other.pk}", "x", "从未公开", "", "/x", item.made_on))
    put(Entry("gone.app:1", "x", "没有来源", "", "/x", item.made_on))
    run()
    assert find(Asked("从未公开")).count == find(Asked("没有来源")).count == 0
