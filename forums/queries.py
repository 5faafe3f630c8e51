"""Which priorities stand, and what follows what when forums merge."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from forums.models import Forum, ForumMeeting, ForumPriority


@dataclass(frozen=True)
class Merger:
    """A forum's last day, and the forum that took over from the day after."""

    last_day: date
    into: int


def mergers() -> dict[int, Merger]:
    """Every forum that merged, by its number. One query."""
    rows = Forum.objects.exclude(merged_into=None).values_list("pk", "ends_on", "merged_into")
    return {pk: Merger(ends_on, into) for pk, ends_on, into in rows if ends_on is not None and into is not None}


def _path(forum: int, merged: Mapping[int, Merger]) -> list[int]:
    """The forum and, in order, those that took over from it."""
    path = [forum]
    while path[-1] in merged and merged[path[-1]].into not in path:
        path.append(merged[path[-1]].into)
    return path


def forums_continued_by(forum: int, day: date, merged: Mapping[int, Merger]) -> set[int]:
    """The forum itself and every forum that had merged into it before the day."""
    return {forum} | {
        other
        for other in merged
        if forum in (path := _path(other, merged))
        and all(merged[step].last_day < day for step in path[: path.index(forum)])
    }


def deciding_meetings(forums: Collection[int], day: date) -> dict[int, list[int]]:
    """For each forum, the meetings before the day whose outcome says which priorities it works on. Two queries.

    The latest of the forum itself and, until it next decides, the latest of each forum that merged into it.
    """
    merged = mergers()
    families = {forum: forums_continued_by(forum, day, merged) for forum in forums}
    rows = ForumMeeting.objects.held().with_outcome().filter(held_on__lt=day)
    rows = rows.filter(forum__in=set().union(*families.values())).order_by("forum", "-held_on").distinct("forum")
    latest = {of: (held_on, pk) for of, held_on, pk in rows.values_list("forum", "held_on", "pk")}

    def taken_over(of: int, by: int) -> bool:
        path = _path(of, merged)
        later = path[1 : path.index(by) + 1]
        return any(other in latest and latest[other][0] > merged[of].last_day for other in later)

    return {
        forum: [latest[of][1] for of in family if of in latest and (of == forum or not taken_over(of, forum))]
        for forum, family in families.items()
    }


def priorities_before(forum: Forum, day: date) -> list[ForumPriority]:
    """The priorities that a meeting on the day finds standing, oldest first. Three queries at most."""
    meetings = deciding_meetings([forum.pk], day)[forum.pk]
    rows = ForumPriority.objects.filter(meeting__in=meetings).select_related("topic", "meeting__forum")
    return list(rows.as_agreed())


def priorities_at_close_of(forum: Forum, day: date) -> list[ForumPriority]:
    """The priorities that stand at the end of the day, oldest first."""
    return priorities_before(forum, day + timedelta(days=1))


def next_deciding_meeting(meeting: ForumMeeting) -> ForumMeeting | None:
    """The first later meeting, of the forum or of one it merged into, whose outcome is recorded."""
    merged = mergers()
    candidates = []
    since = meeting.held_on
    for of in _path(meeting.forum_id, merged):
        later = ForumMeeting.objects.held().with_outcome().filter(forum=of, held_on__gt=since)
        candidates.append(later.order_by("held_on", "pk").first())
        if of in merged:
            since = max(since, merged[of].last_day)
    return min((found for found in candidates if found), key=lambda found: found.held_on, default=None)


def chain_of(priority: int, carried_from: Mapping[int, int | None]) -> list[int]:
    """The priority and, back in time, those it was carried from."""
    chain = [priority]
    while (earlier := carried_from.get(chain[-1])) is not None and earlier not in chain:
        chain.append(earlier)
    return chain


@dataclass(frozen=True)
class Behind:
    """A priority's day, and the one it was carried from."""

    held_on: date
    carried_from: int | None


def priorities_behind(priorities: Collection[ForumPriority]) -> dict[int, Behind]:
    """The priorities and all that they may have been carried from: every one of those forums. One query.

    A chain may cross from a forum into the one it merged into, so the forums that merged count too.
    """
    into = {priority.meeting.forum_id for priority in priorities}
    forums = Forum.objects.filter(Q(pk__in=into) | Q(merged_into__isnull=False)).values("pk")
    rows = ForumPriority.objects.filter(meeting__forum__in=forums)
    return {
        pk: Behind(held_on, carried)
        for pk, held_on, carried in rows.values_list("pk", "meeting__held_on", "carried_from")
    }
