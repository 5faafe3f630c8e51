"""Everything that writes the ambassadors' work."""

from ambassadors.operations.report_errors import ReportChangedError, ReportExistsError, ReportSentError
from ambassadors.operations.report_files import attach_file, remove_file
from ambassadors.operations.reports import (
    answer_question,
    delete_draft,
    keep_unfinished,
    save_step,
    start_report,
    submit_report,
)
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
    "add_contact",
    "answer_question",
    "attach_file",
    "change_contact",
    "delete_draft",
    "end_contact",
    "keep_unfinished",
    "record_contact",
    "record_event",
    "record_progress",
    "remove_file",
    "save_step",
    "start_report",
    "submit_report",
]
