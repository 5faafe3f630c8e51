"""The forums as a public list tells of them."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from forums import queries
from forums.models import ForumMeeting, ForumPriority
from forums.querysets import ForumQuerySet


@dataclass(frozen=True)
class ForumLine:
    """One forum: where, when it next meets, and what it works on."""

    slug: str
    name: str
    district: str
    district_code: str
    usual_venue: str
    starts_on: date
    ends_on: date | None
    end_reason: str
    merged_into: str
    merged_into_slug: str
    next_on: date | None
    next_at: time | None
    next_venue: str
    topics: tuple[str, ...]  # in full
    is_synthetic: bool
    topics_are_synthetic: bool  # all of them


def forum_lines(forums: ForumQuerySet, today: date) -> tuple[ForumLine, ...]:
    """The forums in the order they come, with their next meeting and standing topics. Five queries."""
    rows = list(forums.select_related("district", "merged_into"))
    coming = ForumMeeting.objects.planned_from(today).filter(forum__in=rows)
    following = {meeting.forum_id: meeting for meeting in coming.order_by("forum", "held_on").distinct("forum")}
    deciding = queries.deciding_meetings([forum.pk for forum in rows], today + timedelta(days=1))
    meetings = {meeting for found in deciding.values() for meeting in found}
    agreed: dict[int, list[ForumPriority]] = {}
    for priority in ForumPriority.objects.filter(meeting__in=meetings).select_related("topic").as_agreed():
        agreed.setdefault(priority.meeting_id, []).append(priority)
    lines = []
    for forum in rows:
        coming_next = following.get(forum.pk)
        standing = [priority for meeting in deciding[forum.pk] for priority in agreed.get(meeting, ())]
        lines.append(
            ForumLine(
                slug=forum.slug,
                name=forum.name,
                district=forum.district.name,
                district_code=forum.district.code,
                usual_venue=forum.usual_venue,
                starts_on=forum.starts_on,
                ends_on=forum.ends_on,
                end_reason=forum.end_reason,
                merged_into=forum.merged_into.name if forum.merged_into else "",
                merged_into_slug=forum.merged_into.slug if forum.merged_into else "",
                next_on=coming_next.held_on if coming_next else None,
                next_at=coming_next.starts_at if coming_next else None,
                next_venue=coming_next.venue if coming_next else "",
                topics=tuple(dict.fromkeys(str(priority.topic) for priority in standing)),
                is_synthetic=forum.is_synthetic,
                topics_are_synthetic=bool(standing) and all(priority.is_synthetic for priority in standing),
            )
        )
    return tuple(lines)
