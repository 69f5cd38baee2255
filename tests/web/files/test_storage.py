"""Where the bytes of uploads lie: a folder, or a bucket that speaks S3."""

from dataclasses import replace
from uuid import uuid4

import pytest
from botocore.exceptions import ClientError
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.files.storage.handler import StorageHandler

from gongkai.web.audit.actor import system
from gongkai.web.files import acts, queries
from gongkai.web.files.models import Upload
from gongkai.web.requests.models.case import Request
from gongkai.web.ui.config import ConfigError, config, read_config, storage
from tests.web.files.bucket_stand_in import standing_in

TEXT = "关于公开预算的通知".encode()


@pytest.fixture
def bucket(settings):
    """The platform with its files in a bucket; what lies in it by name."""
    with standing_in() as (address, things):
        told = storage(replace(config(), s3_url=address))
        settings.STORAGES = {**settings.STORAGES, "default": told}
        yield things


def test_a_file_in_the_bucket_is_kept_found_read_and_removed(bucket):
    place = storages["default"]
    assert place.save("ab/通知.txt", ContentFile(TEXT)) == "ab/通知.txt"
    assert bucket == {"ab/通知.txt": TEXT}
    assert place.exists("ab/通知.txt")
    assert not place.exists("ab/别的.txt")
    with place.open("ab/通知.txt") as stored:
        assert stored.read() == TEXT
    assert place.listdir("") == (["ab"], [])
    assert place.listdir("ab") == ([], ["通知.txt"])
    place.delete("ab/通知.txt")
    assert bucket == {}


@pytest.mark.django_db
def test_an_upload_goes_to_the_bucket_and_comes_back(bucket):
    kept = acts.keep(system(), "通知.txt", TEXT)
    assert list(bucket.values()) == [TEXT]
    assert queries.content(kept) == TEXT
    acts.inspect(kept)
    assert kept.state == Upload.State.READY


@pytest.mark.django_db
def test_a_persons_paper_lies_in_the_bucket_as_ciphertext(bucket):
    holder = Request.objects.first().holder
    kept = acts.keep(system(), "证明.txt", TEXT, holder=holder)
    assert TEXT not in next(iter(bucket.values()))
    assert queries.content(kept) == TEXT


@pytest.mark.django_db
def test_an_upload_that_the_bucket_refuses_leaves_no_row(bucket, settings):
    options = {**settings.STORAGES["default"]["OPTIONS"], "access_key": "another"}
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {**settings.STORAGES["default"], "OPTIONS": options},
    }
    before = Upload.objects.count()
    with pytest.raises(ClientError):
        acts.keep(system(), "通知.txt", TEXT)
    assert Upload.objects.count() == before


def test_a_file_in_the_folder_is_on_the_disk_before_it_is_acknowledged(monkeypatch, tmp_path):
    through = []
    monkeypatch.setattr("gongkai.web.files.storage.os.fsync", through.append)
    told = storage(config()) | {"OPTIONS": {"location": tmp_path}}
    StorageHandler({"default": told})["default"].save(f"ab/{uuid4()}", ContentFile(TEXT))
    assert len(through) == 2


@pytest.mark.parametrize("address", ["ftp://a:b@host/bucket", "https://host", "https://h/a/b"])
def test_an_address_that_names_no_bucket_is_refused(address):
    with pytest.raises(ConfigError, match="GONGKAI_S3_URL"):
        storage(read_config({"GONGKAI_HOSTS": "gk.example.org", "GONGKAI_S3_URL": address}))
