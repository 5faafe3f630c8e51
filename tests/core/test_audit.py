"""History: each change keeps who made it, where and why, also when one reason lies inside another."""

from typing import Any

import pghistory
import pytest

from forums.models import Forum
from opcc.core.audit import because
from tests.factories.forums import ForumFactory

pytestmark = pytest.mark.django_db


def history(forum: Forum) -> list[tuple[str, dict[str, Any]]]:
    events: Any = forum.pgh_event_model.objects  # type: ignore[attr-defined]  # added by the audit decorator
    found = events.filter(pgh_obj=forum).order_by("pgh_id").select_related("pgh_context")
    return [(event.usual_venue, event.pgh_context.metadata if event.pgh_context else {}) for event in found]


def test_because_inside_a_request_keeps_who_and_where_and_each_its_own_reason() -> None:
    forum = ForumFactory.build()
    forum.district.force_area.save()
    forum.district.save()
    with pghistory.context(user=7, url="/staff/"):
        forum.save()
        with because("moved for the winter"):
            Forum.objects.update(usual_venue="School")
            with because("the school is shut", user=8):
                Forum.objects.update(usual_venue="Church")
            Forum.objects.update(usual_venue="Library")
        Forum.objects.update(usual_venue="Hall")

    request: dict[str, Any] = {"user": 7, "url": "/staff/"}
    assert history(forum) == [
        ("Village hall", request),
        ("School", {**request, "reason": "moved for the winter"}),
        ("Church", {"user": 8, "url": "/staff/", "reason": "the school is shut"}),
        ("Library", {**request, "reason": "moved for the winter"}),
        ("Hall", request),
    ]


def test_because_by_itself_is_the_reason_of_bulk_changes_too() -> None:
    forums = [ForumFactory.create(), ForumFactory.create()]
    with because("all halls are closed"):
        Forum.objects.bulk_update([Forum(pk=forum.pk, usual_venue="Online") for forum in forums], ["usual_venue"])

    assert [history(forum)[-1] for forum in forums] == [("Online", {"reason": "all halls are closed"})] * 2


def test_because_ends_with_a_change_that_fails() -> None:
    forum = ForumFactory.create()
    with pghistory.context(user=7):
        with pytest.raises(ZeroDivisionError), because("a mistake"):
            _ = 1 / 0
        Forum.objects.update(usual_venue="Hall")

    assert history(forum)[-1] == ("Hall", {"user": 7})
