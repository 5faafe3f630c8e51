"""The ambassadors' lines of the staff's home page."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from ambassadors.reporting import WorkWaiting, work_waiting
from opcc.accounts.permissions import person
from opcc.web.admin.work import WorkGroup, WorkItem, work_sources

GROUP = "Forums and ambassadors"


def _item(line: WorkWaiting) -> WorkItem:
    address = reverse(line.url_name) + (f"?{line.query}" if line.query else "")
    return WorkItem(count=line.count, label=line.label, url=address, detail=line.detail, state=line.state)


@work_sources.register
def ambassadors_work(request: HttpRequest) -> Iterable[WorkGroup]:
    """What waits for this person: reports, concerns, vacancies, contacts."""
    lines = work_waiting(timezone.localdate(), person(request))
    return [WorkGroup(GROUP, tuple(_item(line) for line in lines))] if lines else []
