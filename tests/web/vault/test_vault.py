"""Personal data: sealed under a key per person, found exactly, masked, destroyed."""

import shutil
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.web.audit.actor import system
from gongkai.web.audit.models import Entry
from gongkai.web.ui.config import config, key_file
from gongkai.web.vault import acts, masks, queries
from gongkai.web.vault.cipher import UnreadableError, _sm4_seal, new_key, seal, unseal
from gongkai.web.vault.models import Holder, Sealed, Trace
from gongkai.web.vault.queries import masters

BY = system()
CHENG = {"name": "程远山", "phone": "13800001234", "address": "示例路 1 号"}


@given(st.text(), st.text(), st.sampled_from(["aes", "sm4"]))
def test_what_is_sealed_opens_again_at_its_own_place_only(text, place, cipher):
    key = new_key(cipher)
    sealed = seal(key, text, place)
    assert unseal(key, sealed, place) == text
    with pytest.raises(UnreadableError):
        unseal(key, sealed, place + "x")
    with pytest.raises(UnreadableError):
        unseal(new_key(cipher), sealed, place)
    with pytest.raises(UnreadableError):
        unseal(key, sealed[:-1], place)


def test_sm4_is_the_cipher_of_the_standard():
    """RFC 8998, appendix A.1."""
    key, nonce = bytes.fromhex("0123456789abcdeffedcba9876543210"), "00001234567800000000abcd"
    place = bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
    plain = "".join(pair * 8 for pair in ("aa", "bb", "cc", "dd", "ee", "ff", "ee", "aa"))
    sealed = _sm4_seal(key, bytes.fromhex(nonce), bytes.fromhex(plain), place)
    assert sealed.hex() == (
        "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
        "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
        "83de3541e4c2b58177e065a9bf7b62ec"
    )


@pytest.mark.django_db
def test_a_change_of_cipher_leaves_the_old_readable(own_keys, settings):
    old = acts.keep(CHENG)
    settings.GONGKAI = replace(settings.GONGKAI, cipher="sm4")
    new = acts.keep(CHENG)
    acts.rotate(BY)
    assert len(masters().keys[masters().current]) == 16
    for holder in (old, new):
        holder.refresh_from_db()
        assert queries.open_all(holder) == CHENG
        assert len(queries.key_of(holder)) == (32 if holder is old else 16)


@pytest.mark.django_db
def test_nothing_is_in_the_database_in_the_clear():
    acts.keep(CHENG)
    stored = b"".join(bytes(v) for v in Sealed.objects.values_list("text", flat=True))
    stored += "".join(Trace.objects.values_list("digest", flat=True)).encode()
    for value in CHENG.values():
        assert value.encode() not in stored


@pytest.mark.django_db
def test_data_is_masked_until_somebody_asks_and_the_asking_is_written_down():
    holder = acts.keep(CHENG)
    assert queries.shown(holder) == {
        "name": "程**",
        "phone": "138****1234",
        "address": "（已隐去）",
    }
    assert acts.reveal(BY, holder, reason="邮寄答复书", title="查看申请人信息") == CHENG
    entry = Entry.objects.get(action="vault.reveal")
    assert entry.facts == {"reason": "邮寄答复书", "fields": ["address", "name", "phone"]}


@pytest.mark.django_db
def test_a_person_is_found_by_the_exact_value_however_it_is_typed():
    holder = acts.keep(CHENG)
    acts.keep({"name": "程远山二"})
    assert list(queries.find("phone", "138-0000 1234")) == [holder]
    assert list(queries.find("name", "程远山")) == [holder]
    assert not queries.find("phone", "1380000123").exists()
    assert not queries.find("name", "13800001234").exists()


@pytest.mark.django_db
def test_an_amended_value_replaces_the_old_one_in_search_too():
    holder = acts.keep(CHENG)
    acts.amend(holder, {"phone": "13900005678", "address": ""})
    assert queries.open_all(holder) == {"name": "程远山", "phone": "13900005678"}
    assert not queries.find("phone", CHENG["phone"]).exists()


@pytest.mark.django_db
def test_purging_destroys_the_key_and_leaves_nothing_to_find():
    due = acts.keep(CHENG, purge_on=date(2026, 1, 1))
    later = acts.keep({"name": "后来人"}, purge_on=date(2026, 1, 2))
    assert acts.purge_due(BY, date(2026, 1, 1)) == 1
    due.refresh_from_db()
    assert (due.wrapped, queries.open_all(due)) == (None, {})
    assert not queries.find("phone", CHENG["phone"]).exists()
    assert queries.open_all(later) == {"name": "后来人"}
    assert acts.purge_due(BY, date(2026, 1, 1)) == 0, "what is gone is not purged again"


@pytest.fixture
def own_keys(settings, tmp_path, db):
    """A copy of the key folder that a test may add to."""
    shutil.copytree(config().keys, tmp_path / "keys")
    settings.GONGKAI = replace(config(), keys=tmp_path / "keys")
    return tmp_path / "keys"


def test_rotation_puts_every_key_under_a_new_master_and_keeps_the_data(own_keys):
    holder = acts.keep(CHENG)
    assert acts.rotate(BY) == Holder.objects.count()
    holder.refresh_from_db()
    (own_keys / "master-1").write_text("00" * 32)
    assert holder.master == "master-2"
    assert queries.open_all(holder) == CHENG


def test_an_interrupted_rotation_goes_on_where_it_stopped(own_keys):
    waiting = Holder.objects.count()
    key_file(config(), "master-2")
    acts.keep(CHENG)
    assert acts.rotate(BY) == waiting
    assert set(Holder.objects.values_list("master", flat=True)) == {"master-2"}


@pytest.mark.parametrize(
    ("field", "value", "seen"),
    [
        ("identity_number", "420104199001010014", "420104***********4"),
        ("identity_number", "123", "****"),
        ("phone", "027-83700000", "027*****0000"),
        ("email", "meng@example.org", "m****@example.org"),
        ("name", "孟", "孟*"),
        ("unheard_of", "值", "（已隐去）"),
    ],
)
def test_masks_show_as_little_as_tells_people_apart(field, value, seen):
    assert masks.masked(field, value) == seen
