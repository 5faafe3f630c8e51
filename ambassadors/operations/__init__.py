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
from ambassadors.operations.report_errors import ReportChangedError, ReportExistsError, ReportSentError
from ambassadors.operations.report_files import attach_file, remove_file
from ambassadors.operations.reports import (
    answer_question,
    delete_draft,
    keep_unfinished,
    save_step,
    start_report,
    submit_report,
    unfinished_steps,
)
from ambassadors.operations.review import accept_report, return_report
from ambassadors.operations.work import (
    add_contact,
    change_contact,
    end_contact,
    record_contact,
    record_event,
    record_progress,
)

__all__ = [
    "ReportChangedError",
    "ReportExistsError",
    "ReportSentError",
    "accept_report",
    "add_contact",
    "advertise_vacancy",
    "answer_question",
    "appoint",
    "assign_concern",
    "attach_file",
    "change_contact",
    "close_concern",
    "decide_application",
    "delete_draft",
    "end_appointment",
    "end_contact",
    "invite_ambassador",
    "keep_unfinished",
    "link_account",
    "mark_told",
    "open_concern",
    "receive_application",
    "record_action",
    "record_contact",
    "record_event",
    "record_person",
    "record_progress",
    "remind_of_contacts",
    "remind_of_reports",
    "remove_file",
    "reply_to_concern",
    "return_report",
    "save_step",
    "set_restricted",
    "start_report",
    "submit_report",
    "unfinished_steps",
]
