"""The staff's site: work waiting first, the menu in the office's words, sign-in in one place for everybody."""

from typing import TYPE_CHECKING, Any, cast

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse

from opcc.web.admin.menu import group_of, grouped
from opcc.web.admin.work import work_sources

if TYPE_CHECKING:
    from opcc.web.admin.model_admin import OfficeModelAdmin

FOUND_PER_KIND = 5


class OfficeAdminSite(AdminSite):
    """Django's admin in the office's name. The name and colour come from the office's profile (base_site.html)."""

    site_header = "Office of the Police and Crime Commissioner"
    site_title = "Staff pages"
    index_title = "Work waiting"
    empty_value_display = "–"
    enable_nav_sidebar = True
    work_waiting = work_sources

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The site's own sign-in, with its second step and lock-out. Signed in without the right to enter is 403."""
        if request.user.is_authenticated and not self.has_permission(request):
            raise PermissionDenied
        target = request.GET.get("next") or reverse("admin:index", current_app=self.name)
        return redirect_to_login(target, settings.LOGIN_URL)

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """The site's own sign-out."""
        return redirect("account_logout")

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """The site's own page, which knows the rules for passwords."""
        return redirect("account_change_password")

    def get_urls(self) -> list[URLPattern | URLResolver]:
        find = path("find/", self.admin_view(self.find), name="find")
        return [find, *super().get_urls()]

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> Any:
        """The menu's groups; for one app, the group it stands in."""
        group = group_of(app_label) if app_label else None
        app_dict = self._build_app_dict(request, None if group else app_label)
        groups = grouped(app_dict)
        return [entry for entry in groups if entry["name"] == group.title] if group else groups

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """Work waiting, each line a link to the filtered list."""
        groups = self.work_waiting.groups(request)
        work = {
            "work_waiting": [group for group in groups if group.waiting],
            "nothing_waiting": [group.title for group in groups if not group.waiting],
        }
        return super().index(request, {**work, **(extra_context or {})})

    def find(self, request: HttpRequest) -> TemplateResponse:
        """Search across every kind of record that offers itself (`find_here`) and that the person may see."""
        words = request.GET.get("q", "").strip()
        found = [(admin, rows) for admin in self._searched(request) if (rows := _first(admin, request, words))]
        results = [
            {"name": admin.opts.verbose_name_plural, "rows": [(row, admin.address_of(row)) for row in rows]}
            for admin, rows in found
        ]
        for admin, rows in found:
            admin.found(request, rows)
        context = {**self.each_context(request), "title": "Find", "words": words, "results": results}
        request.current_app = self.name
        return TemplateResponse(request, "admin/find.html", context)

    def _searched(self, request: HttpRequest) -> "list[OfficeModelAdmin]":
        return [
            cast("OfficeModelAdmin", admin)
            for admin in self._registry.values()
            if getattr(admin, "find_here", False) and admin.has_view_or_change_permission(request)
        ]


def _first(admin: "OfficeModelAdmin", request: HttpRequest, words: str) -> list[Any]:
    if not words:
        return []
    rows, may_repeat = admin.get_search_results(request, admin.get_queryset(request), words)
    return list((rows.distinct() if may_repeat else rows).order_by("-pk")[:FOUND_PER_KIND])
