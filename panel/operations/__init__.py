"""Every write of reports to the Panel."""

from panel.operations.builds import build_report
from panel.operations.decisions import approve_report, issue_report, reissue, withdraw_approval
from panel.operations.requests import draft_due_quarter, rebuild_report, request_report, retry_build, set_meeting

__all__ = [
    "approve_report",
    "build_report",
    "draft_due_quarter",
    "issue_report",
    "rebuild_report",
    "reissue",
    "request_report",
    "retry_build",
    "set_meeting",
    "withdraw_approval",
]
