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
    is_synthetic: bool
    restricted_text: str = ""


def published(quarter: Quarter, *, measure_code: str | None = None, include_restricted: bool) -> dict[int, Said]:
    """The quarter's published commentaries by measure, or that of one measure. One query."""
    rows = Commentary.objects.filter(quarter_starts_on=quarter.start, state=CommentaryState.PUBLISHED)
    if measure_code is not None:
        rows = rows.filter(measure__code=measure_code)
    names = Said._fields if include_restricted else Said._fields[:-1]
    if not include_restricted:
        rows = rows.filter(measure__is_restricted=False)
    return {measure: Said(*said) for measure, *said in rows.values_list("measure_id", *names)}


def asked(
    quarter: Quarter, *, as_at: date | None = None, series_id: int | None = None, include_restricted: bool
) -> list[ForceQuestion]:
    """The quarter's questions to the force, in the order in which they were asked. One query.

    Of one series where it is given. With `as_at` those that a report of that day holds: asked by then, and not taken
    back since.
    """
    questions = ForceQuestion.objects.sent().for_reader(include_restricted=include_restricted)
    rows = questions.filter(quarter_starts_on=quarter.start).select_related(
        "series__measure", "series__force_area", "series__policing_area", "series__district__policing_area"
    )
    if series_id is not None:
        rows = rows.filter(series_id=series_id)
    if as_at is not None:
        rows = rows.filter(asked_at__date__lte=as_at).exclude(state=QuestionState.CLOSED, answer="")
    return list(rows.order_by("asked_at", "reference"))
