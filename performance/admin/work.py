"""What the force's figures ask of the staff."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from opcc.web.admin import WorkGroup, WorkItem, work_sources
from opcc.web.words import nice_date
from performance.admin.shared import cleared
from performance.enums import CommentaryState, LoadState, PhaseState
from performance.models import Commentary, ForceQuestion, Load, PhaseChange
from performance.permissions import ASK, COMMENT, DECIDE, LOAD
from performance.reporting.missing import missing_commentary

GROUP = "Performance"


@work_sources.register
def performance_work(request: HttpRequest) -> Iterable[WorkGroup]:
    """Loads that brought nothing, averages to decide, questions that wait, commentary to write and to publish."""
    found: list[WorkItem] = []
    for permission, items in ((LOAD, _loads), (DECIDE, _averages), (ASK, _questions), (COMMENT, _commentary)):
        if request.user.has_perm(permission):
            found += items(cleared(request))
    return [WorkGroup(GROUP, tuple(found))] if found else []


def _listed(model: str, query: str = "") -> str:
    return reverse(f"admin:performance_{model}_changelist") + (f"?{query}" if query else "")


def _loads(may_read_restricted: bool) -> list[WorkItem]:
    """Files that were refused or failed, until a later file of their kind is loaded."""
    later = Load.objects.loaded().filter(kind=OuterRef("kind"), requested_at__gt=OuterRef("requested_at"))
    states = list(Load.objects.failed().filter(~Exists(later)).values_list("state", flat=True))
    words = {LoadState.REFUSED: "Files of figures refused for errors", LoadState.FAILED: "Loads of figures failed"}
    return [
        WorkItem(
            states.count(state), label, _listed("load", f"state__exact={state}"), state="overdue", word=state.label
        )
        for state, label in words.items()
        if state in states
    ]


def _averages(may_read_restricted: bool) -> list[WorkItem]:
    proposed = PhaseChange.objects.filter(state=PhaseState.PROPOSED)
    if not may_read_restricted:
        proposed = proposed.filter(series__measure__is_restricted=False)
    address = _listed("phasechange", f"state__exact={PhaseState.PROPOSED.value}")
    return [WorkItem(proposed.count(), "Changes of average to decide", address, state="due")]


def _questions(may_read_restricted: bool) -> list[WorkItem]:
    today = timezone.localdate()
    asked = ForceQuestion.objects.for_reader(include_restricted=may_read_restricted).waiting()
    days = list(asked.order_by("due_on").values_list("due_on", flat=True))
    late = [day for day in days if day is not None and day < today]
    return [
        WorkItem(
            len(late),
            "Questions the force has not answered in time",
            _listed("forcequestion", "overdue=yes"),
            detail=f"The oldest was due on {nice_date(late[0])}" if late else "",
            state="overdue",
        ),
        WorkItem(len(days) - len(late), "Questions with the force", _listed("forcequestion", "state__exact=asked")),
    ]


def _commentary(may_read_restricted: bool) -> list[WorkItem]:
    quarter, missing = missing_commentary(include_restricted=may_read_restricted)
    drafts: QuerySet[Commentary] = Commentary.objects.filter(state=CommentaryState.DRAFT)
    if not may_read_restricted:
        drafts = drafts.filter(measure__is_restricted=False)
    return [
        WorkItem(
            len(missing),
            "Measures of the latest quarter without commentary",
            reverse("admin:performance_commentary_missing"),
            detail=quarter.label if quarter else "",
            state="due",
        ),
        WorkItem(drafts.count(), "Commentaries to publish", _listed("commentary", "state__exact=draft"), state="draft"),
    ]
