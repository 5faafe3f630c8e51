"""The staff's site."""

from django.contrib.admin import AdminSite


class OfficeAdminSite(AdminSite):
    """The admin under the office's name."""
