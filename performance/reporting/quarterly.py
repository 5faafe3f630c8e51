"""The force's part of the Panel's quarterly report: every measure with what is said of it, and crimes by area."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils import timezone

from opcc.core.errors import DomainError
from opcc.core.quarters import Quarter
from performance.enums import InclusionChoice
from performance.models import ForceQuestion, Series
from performance.placeholders import PlaceholderError, fill
from performance.queries import series as queries
from performance.queries import words
from performance.queries.places import places
from performance.reporting.area_tables import AreaTable, table_of
from performance.reporting.current import current_readings
from performance.reporting.facts import area_of
from performance.reporting.figure_words import figure_words
from performance.reporting.histories import worked_histories
from performance.reporting.inclusion import Included, included
from performance.reporting.readings import Area, Reading, SeriesHistory
from performance.reporting.remarks import paragraphs


@dataclass(frozen=True)
class QuestionPair:
    """A question to the force and its answer, as they stood on a day."""

    reference: str
    area: Area
    question: str
    asked_on: date
    due_on: date
    answer: str
    answered_for: str
    answered_on: date | None
    is_restricted: bool
    as_at: date

    @property
    def is_overdue(self) -> bool:
        """Whether an answer was needed by then and had not come."""
        return not self.answer and self.due_on < self.as_at


@dataclass(frozen=True)
class ReportedMeasure:
    """A measure in a quarter's report: with a section of its own, or with the reason why it has none."""

    reading: Reading  # the force's; of the first area where the force has none
    areas: tuple[Reading, ...]  # every area, that one included
    included: bool
    why: str
    history: SeriesHistory | None  # of a measure with a section
    summary: str
    commentary: tuple[str, ...]  # paragraphs, with the figures in place
    restricted_commentary: tuple[str, ...]
    questions: tuple[QuestionPair, ...]

    @property
    def why_left_out(self) -> str:
        """Empty for a measure with a section."""
        return "" if self.included else self.why


@dataclass(frozen=True)
class ForceQuarter:
    """A quarter of the force's figures, as one edition may hold them."""

    quarter: Quarter
    as_at: date
    includes_restricted: bool
    measures: tuple[ReportedMeasure, ...]
    area_table: AreaTable | None

    @property
    def has_synthetic(self) -> bool:
        """Whether any of it was invented for the sample."""
        return any(reading.has_synthetic for measure in self.measures for reading in measure.areas)


def quarter(quarter: Quarter, *, as_at: date, include_restricted: bool) -> ForceQuarter:
    """Everything of the force's figures that a report on the quarter needs, in the order of the plan's headings.

    The figures are those of today, questions as they stood at the end of `as_at`. A series whose summary waits to be
    worked out anew is worked out here, so a report never lags behind. Without `include_restricted` nothing restricted
    is read from the database. The number of queries is fixed.
    """
    around = places()
    known = queries.in_report_order(queries.readable(include_restricted=include_restricted))
    readings = current_readings(known, quarter, around)
    said = words.published(quarter, include_restricted=include_restricted)
    asked: dict[int, list[QuestionPair]] = defaultdict(list)
    for question in words.asked(quarter, as_at=as_at, include_restricted=include_restricted):
        asked[question.series.measure_id].append(_pair(question, as_at))
    measures = [
        _Measure(
            series=[one for one, _ in members],
            readings=tuple(reading for _, reading in members),
            said=said.get(measure),
            questions=tuple(asked[measure]),
        )
        for measure, group in groupby(readings, key=lambda each: each[0].measure_id)
        for members in [list(group)]
    ]
    shown = [each.series[0] for each in measures if each.choice.is_in]
    drawn = {history.reading.series_id: history for history in worked_histories(shown, quarter)}
    return ForceQuarter(
        quarter=quarter,
        as_at=as_at,
        includes_restricted=include_restricted,
        measures=tuple(each.reported(drawn) for each in measures),
        area_table=table_of(readings, quarter, around),
    )


@dataclass(frozen=True)
class _Measure:
    """One measure: its areas, their readings, and what is said and asked."""

    series: Sequence[Series]
    readings: tuple[Reading, ...]
    said: words.Said | None
    questions: tuple[QuestionPair, ...]

    @property
    def choice(self) -> Included:
        """Whether it has a section, and why."""
        if self.said is None:
            return included(self.readings[0])
        return included(self.readings[0], InclusionChoice(self.said.inclusion), self.said.reason)

    def reported(self, drawn: Mapping[int, SeriesHistory]) -> ReportedMeasure:
        said = self.said or words.Said("", "", InclusionChoice.BY_RULE, "", False)
        figures = figure_words(self.readings[0], self.readings[1:])
        summary, text, restricted = (
            self._filled(each, figures) for each in (said.summary, said.text, said.restricted_text)
        )
        return ReportedMeasure(
            reading=self.readings[0],
            areas=self.readings,
            included=self.choice.is_in,
            why=self.choice.why,
            history=drawn.get(self.series[0].pk),
            summary=" ".join(summary),
            commentary=text,
            restricted_commentary=restricted,
            questions=self.questions,
        )

    def _filled(self, text: str, figures: Mapping[str, str]) -> tuple[str, ...]:
        """The paragraphs with the figures in place."""
        try:
            return tuple(fill(part, figures) for part in paragraphs(text))
        except PlaceholderError as error:
            about = self.readings[0]
            raise DomainError(
                f"The commentary on {about.measure.name}, {about.quarter.label}, cannot be printed. {error.message} "
                "Withdraw it, put it right and publish it again."
            ) from error


def _pair(question: ForceQuestion, as_at: date) -> QuestionPair:
    """As it stood: an answer that came later had not come."""
    assert question.asked_at is not None, "the database sees to it"
    assert question.due_on is not None, "the database sees to it"
    is_answered = question.answered_on is not None and question.answered_on <= as_at
    return QuestionPair(
        reference=question.reference,
        area=area_of(question.series),
        question=question.question,
        asked_on=timezone.localdate(question.asked_at),
        due_on=question.due_on,
        answer=question.answer if is_answered else "",
        answered_for=question.answered_for if is_answered else "",
        answered_on=question.answered_on if is_answered else None,
        is_restricted=question.is_restricted,
        as_at=as_at,
    )
