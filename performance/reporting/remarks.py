"""What the office says about a measure in a quarter, and what it asked the force, each as its reader may see it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from performance.models import ForceQuestion
from performance.placeholders import PlaceholderError, fill
from performance.queries import words
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
    code, quarter = reading.measure.code, reading.quarter
    found = words.published(quarter, measure_code=code, include_restricted=include_restricted)
    said = next(iter(found.values()), None)
    return Remarks(
        commentary=_filled(said.text, figures) if said else (),
        restricted_commentary=_filled(said.restricted_text, figures) if said else (),
        questions=questions(reading, include_restricted=include_restricted),
        is_synthetic=said is not None and said.is_synthetic,
    )


def questions(reading: Reading, *, include_restricted: bool) -> tuple[QuestionSeen, ...]:
    """Those put to the force about this series in the quarter, the latest first. One query."""
    put = words.asked(reading.quarter, series_id=reading.series_id, include_restricted=include_restricted)
    return tuple(_seen(question) for question in reversed(put))


def paragraphs(text: str) -> list[str]:
    """The parts of a text that blank lines keep apart."""
    return [part.strip() for part in _BETWEEN_PARAGRAPHS.split(text) if part.strip()]


def _seen(question: ForceQuestion) -> QuestionSeen:
    assert question.asked_at is not None, "the database sees to it"
    return QuestionSeen(
        reference=question.reference,
        question=question.question,
        asked_on=timezone.localdate(question.asked_at),
        due_on=question.due_on,
        answer=question.answer,
        answered_for=question.answered_for,
        answered_on=question.answered_on,
        outcome=question.closed_note,
        is_restricted=question.is_restricted,
        is_synthetic=question.is_synthetic,
    )


def _filled(text: str, figures: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(_in_place(part, figures) for part in paragraphs(text))


def _in_place(text: str, figures: Mapping[str, str]) -> str:
    try:
        return fill(text, figures)
    except PlaceholderError:
        return UNKNOWN
