"""Papers that are disclosed with parts blacked out: taken in, marked, burnt, given out."""

from collections.abc import Sequence

from django.db import transaction

from gongkai.reports.office import PDF, OfficeError, converted
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.files import acts as file_acts
from gongkai.web.files.queries import content
from gongkai.web.files.redaction.aside import RedactionError, burn, sizes
from gongkai.web.files.redaction.pages import Box
from gongkai.web.requests.acts.enter import subject
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.letters import Material
from gongkai.web.ui import clock, queue

SUBJECT = "requests.material"
BURN = "gongkai.web.requests.tasks.burn_material"
WORD = {
    "application/msword": "doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
AS_THEY_ARE = ("application/pdf", "image/png", "image/jpeg", "image/tiff")
SECONDS = 90


def take(by: Actor, request: Request, name: str, data: bytes) -> Material:
    """Take in a paper; a Word file is made PDF. RefusedError, RedactionError with a sentence.

    What is slow comes before any lock is taken.
    """
    pages = _pages(name, data)
    sizes(pages or data)
    with transaction.atomic():
        original = _keep(by, request, name, data)
        if original.media not in (*WORD, *AS_THEY_ARE):
            raise RedactionError("只能遮盖 PDF、图片和 Word 文件，请另存为 PDF 再上传。")
        made = Material.objects.create(request=request, original=original, made=clock.now())
        if pages:
            made.pages = _keep(by, request, f"{name}.pdf", pages)
            made.save(update_fields=["pages"])
        for upload in filter(None, (made.original, made.pages)):
            file_acts.attach(by, upload, subject=f"{SUBJECT}:{made.pk}", chain=request.body.code)
        _record(by, made, "take", f"收存待遮盖的材料 {name}")
    return made


def _pages(name: str, data: bytes) -> bytes | None:
    """A Word file as PDF; None for what has pages itself."""
    ending = name.rpartition(".")[2].lower()
    if ending not in (*WORD.values(), "wps"):
        return None
    try:
        return converted(data, ending, PDF, SECONDS)
    except OfficeError as fault:
        raise RedactionError("Word 文件转换不成功，请另存为 PDF 再上传。") from fault


def _keep(by: Actor, request: Request, name: str, data: bytes):
    return file_acts.keep(
        by,
        name,
        data,
        body=request.body_id,
        holder=request.holder,
        chain=request.body.code,
    )


@transaction.atomic
def mark(by: Actor, material: Material, boxes: Sequence[Box]) -> None:
    """Say what is to be black; what was burnt before is void with that."""
    material.boxes = [[b.page, b.left, b.top, b.width, b.height] for b in boxes]
    material.state, material.fault, material.given = Material.State.OPEN, "", False
    material.save(update_fields=["boxes", "state", "fault", "given"])
    _record(by, material, "mark", f"标出遮盖 {len(boxes)} 处")


@transaction.atomic
def ask_to_burn(by: Actor, material: Material) -> None:
    """The worker makes the file; RedactionError where nothing is marked."""
    if not material.boxes:
        raise RedactionError("还没有标出要遮盖的地方。")
    material.state, material.fault = Material.State.WAITING, ""
    material.save(update_fields=["state", "fault"])
    queue.later(BURN, material=material.pk)
    _record(by, material, "ask_to_burn", "生成遮盖后的文件")


def burn_now(by: Actor, pk: int) -> None:
    """Make and keep the file with the boxes burnt in; done once however often it is asked for."""
    material = Material.objects.select_related("request__body", "original", "pages").get(pk=pk)
    if material.state != Material.State.WAITING:
        return
    boxes = [Box(*each) for each in material.boxes]
    try:
        made = burn(content(material.pages or material.original), boxes)
    except RedactionError as fault:
        material.state, material.fault = Material.State.FAILED, str(fault)[:200]
        material.save(update_fields=["state", "fault"])
        return
    request = material.request
    stem = material.original.name.rpartition(".")[0]
    with transaction.atomic():
        material.burnt = file_acts.keep(
            by,
            f"{stem}（已遮盖）.pdf",
            made,
            subject=f"{SUBJECT}:{material.pk}",
            body=request.body_id,
            holder=request.holder,
            chain=request.body.code,
        )
        material.state = Material.State.BURNT
        material.save(update_fields=["burnt", "state"])
        _record(by, material, "burn", f"遮盖 {len(boxes)} 处，已核验")


@transaction.atomic
def give(by: Actor, material: Material, *, given: bool) -> None:
    """Let the applicant have it with the answer, or not; only what was burnt."""
    if material.state != Material.State.BURNT:
        raise RedactionError("生成遮盖后的文件以后，才能随答复提供。")
    material.given = given
    material.save(update_fields=["given"])
    _record(by, material, "give", "随答复提供" if given else "不随答复提供")


def _record(by: Actor, material: Material, verb: str, title: str) -> None:
    request = material.request
    record(
        by,
        f"requests.material.{verb}",
        subject=subject(request),
        title=f"{request.number} {title}",
        chain=request.body.code,
        facts={"material": material.pk, "boxes": len(material.boxes)},
    )
