"""First drafts, and the numbers bound in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.checks.report.overview_topics import overview_topics
from gongkai.statute.forms import form
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import system
from gongkai.web.reporting import assemble
from gongkai.web.reporting.acts.report import open_year
from gongkai.web.reporting.acts.writing import write
from gongkai.web.reporting.binding import (
    BLANK,
    Bound,
    UnknownNameError,
    bind,
    bound_numbers,
    cells_by_name,
    demand_known,
    loose,
    named,
    pieces,
    resolved,
)
from gongkai.web.reporting.draft import PARTS, Of, drafted, template_for, templates
from gongkai.web.reporting.figures import figures
from gongkai.web.reporting.queries.counting import other_numbers
from gongkai.web.reporting.queries.report import state_of
from gongkai.web.ui import clock

FORM = form("2021")
ASKED = [
    ("requests.received.business", 3),
    ("requests.granted.business", 2),
    ("requests.carried_out.business", 1),
]
LAST = "本年度存在的主要问题：一是公开不够及时；二是解读形式单一。改进措施：加强提醒。"


def known(added=(), published=0):
    return bound_numbers(FORM, figures(FORM, {}, added), [Bound("主动公开信息", published)])


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_every_cell_has_a_name_of_its_own(edition):
    named_cells = [named(form(edition), cell) for cell in form(edition).cells]
    assert len(set(named_cells)) == len(named_cells)


@pytest.mark.parametrize("template", templates())
def test_every_template_drafts_every_part_with_the_five_topics_and_known_numbers(template):
    for numbers in (known(), known(ASKED, 7)):
        texts = drafted(Of("某机关", "本机关", "department", 2025), numbers, template)
        assert set(texts) == set(PARTS)
        assert not [words for words in texts.values() if "$" in words]
        for words in texts.values():
            demand_known(words, numbers)
        told = {part: resolved(words, numbers) for part, words in texts.items()}
        statement = assemble.statement(
            form=FORM,
            name="某机关",
            kind="department",
            year=2025,
            figures=figures(FORM, {}, ()),
            texts=told,
            issued_on=None,
        )
        assert list(overview_topics.judge(assemble.report(statement))) == []


@pytest.mark.parametrize("kind", [kind.value for kind in Body.Kind])
def test_every_kind_of_body_has_a_template(kind):
    assert template_for("某机关", kind) in templates()


@pytest.mark.parametrize(
    ("name", "template"),
    [
        ("某区社会管理网格化服务中心", "grid_centre"),
        ("某区城市管理执法局", "enforcement_bureau"),
        ("某街道办事处", "street"),
        ("某区机关事务服务中心", "office_services"),
    ],
)
def test_a_name_tells_the_template(name, template):
    assert template_for(name, "institution") == template


def test_a_draft_tells_the_figures_where_there_are_any():
    numbers = known(ASKED)
    texts = drafted(Of("某局", "我局", "department", 2025), numbers)
    told = resolved(texts["requests"], numbers)
    assert "新收政府信息公开申请3件，上年结转0件，办结2件（其中予以公开2件），结转下年度1件" in told


def test_last_years_problems_stand_in_the_draft_with_a_blank_for_what_became_of_them():
    texts = drafted(Of("某局", "我局", "department", 2025, LAST), known())
    assert "公开不够及时" in texts["problems"]
    assert BLANK.search(texts["problems"])


@given(st.integers(0, 10**6))
def test_a_bound_number_follows_its_source(value):
    numbers = known([("requests.received.business", value)])
    assert resolved("新收{新收申请}件", numbers) == f"新收{value}件"
    (shown,) = [piece.bound for piece in pieces("新收{新收申请}件", numbers) if piece.bound]
    assert (shown.value, shown.cell) == (value, "requests.received.total")


def test_a_number_typed_by_hand_is_pointed_out_with_the_names_of_its_value():
    (found,) = loose("2025年1月5日，依〔2025〕3号文件收到申请3件，12345热线。", known(ASKED))
    assert found.text == "3"
    assert "新收申请" in found.names


def test_bound_numbers_are_not_pointed_out():
    assert loose("收到{新收申请}件", known(ASKED)) == []


def test_binding_puts_the_name_where_the_number_stood():
    words = "收到申请3件"
    (found,) = loose(words, known(ASKED))
    assert bind(words, found.start, found.text, "新收申请") == "收到申请{新收申请}件"
    with pytest.raises(ValueError, match="改动"):
        bind("收到了申请3件", found.start, found.text, "新收申请")


def test_a_name_that_is_bound_to_nothing_is_refused_with_the_nearest_ones():
    with pytest.raises(UnknownNameError, match="新收申请"):
        demand_known("收到{新收申情}件", known())


def test_sums_are_of_the_rows_they_name():
    assert cells_by_name(FORM)["不予公开"] == tuple(
        row.cell("total") for row in FORM.outcomes if row.group == "refused"
    )


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("关注人数{台账·关注人数}人", "关注人数约8200人"),
        ("关注人数近{台账·关注人数}人", "关注人数近8200人"),
        ("关注{台账·关注人数}余人", "关注8200余人"),
        ("开设群组{台账·社区群组}个", "开设群组66个"),
    ],
)
def test_an_approximate_number_is_told_as_one_unless_the_words_do(words, read):
    followers = Bound("台账·关注人数", 8200, about=True)
    numbers = {each.name: each for each in (followers, Bound("台账·社区群组", 66))}
    assert resolved(words, numbers) == read
    assert "约数" in followers.told


@pytest.mark.django_db
def test_the_ledgers_approximate_figures_stay_so_in_a_report(signed_in):
    body = Body.objects.get(code="wangge")
    year = clock.today().year
    found = {each.name: each for each in other_numbers(body, year)}
    about = found["台账·关注人数"]
    assert (about.about, found["台账·社区群组"].about) == (True, False)
    report = open_year(system("测试"), body=body, year=year)
    words = "关注人数{台账·关注人数}人。"
    base = state_of(report).texts["other"].version
    write(system("测试"), report=report, part="other", words=words, base=base)
    page = signed_in("wangge.jingban").get(f"/desk/reports/{report.pk}/text/other")
    assert f'title="{about.told}">{about.shown}</a>' in page.content.decode()
