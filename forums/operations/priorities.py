"""Recording what a meeting decided about its priorities, and joining it to the meetings before and after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from forums import queries
from forums.enums import Continuity, MeetingState, PrioritiesOutcome
from forums.models import Forum, ForumMeeting, ForumPriority, PriorityProgress, PriorityTopic
from forums.querysets import NONE_CODE
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked

MOST_PRIORITIES = 3


@dataclass(frozen=True)
class AgreedPriority:
    """One priority as the meeting agreed it. `carried_from` is needed only where the topic does not tell."""

    topic: PriorityTopic
    wording: str
    continuity: Continuity = Continuity.NEW
    carried_from: ForumPriority | None = None


@dataclass(frozen=True)
class ReportedProgress:
    """What the meeting heard about an earlier priority."""

    priority: ForumPriority
    text: str


@transaction.atomic
def record_priorities(
    *,
    meeting: ForumMeeting,
    outcome: PrioritiesOutcome,
    priorities: Sequence[AgreedPriority] = (),
    progress: Sequence[ReportedProgress] = (),
    by: User | None,
    at: datetime,
) -> tuple[ForumPriority, ...]:
    """Record what a held meeting agreed, once. Earlier priorities that it did not keep are closed at it.

    Meetings may be recorded out of order: a later one that was recorded first is joined on again.
    """
    _refuse_contradictions(outcome, priorities)
    Forum.objects.select_for_update().get(pk=meeting.forum_id)  # one recording at a time within a forum
    with acting(by, "Priorities recorded"):
        _set_outcome(meeting, outcome)
        before = queries.priorities_before(meeting.forum, meeting.held_on)
        later = queries.next_deciding_meeting(meeting)
        detached = _detach(later, before)
        agreed = _create(meeting, priorities, before)
        _report(meeting, progress, before)
        kept_later = _attach(detached, agreed)
        _close(before, at=meeting, unless_kept_by=[*agreed, *kept_later])
        if later is not None:
            _close(agreed, at=later, unless_kept_by=kept_later)
    return tuple(agreed)


def _refuse_contradictions(outcome: PrioritiesOutcome, priorities: Sequence[AgreedPriority]) -> None:
    if outcome == PrioritiesOutcome.NOT_RECORDED:
        raise DomainError("Say whether the meeting agreed priorities.", field="outcome")
    if outcome == PrioritiesOutcome.AGREED and not priorities:
        raise DomainError("Enter at least one priority, or say that none were agreed.", field="priorities")
    if outcome == PrioritiesOutcome.NONE_AGREED and priorities:
        raise DomainError(
            "Leave the priorities out, or say that they were agreed: this meeting is said to have agreed none.",
            field="priorities",
        )
    if len(priorities) > MOST_PRIORITIES:
        raise DomainError(
            f"A forum agrees at most three priorities, and {len(priorities)} are given. Leave out the least important.",
            field="priorities",
        )


def _set_outcome(meeting: ForumMeeting, outcome: PrioritiesOutcome) -> None:
    moved = ForumMeeting.objects.filter(
        pk=meeting.pk, state=MeetingState.HELD, priorities_outcome=PrioritiesOutcome.NOT_RECORDED
    ).update(priorities_outcome=outcome)
    meeting.refresh_from_db()
    if not moved and meeting.state != MeetingState.HELD:
        raise DomainError("Only a meeting that was held can have priorities. Record first that it was held.")
    if not moved:
        raise DomainError("The priorities of this meeting are recorded already.")


def link(priorities: Sequence[AgreedPriority], before: Sequence[ForumPriority]) -> list[ForumPriority | None]:
    """The earlier priority that each one carries on: the one named, else the standing one of the same topic."""
    free = list(before)
    for given in priorities:  # those named first, so that a link by topic never takes one of them
        if given.carried_from is None:
            continue
        if given.continuity != Continuity.RETAINED:
            raise DomainError("A new priority is not carried from an earlier one. Say that it was kept.")
        if given.carried_from not in free:
            raise DomainError("Only a priority that the forum's last meeting left standing can be kept, and once.")
        free.remove(given.carried_from)
    links = []
    for given in priorities:
        earlier = given.carried_from
        if earlier is None and given.continuity == Continuity.RETAINED:
            earlier = next((priority for priority in free if priority.topic_id == given.topic.pk), None)
            if earlier is not None:
                free.remove(earlier)
        links.append(earlier)
    return links


def _create(
    meeting: ForumMeeting, priorities: Sequence[AgreedPriority], before: Sequence[ForumPriority]
) -> list[ForumPriority]:
    created = []
    links = link(priorities, before)
    for position, (given, earlier) in enumerate(zip(priorities, links, strict=True), start=1):
        if given.topic.code == NONE_CODE:
            raise DomainError(f"Choose a topic for priority {position}.", field="topic")
        if not given.wording.strip():
            raise DomainError(f"Enter what the forum agreed for priority {position}.", field="wording")
        row = ForumPriority(
            meeting=meeting,
            position=position,
            topic=given.topic,
            wording=given.wording.strip(),
            continuity=given.continuity,
            carried_from=earlier,
            source=meeting.source,
            is_synthetic=meeting.is_synthetic,
        )
        save_checked(row)
        created.append(row)
    return created


def _report(meeting: ForumMeeting, progress: Sequence[ReportedProgress], before: Sequence[ForumPriority]) -> None:
    for heard in progress:
        if heard.priority not in before:
            raise DomainError("Progress is reported on a priority that stood before the meeting. Choose one of those.")
        row = PriorityProgress(
            priority=heard.priority,
            meeting=meeting,
            text=heard.text.strip(),
            source=meeting.source,
            is_synthetic=meeting.is_synthetic,
        )
        if not row.text:
            raise DomainError("Enter what was done.", field="text")
        save_checked(row)


def _detach(later: ForumMeeting | None, before: Sequence[ForumPriority]) -> dict[ForumPriority, ForumPriority | None]:
    """What the later meeting kept from before this one, loosened so that this meeting comes between."""
    if later is None:
        return {}
    kept = ForumPriority.objects.filter(meeting=later, continuity=Continuity.RETAINED).select_related("carried_from")
    loose = {row: row.carried_from for row in kept if row.carried_from is None or row.carried_from in before}
    ForumPriority.objects.filter(pk__in=[row.pk for row in loose]).update(carried_from=None)
    return loose


def _attach(loose: dict[ForumPriority, ForumPriority | None], agreed: Sequence[ForumPriority]) -> list[ForumPriority]:
    """Join the later meeting's kept priorities to this meeting's, or back where they were. Returns those joined."""
    onward = {mine.carried_from: mine for mine in agreed if mine.carried_from is not None}
    joins = {row: onward.get(earlier) if earlier is not None else None for row, earlier in loose.items()}
    free = [mine for mine in agreed if mine not in joins.values()]
    for row, earlier in loose.items():
        if joins[row] is None:
            joins[row] = next((mine for mine in free if mine.topic_id == row.topic_id), earlier)
            free = [mine for mine in free if mine != joins[row]]
    joined = []
    for row, earlier in joins.items():
        if earlier is not None:
            row.carried_from = earlier
            row.save(update_fields=["carried_from"])
            joined.append(row)
    return joined


def _close(priorities: Sequence[ForumPriority], *, at: ForumMeeting, unless_kept_by: Sequence[ForumPriority]) -> None:
    kept = {row.carried_from_id for row in unless_kept_by}
    for priority in priorities:
        priority.closed_at = None if priority.pk in kept else at
    ForumPriority.objects.bulk_update(priorities, ["closed_at"])
