"""Ambassadors and appointments; forum reports; concerns; contacts and objectives."""

from ambassadors.models.concerns import Concern, ConcernAction
from ambassadors.models.people import Ambassador, Application, Appointment, VacancyAdvert
from ambassadors.models.reports import (
    ForumReport,
    ReportedPriority,
    ReportedProgress,
    ReportFile,
    ReportItem,
    ReportQuestion,
)
from ambassadors.models.work import ContactMade, EngagementActivity, KeyContact, Objective, ObjectiveProgress

__all__ = [
    "Ambassador",
    "Application",
    "Appointment",
    "Concern",
    "ConcernAction",
    "ContactMade",
    "EngagementActivity",
    "ForumReport",
    "KeyContact",
    "Objective",
    "ObjectiveProgress",
    "ReportFile",
    "ReportItem",
    "ReportQuestion",
    "ReportedPriority",
    "ReportedProgress",
    "VacancyAdvert",
]
