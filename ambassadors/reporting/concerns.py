"""What was raised, what was done, and the good news."""

from datetime import date
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from ambassadors.enums import ActionLevel, ConcernState, ItemKind, ReportState
from ambassadors.models import Concern, ConcernAction, ReportItem
from ambassadors.querysets.concerns import ConcernQuerySet
from ambassadors.reporting.records import ActionLine, ConcernLine, GoodNews
from opcc.core.quarters import Period

# As a reader outside the office meets the states; the labels in enums speak to the ambassador.
STATE_WORDS = {
    ConcernState.OPEN: "With the office",
    ConcernState.REPLIED: "Answered, forum not told yet",
    ConcernState.TOLD: "Answered, forum told",
    ConcernState.CLOSED: "Closed without a reply",
}


def _replied_on(concern: Concern) -> date | None:
    return timezone.localtime(concern.replied_at).date() if concern.replied_at else None


def state_on(concern: Concern, day: date) -> ConcernState:
    """The state at the end of the day, from the days written on the record."""
    replied_on = _replied_on(concern)
    if concern.told_on and concern.told_on <= day:
        return ConcernState.TOLD
    if concern.closed_on and concern.closed_on <= day:
        return ConcernState.CLOSED
    if replied_on and replied_on <= day:
        return ConcernState.REPLIED
    return ConcernState.OPEN


def _line(concern: Any, as_at: date) -> ConcernLine:
    state = state_on(concern, as_at)
    answered = state in (ConcernState.REPLIED, ConcernState.TOLD)
    return ConcernLine(
        reference=concern.reference,
        kind=ItemKind(concern.kind).label,
        topic=str(concern.topic),
        forum=concern.forum.name,
        district=concern.forum.district.name,
        raised=concern.text,
        raised_on=concern.raised_on,
        actions=tuple(
            ActionLine(level=ActionLevel(action.level).label, taken_on=action.taken_on, text=action.text)
            for action in concern.actions_so_far
        ),
        reply=concern.reply if answered else "",
        state=STATE_WORDS[state],
        needed_by=concern.needed_by,
        replied_on=_replied_on(concern) if answered else None,
        told_on=concern.told_on if state == ConcernState.TOLD else None,
        is_overdue=state == ConcernState.OPEN and concern.needed_by is not None and concern.needed_by < as_at,
        is_restricted=concern.is_restricted,
        is_synthetic=concern.is_synthetic,
    )


def concern_lines(concerns: ConcernQuerySet, *, as_at: date) -> tuple[ConcernLine, ...]:
    """The concerns as lines of a table, as they stood on the day, in the order they were raised. Two queries."""
    actions = ConcernAction.objects.filter(taken_on__lte=as_at).order_by("taken_on", "pk")
    rows = (
        concerns.select_related("topic", "forum__district")
        .prefetch_related(Prefetch("actions", queryset=actions, to_attr="actions_so_far"))
        .order_by("raised_on", "reference")
    )
    return tuple(_line(concern, as_at) for concern in rows)


def concerns_of(period: Period, *, as_at: date, include_restricted: bool) -> tuple[ConcernLine, ...]:
    """Every concern that was live in the period.

    That is one raised by the last day and not told to the forum or closed before the first: so those raised in
    the period, those finished in it, and those still open at its end.
    """
    readable = Concern.objects.all() if include_restricted else Concern.objects.open_to_all()
    return concern_lines(readable.live_between(period.start, min(period.end, as_at)), as_at=as_at)


def good_news(period: Period, *, as_at: date) -> tuple[GoodNews, ...]:
    """Good news in accepted reports of meetings in the period. One query."""
    items = (
        ReportItem.objects.filter(
            kind=ItemKind.GOOD_NEWS,
            report__state=ReportState.ACCEPTED,
            report__decided_at__date__lte=as_at,
            report__met_on__range=(period.start, period.end),
        )
        .select_related("topic", "report__forum__district")
        .order_by("report__met_on", "report__forum__name", "position", "pk")
    )
    return tuple(
        GoodNews(
            forum=item.report.forum.name,
            district=item.report.forum.district.name,
            topic=str(item.topic),
            text=item.text,
            on=item.report.met_on,
            is_synthetic=item.report.is_synthetic,
        )
        for item in items
    )
