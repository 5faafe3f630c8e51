"""How each section of a report is written into its rows. Called inside the transaction of `save_step` only."""

from collections.abc import Callable
from functools import singledispatch
from typing import Any

from ambassadors.due_dates import report_due_on
from ambassadors.enums import ItemKind
from ambassadors.models import (
    EngagementActivity,
    ForumReport,
    ObjectiveProgress,
    ReportedPriority,
    ReportedProgress,
    ReportItem,
)
from ambassadors.queries.report_answers import (
    Answer,
    AttendanceAnswer,
    ConcernsAnswer,
    EventsAnswer,
    IssuesAnswer,
    ItemAnswer,
    MeetingAnswer,
    ObjectivesAnswer,
    PrioritiesAnswer,
    ProgressAnswer,
)


def row_values(answer: Answer, *, due_days: Callable[[], int]) -> dict[str, Any]:
    """What the section changes on the report's own row."""
    match answer:
        case MeetingAnswer():
            return {
                "forum": answer.forum,
                "met_on": answer.met_on,
                "starts_at": answer.starts_at,
                "venue": answer.venue,
                "due_on": report_due_on(answer.met_on, days=due_days()),
            }
        case AttendanceAnswer():
            return {
                "elected_members": answer.elected_members,
                "residents": answer.residents,
                "police": answer.police,
                "others": answer.others,
                "police_attended": answer.police_attended,
            }
        case PrioritiesAnswer():
            return {"priorities_outcome": answer.outcome}
        case _:
            return {}


@singledispatch
def write_parts(answer: Answer, *, report: ForumReport) -> None:
    """Put the section's answers in place of those that were there."""


@write_parts.register
def _meeting(answer: MeetingAnswer, *, report: ForumReport) -> None:
    report.objective_progress.exclude(on=answer.met_on).update(on=answer.met_on)


@write_parts.register
def _priorities(answer: PrioritiesAnswer, *, report: ForumReport) -> None:
    report.priorities.all().delete()
    ReportedPriority.objects.bulk_create(
        ReportedPriority(
            report=report,
            position=position,
            topic=priority.topic,
            wording=priority.wording,
            continuity=priority.continuity,
        )
        for position, priority in enumerate(answer.priorities, start=1)
    )


@write_parts.register
def _progress(answer: ProgressAnswer, *, report: ForumReport) -> None:
    report.progress.all().delete()
    ReportedProgress.objects.bulk_create(
        ReportedProgress(report=report, position=position, priority_id=line.priority_id, text=line.text)
        for position, line in enumerate(answer.lines, start=1)
    )


@write_parts.register
def _issues(answer: IssuesAnswer, *, report: ForumReport) -> None:
    report.items.filter(kind=ItemKind.ISSUE).delete()
    _write_items(answer.items, report)


@write_parts.register
def _concerns(answer: ConcernsAnswer, *, report: ForumReport) -> None:
    report.items.exclude(kind=ItemKind.ISSUE).delete()
    _write_items(answer.items, report)


def _write_items(items: tuple[ItemAnswer, ...], report: ForumReport) -> None:
    ReportItem.objects.bulk_create(
        ReportItem(
            report=report,
            position=position,
            kind=item.kind,
            topic=item.topic,
            text=item.text,
            raised_by=item.raised_by,
            needed_by=item.needed_by,
        )
        for position, item in enumerate(items, start=1)
    )


@write_parts.register
def _events(answer: EventsAnswer, *, report: ForumReport) -> None:
    report.activities.all().delete()
    EngagementActivity.objects.bulk_create(
        EngagementActivity(
            ambassador=report.ambassador,
            report=report,
            held_on=event.held_on,
            title=event.title,
            people_met=event.people_met,
            outcome=event.outcome,
        )
        for event in answer.events
    )


@write_parts.register
def _objectives(answer: ObjectivesAnswer, *, report: ForumReport) -> None:
    report.objective_progress.all().delete()
    ObjectiveProgress.objects.bulk_create(
        ObjectiveProgress(
            objective=line.objective,
            ambassador=report.ambassador,
            report=report,
            on=report.met_on,
            number=line.number,
            evidence=line.evidence,
        )
        for line in answer.lines
    )
