"""Work waiting, gathered for the staff home page from the apps that know about it."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

import ambassadors.reporting as ambassadors_reporting
from opcc.accounts.models import User
from opcc.core.enums import MailState
from opcc.core.models import OutboxMessage
from opcc.web.admin import WorkGroup, WorkItem, work_sources


def register() -> None:
    """Called once, when the site starts."""
    work_sources.register(forums_and_ambassadors)
    work_sources.register(office)


def forums_and_ambassadors(request: HttpRequest) -> list[WorkGroup]:
    """Reports to review and late, concerns, vacancies, contacts."""
    assert isinstance(request.user, User)
    lines = ambassadors_reporting.work_waiting(timezone.localdate(), request.user)
    return [
        WorkGroup(
            "Forums and ambassadors",
            tuple(
                WorkItem(
                    count=line.count,
                    label=line.label,
                    url=reverse(line.url_name) + (f"?{line.query}" if line.query else ""),
                    detail=line.detail,
                    state=line.state,
                )
                for line in lines
            ),
        )
    ]


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
