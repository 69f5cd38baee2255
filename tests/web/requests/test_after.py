"""The archive of a case holds every paper with its hash; what several asked for is published."""

import hashlib
import io
import json
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.details import Answered
from gongkai.law.request.exchange import entry_from_data
from gongkai.law.request.lifecycle import Act, NotProvidedFor
from gongkai.law.request.record import Entry as LawEntry
from gongkai.web.audit import queries as trail
from gongkai.web.publishing.models.items import Item
from gongkai.web.requests import queries
from gongkai.web.requests.acts.casework import Searched, log_search
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.acts.package import package
from gongkai.web.requests.acts.suggest import suggest_publication
from gongkai.web.requests.acts.uploads import keep_papers
from gongkai.web.requests.models.case import Request
from tests.web.requests.conftest import BY
from tests.web.requests.test_signs import ANOTHER, ask  # noqa: F401 (a fixture)

pytestmark = pytest.mark.django_db


def opened(case) -> zipfile.ZipFile:
    out = io.BytesIO()
    package(BY, case, out)
    return zipfile.ZipFile(out)


@pytest.fixture
def case(apply):
    request = apply().request
    log_search(BY, request, Searched(date(2026, 2, 2), "档案室", "改造", found=False))
    keep_papers(BY, request, [SimpleUploadedFile("委托书.txt", "兹委托".encode())])
    answered = Answered(kind=AnswerKind.NOT_HELD)
    enter(BY, request, LawEntry(Act.ANSWER, date(2026, 2, 10), answered))
    return request


def test_every_file_of_the_archive_has_the_hash_that_the_manifest_says(case):
    archive = opened(case)
    manifest = json.loads(archive.read("manifest.json"))
    names = {each["name"] for each in manifest["files"]}
    assert {*names, "00-目录.txt", "manifest.json"} == set(archive.namelist())
    for each in manifest["files"]:
        data = archive.read(each["name"])
        assert (len(data), hashlib.sha256(data).hexdigest()) == (each["size"], each["sha256"])


def test_the_record_in_the_manifest_is_the_record(case):
    said = json.loads(opened(case).read("manifest.json"))["record"]
    assert tuple(entry_from_data(each) for each in said) == queries.record_of(case)


def test_the_papers_the_search_and_the_applicant_are_in_it(case):
    archive = opened(case)
    text = "".join(
        archive.read(name).decode("utf-8-sig") for name in archive.namelist() if "json" not in name
    )
    for said in ("程远山", "档案室", "没有找到", "兹委托", "2026年2月10日"):
        assert said in text


def test_taking_it_away_is_in_the_trail_and_not_for_sections(case, signed_in):
    closed = Request.objects.get(topic="值班人员请假审批单")
    address = f"/desk/requests/{closed.pk}/archive.zip"
    assert signed_in("wangge.keshi").post(address).status_code == 403
    answer = signed_in("wangge.jingban").post(address)
    assert zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))).testzip() is None
    actions = [e.action for e in trail.of_subject(f"requests.request:{closed.pk}")]
    assert actions[-1] == "requests.package"


def test_what_several_asked_for_becomes_a_draft_without_their_names(ask):  # noqa: F811
    one = ask("东风小区改造资金")
    with pytest.raises(NotProvidedFor, match="只有一名申请人"):
        suggest_publication(BY, one)
    ask("东风小区改造资金", person=ANOTHER)
    item = suggest_publication(BY, one)
    assert item.body == one.body
    stored = str(list(item.entries.values())) + str(Item.objects.filter(pk=item.pk).values())
    assert "东风小区改造资金" in stored
    assert "程远山" not in stored
