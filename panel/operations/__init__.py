"""Every write of the Panel's records."""

from panel.operations.agenda import (
    DOWN,
    MOVES,
    OUT,
    UNDER,
    UP,
    add_item,
    change_item,
    claim_exemption,
    draft_agenda,
    exempt_item,
    move_item,
    open_item,
    order_agenda,
    remove_item,
)
from panel.operations.builds import build_report
from panel.operations.decisions import approve_report, issue_report, reissue, withdraw_approval
from panel.operations.meetings import call_meeting, cancel_meeting, change_meeting, hold_meeting, move_meeting
from panel.operations.membership import save_record
from panel.operations.requests import draft_due_quarter, rebuild_report, request_report, retry_build, set_meeting

__all__ = [
    "DOWN",
    "MOVES",
    "OUT",
    "UNDER",
    "UP",
    "add_item",
    "approve_report",
    "build_report",
    "call_meeting",
    "cancel_meeting",
    "change_item",
    "change_meeting",
    "claim_exemption",
    "draft_agenda",
    "draft_due_quarter",
    "exempt_item",
    "hold_meeting",
    "issue_report",
    "move_item",
    "move_meeting",
    "open_item",
    "order_agenda",
    "rebuild_report",
    "reissue",
    "remove_item",
    "request_report",
    "retry_build",
    "save_record",
    "set_meeting",
    "withdraw_approval",
]
