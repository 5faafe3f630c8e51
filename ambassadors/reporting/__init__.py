"""What other apps may read of the ambassadors' work: frozen values for a quarter, a year, a person or a day."""

from ambassadors.reporting.activity import ActivitySummary, EventAttended, OwnObjective, PostHeld, activity_summary
from ambassadors.reporting.people import reports, vacancies
from ambassadors.reporting.quarterly import quarter, year
from ambassadors.reporting.records import (
    ActionLine,
    AmbassadorsQuarter,
    AmbassadorsYear,
    ConcernLine,
    EndedAppointment,
    Events,
    GoodNews,
    InPost,
    KeyContacts,
    ObjectiveLine,
    ReportLine,
    Reports,
    Tally,
    Vacancy,
)
from ambassadors.reporting.waiting import WorkWaiting, late_reports, work_waiting

__all__ = [
    "ActionLine",
    "ActivitySummary",
    "AmbassadorsQuarter",
    "AmbassadorsYear",
    "ConcernLine",
    "EndedAppointment",
    "EventAttended",
    "Events",
    "GoodNews",
    "InPost",
    "KeyContacts",
    "ObjectiveLine",
    "OwnObjective",
    "PostHeld",
    "ReportLine",
    "Reports",
    "Tally",
    "Vacancy",
    "WorkWaiting",
    "activity_summary",
    "late_reports",
    "quarter",
    "reports",
    "vacancies",
    "work_waiting",
    "year",
]
