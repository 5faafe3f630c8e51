"""Questions of the public: until when they may be put, and in what order they are taken."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from opcc.reference import reporting as reference
from panel import question_time
from panel.models import PanelMeeting, PanelRules, PublicQuestion
from panel.queries.meetings import MeetingDates, closed_days, dates_of, panel_rules, with_breaks
from panel.querysets import PublicQuestionQuerySet


@dataclass(frozen=True)
class Closing:
    """The moment after which a meeting takes no more questions, in London time, and why."""

    at: datetime
    reason: str

    @property
    def on(self) -> date:
        return timezone.localdate(self.at)


@dataclass(frozen=True)
class PutQuestion:
    """A question with its place in the running order; `minute` None is for a written answer."""

    question: PublicQuestion
    order: int
    minute: int | None


def closing_of(meeting: PanelMeeting, rules: PanelRules | None = None) -> Closing:
    """When questions for this meeting close. Two queries; one where the rules are given."""
    rules = rules or panel_rules()
    return _closing(meeting, rules, closed_days(rules, meeting.held_on.year))


def closes_at(dates: MeetingDates, rules: PanelRules) -> datetime:
    """The moment on the day that `dates` gives. No query."""
    return timezone.make_aware(datetime.combine(dates.questions.on, rules.questions_close))


def takes_questions(at: datetime) -> tuple[tuple[PanelMeeting, Closing], ...]:
    """The meetings for which the public may ask at this moment, the next one first. Three queries for all."""
    rules, days = panel_rules(), reference.closed_days()
    coming = PanelMeeting.objects.of_panel().public().coming(timezone.localdate(at))
    found = ((meeting, _closing(meeting, rules, with_breaks(rules, days, meeting.held_on.year))) for meeting in coming)
    return tuple((meeting, closing) for meeting, closing in found if at <= closing.at)


def running_order(rows: PublicQuestionQuerySet, rules: PanelRules) -> tuple[PutQuestion, ...]:
    """One meeting's accepted questions in the order of receipt, each with its minute. One query."""
    return _ordered(list(rows.put().in_order()), rules)


def public_questions_of(meeting: PanelMeeting, rules: PanelRules) -> tuple[PutQuestion, ...]:
    """What anybody may read of a meeting's questions, with their places in the whole order. One query."""
    return running_order(PublicQuestion.objects.public().filter(meeting=meeting), rules)


def _ordered(rows: Iterable[PublicQuestion], rules: PanelRules) -> tuple[PutQuestion, ...]:
    by_key = {row.pk: row for row in rows}
    asked = [question_time.Asked(row.pk, row.questioner, row.speaks) for row in by_key.values()]
    turns = question_time.running_order(asked, minutes_each=rules.minutes_each, minutes_in_all=rules.minutes_in_all)
    return tuple(PutQuestion(by_key[turn.key], turn.order, turn.minute) for turn in turns)


def _closing(meeting: PanelMeeting, rules: PanelRules, days: frozenset[date]) -> Closing:
    dates = dates_of(meeting, rules, days)
    return Closing(closes_at(dates, rules), dates.questions.reason)
