"""What of the Panel's follow-up stands on the staff's home page."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from opcc.web.admin import WorkGroup, WorkItem, work_sources
from opcc.web.words import nice_date
from panel import queries
from panel.enums import (
    RecommendationState,
)
from panel.models import WorkItem as ProgrammeItem
from panel.permissions import (
    CHANGE_RECOMMENDATION,
    CHANGE_WORK,
    VIEW_RECOMMENDATION,
    in_cleared_session,
)


@work_sources.register
def follow_up_work(request: HttpRequest) -> Iterable[WorkGroup]:
    """Recommendations and actions that are overdue or wait, and items of the work programme without a word on them."""
    if not request.user.has_perm(VIEW_RECOMMENDATION):
        return ()
    today = timezone.localdate()
    reader = queries.EVERYTHING if in_cleared_session(request) else queries.OPEN
    rows, actions = reader.recommendations(), reader.actions()
    listed = reverse("admin:panel_recommendation_changelist")
    acted = reverse("admin:panel_panelaction_changelist")
    found = [
        WorkItem(
            rows.overdue(today).count(), "Recommendations overdue", f"{listed}?overdue=yes", _oldest(rows, today),
            "overdue",
        ),
        WorkItem(actions.overdue(today).count(), "Actions overdue", f"{acted}?overdue=yes", state="overdue"),
    ]  # fmt: skip
    if request.user.has_perm(CHANGE_RECOMMENDATION):
        verdict = RecommendationState.FOR_VERDICT
        found += [
            WorkItem(
                rows.filter(state=RecommendationState.MADE).count(), "Recommendations without a letter",
                f"{listed}?state__exact=made", state="due",
            ),
            WorkItem(
                rows.filter(state=verdict).count(), "Recommendations for the Panel’s verdict",
                f"{listed}?state__exact={verdict.value}", state="due",
            ),
        ]  # fmt: skip
    if request.user.has_perm(CHANGE_WORK):
        late = ProgrammeItem.objects.overdue(today).count()
        programme = reverse("admin:panel_workitem_changelist")
        found.append(
            WorkItem(
                late,
                "Items of the work programme whose meeting is over or cancelled",
                f"{programme}?overdue=yes",
                state="due",
            )
        )
    return (WorkGroup("Panel", tuple(found)),)


def _oldest(rows: Any, today: Any) -> str:
    first = rows.overdue(today).filter(Q(due_on__lt=today)).order_by("due_on", "pk").first()
    return f"The oldest, {first.reference}, was due on {nice_date(first.due_on)}" if first else ""
