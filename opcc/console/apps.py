from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class ConsoleConfig(AppConfig):
    name = "opcc.console"
    label = "console"
    verbose_name = "Console"

    def ready(self) -> None:
        from opcc.console import work  # noqa: PLC0415 -- models are there only now

        work.register()


class OfficeAdminConfig(AdminConfig):
    """Django's admin, with the office's site in place of the stock one."""

    default_site = "opcc.web.admin.OfficeAdminSite"
