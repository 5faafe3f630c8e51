"""Work waiting that belongs to no one app: e-mail. Each app registers its own beside its admin."""

from django.http import HttpRequest
from django.urls import reverse

from opcc.core.enums import MailState
from opcc.core.models import OutboxMessage
from opcc.web.admin import WorkGroup, WorkItem, work_sources


def register() -> None:
    """Called once, when the site starts."""
    work_sources.register(office)


def office(request: HttpRequest) -> list[WorkGroup]:
    """E-mail that did not go."""
    if not request.user.has_perm("core.view_outboxmessage"):
        return []
    failed = OutboxMessage.objects.filter(state=MailState.FAILED).order_by("-created_at")
    newest = failed.first()
    item = WorkItem(
        count=failed.count() if newest else 0,
        label="E-mail not delivered",
        url=reverse("admin:core_outboxmessage_changelist") + "?state__exact=failed",
        detail=f"{newest.subject}, tried {newest.attempts} times" if newest else "",
        state="overdue",
        word="Failed",
    )
    return [WorkGroup("Office", (item,))]
