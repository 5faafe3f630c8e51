"""The staff's pages about reports, concerns and the people of the scheme."""

from ambassadors.admin.applications import ApplicationAdmin
from ambassadors.admin.appointments import AppointmentAdmin
from ambassadors.admin.concerns import ConcernAdmin
from ambassadors.admin.people import AmbassadorAdmin
from ambassadors.admin.reports import ForumReportAdmin
from ambassadors.admin.waiting import ambassadors_work
from ambassadors.admin.work import EngagementActivityAdmin, KeyContactAdmin, ObjectiveAdmin

__all__ = [
    "AmbassadorAdmin",
    "ApplicationAdmin",
    "AppointmentAdmin",
    "ConcernAdmin",
    "EngagementActivityAdmin",
    "ForumReportAdmin",
    "KeyContactAdmin",
    "ObjectiveAdmin",
    "ambassadors_work",
]
