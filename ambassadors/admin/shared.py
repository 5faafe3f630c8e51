"""What the pages of this app share: who acts, and states as tags whose colour repeats the word."""

from datetime import date

from django.db.models import Model
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ambassadors.enums import ConcernState, ReportState
from ambassadors.models import Concern, ForumReport
from opcc.web.admin.tags import tag

REPORT_COLOURS = {
    ReportState.DRAFT: "draft",
    ReportState.SUBMITTED: "waiting",
    ReportState.RETURNED: "due",
    ReportState.ACCEPTED: "done",
}
CONCERN_COLOURS = {
    ConcernState.OPEN: "waiting",
    ConcernState.REPLIED: "due",
    ConcernState.TOLD: "done",
    ConcernState.CLOSED: "done",
}
CONCERN_WORDS = {
    ConcernState.OPEN: "With the office",
    ConcernState.REPLIED: "Forum not told yet",
    ConcernState.TOLD: "Forum told",
    ConcernState.CLOSED: "Closed without a reply",
}


def link(record: Model) -> SafeString:
    """The record's name, leading to its page."""
    address = reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])
    return format_html('<a href="{}">{}</a>', address, record)


def report_tag(report: ForumReport, today: date) -> SafeString:
    """How a report stands; a draft past its day is late."""
    state = ReportState(report.state)
    if state == ReportState.DRAFT and report.due_on < today:
        return tag("Late draft", "overdue")
    return tag(state.label, REPORT_COLOURS[state])


def concern_tag(concern: Concern, today: date) -> SafeString:
    """How a concern stands; one that waits past its day is overdue."""
    state = ConcernState(concern.state)
    if state == ConcernState.OPEN and concern.needed_by is not None and concern.needed_by < today:
        return tag("Overdue", "overdue")
    return tag(CONCERN_WORDS[state], CONCERN_COLOURS[state])
