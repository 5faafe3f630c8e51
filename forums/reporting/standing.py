"""What an ambassador needs to know of a forum: the priorities a meeting finds standing, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from django.db.models import Q

from forums import queries
from forums.models import Forum, ForumMeeting, ForumPriority


@dataclass(frozen=True)
class StandingPriority:
    """A priority that a meeting finds standing. `id` is for foreign keys."""

    id: int
    topic: str
    wording: str
    agreed_on: date


@dataclass(frozen=True)
class ForumAhead:
    """A forum's next planned meeting, if there is one, and the topics it works on."""

    forum: str
    slug: str
    next_on: date | None
    next_at: time | None
    next_venue: str
    topics: tuple[str, ...]


def standing_before(forum: Forum, day: date) -> tuple[StandingPriority, ...]:
    """The priorities that a meeting on the day finds standing, oldest first. Three queries at most."""
    return tuple(
        StandingPriority(id=row.pk, topic=str(row.topic), wording=row.wording, agreed_on=row.meeting.held_on)
        for row in queries.priorities_before(forum, day)
    )


def forums_ahead(forums: Sequence[Forum], today: date) -> tuple[ForumAhead, ...]:
    """For each forum what comes next and what it works on now, in the order given. Two queries."""
    planned = ForumMeeting.objects.planned_from(today).filter(forum__in=forums)
    following = {row.forum_id: row for row in planned.order_by("forum", "held_on", "pk").distinct("forum")}
    topics: dict[int, list[str]] = {}
    ours = Q(meeting__forum__in=forums) | Q(meeting__forum__merged_into__in=forums)
    rows = ForumPriority.objects.standing().filter(ours, meeting__held_on__lte=today)
    for row in rows.select_related("topic", "meeting__forum").as_agreed():
        of = row.meeting.forum
        topics.setdefault(of.merged_into_id or of.pk, []).append(row.topic.name)
    return tuple(
        ForumAhead(
            forum=forum.name,
            slug=forum.slug,
            next_on=meeting.held_on if (meeting := following.get(forum.pk)) else None,
            next_at=meeting.starts_at if meeting else None,
            next_venue=(meeting.venue or forum.usual_venue) if meeting else "",
            topics=tuple(dict.fromkeys(topics.get(forum.pk, []))),
        )
        for forum in forums
    )
