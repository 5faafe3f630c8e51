"""What the office says about a measure in a quarter, and what it asked the force, each as its reader may see it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from performance.enums import CommentaryState
from performance.models import Commentary, ForceQuestion
from performance.placeholders import PlaceholderError, fill
from performance.reporting.readings import Reading

_BETWEEN_PARAGRAPHS = re.compile(r"\n\s*\n")
UNKNOWN = "This part names a figure that is not known any more, so it is not shown."


@dataclass(frozen=True)
class QuestionSeen:
    """A question to the force and its answer, if one came."""

    reference: str
    question: str
    asked_on: date
    due_on: date | None
    answer: str
    answered_for: str
    answered_on: date | None
    outcome: str
    is_restricted: bool
    is_synthetic: bool = False


@dataclass(frozen=True)
class Remarks:
    """Paragraphs with the figures in place, and questions, the latest first."""

    commentary: tuple[str, ...] = ()
    restricted_commentary: tuple[str, ...] = ()
    questions: tuple[QuestionSeen, ...] = ()
    is_synthetic: bool = False  # the commentary

    @property
    def has_restricted(self) -> bool:
        """Whether any of it is kept from the public."""
        return bool(self.restricted_commentary) or any(each.is_restricted for each in self.questions)


def remarks(reading: Reading, figures: Mapping[str, str], *, include_restricted: bool) -> Remarks:
    """The published commentary of the measure and the questions about this series. Two queries."""
    said = (
        Commentary.objects.filter(
            measure__code=reading.measure.code,
            quarter_starts_on=reading.quarter.start,
            state=CommentaryState.PUBLISHED,
        )
        .only("text", "is_synthetic", *(["restricted_text"] if include_restricted else []))
        .first()
    )
    return Remarks(
        commentary=_paragraphs(said.text, figures) if said else (),
        restricted_commentary=_paragraphs(said.restricted_text, figures) if said and include_restricted else (),
        questions=questions(reading, include_restricted=include_restricted),
        is_synthetic=bool(said and said.is_synthetic),
    )


def questions(reading: Reading, *, include_restricted: bool) -> tuple[QuestionSeen, ...]:
    """Those put to the force about this series in the quarter. One query."""
    put = ForceQuestion.objects.sent().for_reader(include_restricted=include_restricted)
    found = put.filter(series_id=reading.series_id, quarter_starts_on=reading.quarter.start)
    return tuple(
        QuestionSeen(
            reference=each.reference,
            question=each.question,
            asked_on=timezone.localdate(each.asked_at),
            due_on=each.due_on,
            answer=each.answer,
            answered_for=each.answered_for,
            answered_on=each.answered_on,
            outcome=each.closed_note,
            is_restricted=each.is_restricted,
            is_synthetic=each.is_synthetic,
        )
        for each in found.select_related("series__measure").order_by("-asked_at", "-pk")
    )


def _paragraphs(text: str, figures: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(_filled(part.strip(), figures) for part in _BETWEEN_PARAGRAPHS.split(text) if part.strip())


def _filled(text: str, figures: Mapping[str, str]) -> str:
    try:
        return fill(text, figures)
    except PlaceholderError:
        return UNKNOWN
