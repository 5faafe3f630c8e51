"""The staff's place: Django's admin in the office's name, colours and order."""

from opcc.web.admin.inlines import AppendOnlyInline, OfficeTabularInline
from opcc.web.admin.model_admin import OfficeModelAdmin
from opcc.web.admin.site import OfficeAdminSite

__all__ = ["AppendOnlyInline", "OfficeAdminSite", "OfficeModelAdmin", "OfficeTabularInline"]
