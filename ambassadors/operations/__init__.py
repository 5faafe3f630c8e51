"""Everything that writes the ambassadors' work."""

from ambassadors.operations.concerns import (
    assign_concern,
    close_concern,
    mark_told,
    open_concern,
    record_action,
    reply_to_concern,
    set_restricted,
)
from ambassadors.operations.people import (
    advertise_vacancy,
    appoint,
    decide_application,
    end_appointment,
    invite_ambassador,
    link_account,
    receive_application,
    record_person,
)
from ambassadors.operations.reminders import remind_of_contacts, remind_of_reports
from ambassadors.operations.review import accept_report, return_report

__all__ = [
    "accept_report",
    "advertise_vacancy",
    "appoint",
    "assign_concern",
    "close_concern",
    "decide_application",
    "end_appointment",
    "invite_ambassador",
    "link_account",
    "mark_told",
    "open_concern",
    "receive_application",
    "record_action",
    "record_person",
    "remind_of_contacts",
    "remind_of_reports",
    "reply_to_concern",
    "return_report",
    "set_restricted",
]
