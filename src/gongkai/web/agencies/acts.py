from datetime import date

from django.db import transaction
from django.db.models import Max

from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import (
    ADMINISTRATORS,
    Body,
    FormerName,
    GroupMember,
    Post,
    Role,
    Section,
    Succession,
)
from gongkai.web.agencies.queries import below, in_force
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record

OFFICE = ("office", "address", "hours", "telephone", "fax", "email", "postcode", "complaints")


class NotPossibleError(Exception):
    """An act the facts do not allow; the message is for the person who tried."""


@transaction.atomic
def found(by: Actor, *, code: str, parent: Body | None, **facts: object) -> Body:
    """Enter a body into the tree."""
    path = f"{parent.path if parent else ''}{code}/"
    body = Body.objects.create(code=code, parent=parent, path=path, **facts)
    _record(by, "found", body, f"登记单位 {body.name}")
    return body


@transaction.atomic
def move(by: Actor, *, body: Body, parent: Body) -> None:
    """Put a body, with everything under it, below another."""
    if parent.path.startswith(body.path):
        raise NotPossibleError("不能把单位放到它自己的下级里。")
    old, new = body.path, f"{parent.path}{body.code}/"
    family = list(below(body))
    for member in family:
        member.path = new + member.path.removeprefix(old)
    Body.objects.bulk_update(family, ["path"])
    body.parent, body.path = parent, new
    body.save(update_fields=["parent", "path"])
    _record(by, "move", body, f"{body.name} 改隶 {parent.name}", before=old, after=new)


@transaction.atomic
def rename(by: Actor, *, body: Body, name: str, short_name: str, on: date) -> None:
    """Change a body's name from a day on; papers of before keep the old one."""
    FormerName.objects.create(body=body, name=body.name, until=on)
    before, body.name, body.short_name = body.name, name, short_name
    body.save(update_fields=["name", "short_name"])
    _record(by, "rename", body, f"{before} 更名为 {name}", before=before, after=name, on=on)


@transaction.atomic
def transfer(
    by: Actor, *, former: Body, successor: Body, on: date, functions: str, whole: bool
) -> None:
    """Hand functions over; where all go, the former body ends on that day."""
    if former.pk == successor.pk:
        raise NotPossibleError("移交方和承接方不能是同一个单位。")
    Succession.objects.create(
        former=former, successor=successor, on=on, functions=functions, whole=whole
    )
    if whole:
        former.until = on
        former.save(update_fields=["until"])
    _record(by, "transfer", former, f"{former.name} 的职能移交 {successor.name}", on=on)


@transaction.atomic
def edit_office(by: Actor, *, body: Body, office: dict[str, str]) -> None:
    """Change the published contacts of the disclosure office."""
    before = {name: getattr(body, name) for name in OFFICE}
    for name in OFFICE:
        setattr(body, name, office[name])
    body.save(update_fields=OFFICE)
    changed = {n: [before[n], office[n]] for n in OFFICE if before[n] != office[n]}
    _record(by, "edit_office", body, "修改信息公开工作机构联系方式", changed=changed)


@transaction.atomic
def open_section(by: Actor, *, body: Body, name: str) -> Section:
    if Section.objects.filter(body=body, name=name, until=None).exists():
        raise NotPossibleError(f"已经有“{name}”这个科室。")
    section, _new = Section.objects.update_or_create(body=body, name=name, defaults={"until": None})
    _record(by, "open_section", body, f"设立科室 {name}")
    return section


@transaction.atomic
def close_section(by: Actor, *, section: Section, on: date) -> None:
    """End a section on a day; what it handled keeps its name."""
    section.until = on
    section.save(update_fields=["until"])
    _record(by, "close_section", section.body, f"撤销科室 {section.name}", on=on)


@transaction.atomic
def seat(by: Actor, *, body: Body, seat: str, name: str, office: str, duty: str) -> GroupMember:
    """Put somebody into the leading group, after those who are in it."""
    last = body.leading_group.aggregate(last=Max("order"))["last"] or 0
    member = GroupMember.objects.create(
        body=body, order=last + 1, seat=seat, name=name, office=office, duty=duty
    )
    _record(by, "seat", body, f"领导小组增加{seat} {name}")
    return member


@transaction.atomic
def unseat(by: Actor, *, member: GroupMember) -> None:
    """Take somebody out of the leading group."""
    _record(by, "unseat", member.body, f"领导小组不再有{member.seat} {member.name}")
    member.delete()


@transaction.atomic
def appoint(
    by: Actor,
    *,
    person: Person,
    body: Body,
    role: Role,
    on: date,
    section: Section | None = None,
) -> Post:
    """Give a person a role in a body. The three administrators are kept apart."""
    held = set(Post.objects.filter(in_force(on), person=person).values_list("role", flat=True))
    if role in ADMINISTRATORS and held & (set(ADMINISTRATORS) - {role}):
        raise NotPossibleError("系统管理员、安全管理员、审计管理员必须由不同的人担任。")
    if by.id == str(person.pk):
        raise NotPossibleError("不能给自己安排岗位，请由另一位安全管理员办理。")
    if Post.objects.filter(person=person, body=body, role=role, until=None).exists():
        raise NotPossibleError(f"{person.name} 已经是{body.short_name}的{role.label}。")
    post = Post.objects.create(person=person, body=body, role=role, since=on, section=section)
    _record(by, "appoint", body, f"{person.name} 任{role.label}", person=person.pk, role=role)
    return post


@transaction.atomic
def relieve(by: Actor, *, post: Post, on: date) -> None:
    """End a post on a day."""
    post.until = on
    post.save(update_fields=["until"])
    title = f"{post.person.name} 不再任{Role(post.role).label}"
    _record(by, "relieve", post.body, title, person=post.person_id, role=post.role)


def _record(by: Actor, verb: str, body: Body, title: str, **facts: object) -> None:
    record(
        by,
        f"agencies.{verb}",
        subject=f"agencies.body:{body.pk}",
        title=title,
        chain=body.code,
        facts=facts,
    )
