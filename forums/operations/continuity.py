"""Working out afresh what follows what, for meetings that were imported rather than recorded one by one."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from forums import queries
from forums.enums import Continuity
from forums.models import Forum, ForumMeeting, ForumPriority
from forums.operations.priorities import AgreedPriority, link
from opcc.accounts.models import User
from opcc.core.saving import acting


@transaction.atomic
def rejoin_priorities(*, forums: Collection[Forum], by: User | None, at: datetime) -> int:
    """Join the forums' priorities as if each meeting had been recorded in its turn. Returns how many rows changed.

    A link that still fits stays, a kept priority without one gets the standing one of its topic, and what a meeting
    did not keep is closed at it. Run again on the same meetings, it changes nothing.
    """
    rows = {row.pk: row for row in ForumPriority.objects.filter(meeting__forum__in=forums).select_related("topic")}
    links: dict[int, int | None] = {}
    closed: dict[int, int | None] = dict.fromkeys(rows)
    meetings = ForumMeeting.objects.held().with_outcome().filter(forum__in=forums).select_related("forum")
    for meeting in meetings.order_by("held_on", "pk"):
        before = queries.priorities_before(meeting.forum, meeting.held_on)
        agreed = [row for row in rows.values() if row.meeting_id == meeting.pk]
        kept = link([_as_given(row, before) for row in agreed], before)
        links |= {row.pk: earlier.pk if earlier else None for row, earlier in zip(agreed, kept, strict=True)}
        closed |= {earlier.pk: None if earlier in kept else meeting.pk for earlier in before}
    return _write(rows, links, closed, by)


def _as_given(row: ForumPriority, before: Collection[ForumPriority]) -> AgreedPriority:
    fits = {earlier.pk: earlier for earlier in before} if row.continuity == Continuity.RETAINED else {}
    return AgreedPriority(row.topic, row.wording, Continuity(row.continuity), fits.get(row.carried_from_id or 0))


def _write(
    rows: dict[int, ForumPriority], links: dict[int, int | None], closed: dict[int, int | None], by: User | None
) -> int:
    changed = [
        row
        for row in rows.values()
        if row.carried_from_id != links.get(row.pk) or row.closed_at_id != closed.get(row.pk)
    ]
    moved = [row.pk for row in changed if row.carried_from_id not in {None, links.get(row.pk)}]
    with acting(by, "Priorities joined"):
        # Loosened first: for a moment two rows would claim the same earlier one.
        ForumPriority.objects.filter(pk__in=moved).update(carried_from=None)
        for row in changed:
            row.carried_from_id, row.closed_at_id = links.get(row.pk), closed.get(row.pk)
        ForumPriority.objects.bulk_update(changed, ["carried_from", "closed_at"])
    return len(changed)
