"""What the forums ask of the staff."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from forums.models import ForumMeeting
from opcc.web.admin import WorkGroup, WorkItem, work_sources
from opcc.web.words import nice_date


@work_sources.register
def forum_work(request: HttpRequest) -> Iterable[WorkGroup]:
    """Planned meetings whose day is past: were they held?"""
    if not request.user.has_perm("forums.change_forummeeting"):
        return []
    today = timezone.localdate()
    passed = ForumMeeting.objects.planned().filter(held_on__lt=today)
    days = list(passed.order_by("held_on").values_list("held_on", flat=True))
    address = reverse("admin:forums_forummeeting_changelist")
    item = WorkItem(
        len(days),
        "Planned meetings whose day is past",
        f"{address}?state__exact=planned&held_on__lt={today:%Y-%m-%d}",
        detail=f"The oldest: {nice_date(days[0])}" if days else "",
        state="due",
    )
    return [WorkGroup("Forums and ambassadors", (item,))]
