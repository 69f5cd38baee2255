"""Corrections of what a body's records say of somebody: what they come to, what is listed."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.crypto import constant_time_compare

from gongkai.law.request.own_data import (
    MOVES,
    CorrectionAct,
    CorrectionStage,
    correction_move,
)
from gongkai.web.requests.models.own_data import RecordCorrection
from gongkai.web.requests.queries import digest_of_code

BY_APPLICANT = (CorrectionAct.GIVE_EVIDENCE, CorrectionAct.WITHDRAW)


def stage_after(acts: Iterable[CorrectionAct]) -> CorrectionStage:
    """Where a correction has come to; NotProvidedFor at the first impossible act."""
    stage = CorrectionStage.ASKED
    for act in acts:
        stage = correction_move(stage, act).then
    return stage


def possible(correction: RecordCorrection) -> list[CorrectionAct]:
    """What may happen now, in the order of the law's table."""
    stage = CorrectionStage[correction.stage]
    return [row.act for row in MOVES if stage in row.at]


def of_bodies(bodies: Iterable[int]) -> QuerySet[RecordCorrection]:
    return RecordCorrection.objects.filter(body__in=list(bodies)).select_related("body")


def corrected_by(number: str, code: str) -> RecordCorrection | None:
    """The correction with this number and query code."""
    number = number.strip().upper()
    found = RecordCorrection.objects.filter(number=number).first()
    if found is None or not constant_time_compare(found.code, digest_of_code(number, code)):
        return None
    return found
