"""What is said about measures in a quarter, as far as a reader may know. No restricted word is selected for others."""

from datetime import date
from typing import NamedTuple

from opcc.core.quarters import Quarter
from performance.enums import CommentaryState, QuestionState
from performance.models import Commentary, ForceQuestion


class Said(NamedTuple):
    """A published commentary, and what the office decided about its measure's section."""

    summary: str
    text: str
    inclusion: str
    reason: str
    restricted_text: str = ""


def published(quarter: Quarter, *, include_restricted: bool) -> dict[int, Said]:
    """The quarter's published commentaries by measure. One query."""
    rows = Commentary.objects.filter(quarter_starts_on=quarter.start, state=CommentaryState.PUBLISHED)
    names = Said._fields if include_restricted else Said._fields[:-1]
    if not include_restricted:
        rows = rows.filter(measure__is_restricted=False)
    return {measure: Said(*said) for measure, *said in rows.values_list("measure_id", *names)}


def asked(quarter: Quarter, *, as_at: date, include_restricted: bool) -> dict[int, list[ForceQuestion]]:
    """The quarter's questions to the force, asked by a day and not taken back since, by measure. One query."""
    questions = ForceQuestion.objects.sent().for_reader(include_restricted=include_restricted)
    rows = questions.filter(quarter_starts_on=quarter.start, asked_at__date__lte=as_at)
    rows = rows.exclude(state=QuestionState.CLOSED, answer="").select_related(
        "series__measure", "series__force_area", "series__policing_area", "series__district__policing_area"
    )
    found: dict[int, list[ForceQuestion]] = {}
    for question in rows.order_by("asked_at", "reference"):
        found.setdefault(question.series.measure_id, []).append(question)
    return found
