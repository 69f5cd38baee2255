"""A body sets its own letters: wording, Word file, numbers, who reviews its answers."""

from django.db import transaction

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.files import acts as file_acts
from gongkai.web.requests.models.letters import LetterHead, Template
from gongkai.web.ui import clock

SUBJECT = "requests.template"


@transaction.atomic
def set_template(
    by: Actor, body: Body, code: str, *, title: str, text: str, data: bytes = b""
) -> Template:
    """A new version, in force from now on; letters drafted before keep theirs."""
    retire(by, body, code)
    last = Template.objects.filter(body=body, code=code).order_by("-version").first()
    made = Template.objects.create(
        body=body,
        code=code,
        version=last.version + 1 if last else 1,
        title=title,
        text=text,
        by_name=by.name,
        since=clock.now(),
    )
    if data:
        made.upload = file_acts.keep(
            by,
            f"{code}模板第{made.version}版.docx",
            data,
            subject=f"{SUBJECT}:{made.pk}",
            body=body.pk,
            chain=body.code,
        )
        made.save(update_fields=["upload"])
    _record(by, body, f"设定文书模板 {code} 第{made.version}版", made.pk)
    return made


@transaction.atomic
def retire(by: Actor, body: Body, code: str) -> None:
    """Go back to the wording of the installation or the platform."""
    found = Template.objects.filter(body=body, code=code, retired=None)
    for template in found:
        _record(by, body, f"停用文书模板 {code} 第{template.version}版", template.pk)
    found.update(retired=clock.now())


@transaction.atomic
def set_head(by: Actor, head: LetterHead) -> None:
    head.save()
    _record(by, head.body, "设定文书的文号和救济机关", head.pk)


def _record(by: Actor, body: Body, title: str, pk: int) -> None:
    record(by, "requests.template", subject=f"{SUBJECT}:{pk}", title=title, chain=body.code)
