from django.core.files.storage import default_storage
from django.db.models import QuerySet

from gongkai.web.files.models import Upload
from gongkai.web.vault.cipher import unseal_bytes
from gongkai.web.vault.models import Holder
from gongkai.web.vault.queries import key_of


class LostError(Exception):
    """The file cannot be had any more; the message is for people."""


def content(upload: Upload) -> bytes:
    """The bytes as they were sent. LostError once the key of the person was destroyed."""
    with default_storage.open(upload.place) as stored:
        data = stored.read()
    if upload.holder is None:
        return data
    key = key_of(Holder.objects.get(pk=upload.holder))
    if key is None:
        raise LostError("个人信息已按期限销毁，文件不能再打开。")
    return unseal_bytes(key, data, f"file:{upload.pk}")


def of_subject(subject: str) -> QuerySet[Upload]:
    """The files of one thing, oldest first."""
    return Upload.objects.filter(subject=subject)
