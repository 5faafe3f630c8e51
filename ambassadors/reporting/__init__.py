"""What other apps may read of the ambassadors' work: frozen values for a quarter, a year, a person or a day."""

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

__all__ = [
    "ActionLine",
    "AmbassadorsQuarter",
    "AmbassadorsYear",
    "ConcernLine",
    "EndedAppointment",
    "Events",
    "GoodNews",
    "InPost",
    "KeyContacts",
    "ObjectiveLine",
    "ReportLine",
    "Reports",
    "Tally",
    "Vacancy",
    "quarter",
    "reports",
    "vacancies",
    "year",
]
