"""The staff's place: Django's admin in the office's name, colours and order."""

from opcc.web.admin.inlines import AppendOnlyInline, OfficeStackedInline, OfficeTabularInline
from opcc.web.admin.model_admin import OfficeModelAdmin
from opcc.web.admin.site import OfficeAdminSite
from opcc.web.admin.state_buttons import StateButton
from opcc.web.admin.work import WorkGroup, WorkItem, work_sources

__all__ = [
    "AppendOnlyInline",
    "OfficeAdminSite",
    "OfficeModelAdmin",
    "OfficeStackedInline",
    "OfficeTabularInline",
    "StateButton",
    "WorkGroup",
    "WorkItem",
    "work_sources",
]
