import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import PLATFORM, record
from gongkai.web.files import virus
from gongkai.web.files.bounds import USUAL, Bounds, keep_within
from gongkai.web.files.clean import old
from gongkai.web.files.clean.run import CLEANERS, cleaned
from gongkai.web.files.models import Upload
from gongkai.web.files.queries import LostError, content
from gongkai.web.files.sniff import Kind, kind_of, safe_name
from gongkai.web.files.words import words_of
from gongkai.web.ui import clock, queue
from gongkai.web.ui.config import config
from gongkai.web.vault.cipher import seal_bytes
from gongkai.web.vault.models import Holder
from gongkai.web.vault.queries import key_of

INSPECT = "gongkai.web.files.tasks.inspect"
ORPHAN_AFTER = timedelta(days=2)


def keep(
    by: Actor,
    name: str,
    data: bytes,
    *,
    subject: str = "",
    body: int | None = None,
    holder: Holder | None = None,
    public: bool = False,
    bounds: Bounds = USUAL,
    chain: str = PLATFORM,
    kind: Kind | None = None,
) -> Upload:
    """Take in a file. Raises RefusedError with a sentence for the sender.

    `kind`: what it is where the caller knows, as of a message; else it is told from the bytes.

    The bytes go to the storage before any lock is taken; if the row is not written they are an
    orphan that nobody can reach, and are swept. With a holder they are encrypted under that
    person's key.
    """
    name = safe_name(name)
    kind = kind or kind_of(name, data)
    keep_within(kind, data, bounds)
    upload = Upload(
        subject=subject,
        body=body,
        name=name,
        media=kind.media,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        holder=holder.pk if holder else None,
        public=public,
        at=clock.now(),
        by_id=by.id,
        by_name=by.name,
    )
    default_storage.save(upload.place, ContentFile(_stored(upload, data, holder)))
    with transaction.atomic():
        upload.save(force_insert=True)
        queue.later(INSPECT, upload=str(upload.pk))
        facts = {"sha256": upload.sha256, "size": upload.size, "media": upload.media}
        record(by, "files.keep", subject=_subject(upload), title=name, chain=chain, facts=facts)
    return upload


def _stored(upload: Upload, data: bytes, holder: Holder | None) -> bytes:
    if holder is None:
        return data
    key = key_of(holder)
    if key is None:
        raise LostError("个人信息已按期限销毁，不能再添加材料。")
    return seal_bytes(key, data, f"file:{upload.pk}")


def free_copy(by: Actor, upload: Upload, *, chain: str = PLATFORM) -> Upload:
    """The copy that may be published, made once; the file itself where it can hide nothing.

    Raises UncleanedError with a sentence.
    """
    if upload.media not in CLEANERS:
        return upload
    made = upload.copies.first()
    if made is not None:
        return made
    data = cleaned(upload.name, content(upload))
    copy = Upload(
        original=upload,
        subject=upload.subject,
        body=upload.body,
        name=old.new_name(upload.name, upload.media),
        media=old.new_media(upload.media),
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        state=upload.state,
        at=clock.now(),
        by_id=by.id,
        by_name=by.name,
    )
    default_storage.save(copy.place, ContentFile(data))
    with transaction.atomic():
        copy.save(force_insert=True)
        facts = {"sha256": copy.sha256, "of": upload.sha256}
        record(
            by, "files.free_copy", subject=_subject(copy), title=copy.name, chain=chain, facts=facts
        )
    return copy


@transaction.atomic
def attach(by: Actor, upload: Upload, *, subject: str, chain: str = PLATFORM) -> None:
    """Let a file belong to something; it belongs to one thing only."""
    if upload.subject:
        raise LostError("这个文件已经用在别处，请重新上传。")
    upload.subject = subject
    upload.save(update_fields=["subject"])
    facts = {"to": subject}
    record(
        by, "files.attach", subject=_subject(upload), title=upload.name, chain=chain, facts=facts
    )


@transaction.atomic
def pass_on(by: Actor, uploads: Iterable[Upload], *, subject: str, chain: str = PLATFORM) -> None:
    """Files of one thing go over to another: papers of a message become papers of a case."""
    for upload in uploads:
        upload.subject = subject
        upload.save(update_fields=["subject"])
        facts = {"to": subject}
        record(
            by, "files.pass_on", subject=_subject(upload), title=upload.name, chain=chain,
            facts=facts,
        )  # fmt: skip


@transaction.atomic
def set_public(
    by: Actor,
    upload: Upload,
    *,
    public: bool,
    until: datetime | None = None,
    chain: str = PLATFORM,
) -> None:
    """Let everybody fetch a file, or nobody but those who may see what it belongs to."""
    upload.public, upload.public_until = public, until
    upload.save(update_fields=["public", "public_until"])
    verb = "公开附件" if public else "撤下附件"
    record(
        by,
        "files.set_public",
        subject=_subject(upload),
        title=f"{verb}：{upload.name}",
        chain=chain,
    )


@transaction.atomic
def drop(by: Actor, upload: Upload, *, reason: str, chain: str = PLATFORM) -> None:
    """Remove a file; the trail keeps its name and hash."""
    facts = {"reason": reason, "sha256": upload.sha256}
    record(by, "files.drop", subject=_subject(upload), title=upload.name, chain=chain, facts=facts)
    place = upload.place
    upload.delete()
    transaction.on_commit(lambda: default_storage.delete(place))


def inspect(upload: Upload) -> None:
    """Scan for viruses and read the text. With no answer from the scanner it stays waiting."""
    data = content(upload)
    address = config().clamav
    found = virus.infection(data, address) if address else ""
    upload.state = Upload.State.REFUSED if found else Upload.State.READY
    upload.reason = f"含有病毒：{found}"[:200] if found else ""
    if not found and upload.holder is None:
        upload.text = words_of(data)
    upload.save(update_fields=["state", "reason", "text"])


def sweep(by: Actor) -> int:
    """Remove what was uploaded and never attached to anything; returns how many."""
    old = Upload.objects.filter(subject="", at__lt=clock.now() - ORPHAN_AFTER)
    count = 0
    for upload in old:
        drop(by, upload, reason="上传后没有使用")
        count += 1
    return count


def _subject(upload: Upload) -> str:
    return f"files.upload:{upload.pk}"
