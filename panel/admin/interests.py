"""Interests that are due in the register, as work that waits."""

from collections.abc import Iterable
from datetime import date

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from opcc.web.admin import WorkGroup, WorkItem, work_sources
from opcc.web.admin.tags import tag
from opcc.web.words import due, nice_date
from panel import queries
from panel.permissions import VIEW_INTEREST, in_cleared_session
from panel.register_clocks import register_interests_by


@work_sources.register
def interest_work(request: HttpRequest) -> Iterable[WorkGroup]:
    """Members who have registered nothing, and declared interests of which the monitoring officer is to be told."""
    if not request.user.has_perm(VIEW_INTEREST):
        return ()
    today = timezone.localdate()
    members = [row.due_on for row in queries.unregistered_members(today)]
    declared = [
        register_interests_by(row.item.meeting.held_on)
        for row in queries.declared_unregistered(exempt=in_cleared_session(request))
    ]
    lines = (
        (members, "Members with nothing in the register of interests", "member"),
        (declared, "Declared interests that are not in the register", "declaration"),
    )
    return (
        WorkGroup(
            "Panel",
            tuple(
                WorkItem(
                    len(days),
                    label,
                    f"{reverse(f'admin:panel_{model}_changelist')}?register=missing",
                    f"The first: {due(days[0], today).lower()}" if days else "",
                    "overdue" if days and days[0] < today else "due",
                )
                for days, label, model in lines
            ),
        ),
    )


def register_due(since: date) -> SafeString:
    """The last day for the register, narrow enough for a list, and whether it has gone by."""
    by = register_interests_by(since)
    late = by < timezone.localdate()
    return format_html("{}<br>{}", nice_date(by), tag("Overdue", "overdue") if late else tag("Due", "due"))
