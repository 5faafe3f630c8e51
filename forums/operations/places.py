"""Adding, ending and merging forums, and keeping the topics. History stays with the forum it happened in."""

from datetime import date, datetime

from django.db import transaction

from forums.enums import MeetingState
from forums.models import Forum, ForumMeeting, PriorityTopic
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked
from opcc.reference.models import District
from opcc.web.words import nice_date


@transaction.atomic
def put_topic(
    *,
    code: str,
    name: str,
    full_name: str = "",
    broader: PriorityTopic | None = None,
    position: int = 0,
    is_active: bool = True,
    by: User | None,
    at: datetime,
) -> PriorityTopic:
    """Add a topic, or change the one of that code. The code 'none' names and places the row of forums without any."""
    topic = PriorityTopic.objects.filter(code=code).first() or PriorityTopic(code=code)
    topic.name, topic.full_name, topic.broader = name.strip(), full_name.strip(), broader
    topic.position, topic.is_active = position, is_active
    with acting(by, "Topics kept"):
        save_checked(topic)
    return topic


@transaction.atomic
def put_forum(
    *,
    slug: str,
    name: str,
    district: District,
    starts_on: date,
    usual_venue: str = "",
    about: str = "",
    source: str = "",
    is_synthetic: bool = False,
    by: User | None,
    at: datetime,
) -> Forum:
    """Add a forum, or change how the one of that slug is described. Ending and merging are separate acts."""
    forum = Forum.objects.filter(slug=slug).first() or Forum(slug=slug)
    forum.name, forum.district, forum.starts_on = name.strip(), district, starts_on
    forum.usual_venue, forum.about = usual_venue.strip(), about.strip()
    forum.source, forum.is_synthetic = source, is_synthetic
    with acting(by, "Forum described"):
        save_checked(forum)
    return forum


@transaction.atomic
def end_forum(*, forum: Forum, on: date, reason: str, by: User | None, at: datetime) -> Forum:
    """Give a forum its last day. Meetings planned after it are cancelled with the same reason."""
    if not reason.strip():
        raise DomainError("Say why the forum ends.", field="reason")
    with acting(by, "Forum ended"):
        return _end(forum=forum, on=on, reason=reason.strip(), into=None)


@transaction.atomic
def merge_forums(*, from_forum: Forum, into: Forum, on: date, by: User | None, at: datetime, reason: str = "") -> Forum:
    """End one forum on a day and let another take over its area and its standing priorities from the next."""
    if from_forum.pk == into.pk:
        raise DomainError("A forum cannot merge into itself. Choose another forum.", field="into")
    if not into.is_active_on(on):
        raise DomainError(
            f"{into} is not active on {nice_date(on)}, so nothing can merge into it. Choose another forum or day.",
            field="into",
        )
    with acting(by, "Forums merged"):
        return _end(forum=from_forum, on=on, reason=reason.strip() or f"Merged into {into}", into=into)


def _end(*, forum: Forum, on: date, reason: str, into: Forum | None) -> Forum:
    locked = Forum.objects.select_for_update().get(pk=forum.pk)
    if locked.ends_on is not None:
        raise DomainError(f"{forum} has its last day already: {nice_date(locked.ends_on)}.", field="on")
    last = ForumMeeting.objects.held().filter(forum=forum, held_on__gt=on).latest_first().first()
    if last is not None:
        raise DomainError(
            f"{forum} met on {nice_date(last.held_on)}. Enter that day or a later one as its last.", field="on"
        )
    locked.ends_on, locked.end_reason, locked.merged_into = on, reason, into
    save_checked(locked)
    ForumMeeting.objects.planned().filter(forum=forum, held_on__gt=on).update(
        state=MeetingState.CANCELLED, cancelled_reason=reason
    )
    forum.refresh_from_db()
    return forum
