"""People, for staff: invite, change roles, end access. Every step is an operation with a page of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin, messages
from django.contrib.admin.helpers import AdminForm
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator

from opcc.accounts import operations
from opcc.accounts.enums import SECOND_FACTOR_ROLES, Role
from opcc.accounts.models import User
from opcc.accounts.permissions import recently_authenticated
from opcc.accounts.staff_forms import ConfirmForm, InviteForm, ReasonForm, RolesForm, StaffForm
from opcc.core.errors import DomainError
from opcc.web.admin import OfficeModelAdmin


@dataclass(frozen=True)
class Act:
    """One thing staff can do to an account: its words, its form, when it is offered and what it runs."""

    label: str
    text: str
    done: str
    form: type[StaffForm]
    offered: Callable[[User], bool]
    run: Callable[[User, User, datetime, dict[str, Any]], object]


ACTS: dict[str, Act] = {
    "roles": Act(
        label="Change roles",
        text="Office roles open the staff pages. A change holds from the person's next click.",
        done="The roles are changed.",
        form=RolesForm,
        offered=lambda user: user.is_active,
        run=lambda user, by, at, data: operations.set_roles(user=user, by=by, at=at, **data),
    ),
    "invite-again": Act(
        label="Send the invitation again",
        text="A new link goes to the person by e-mail and works for 72 hours. The one before stops working.",
        done="The invitation is on its way.",
        form=ConfirmForm,
        offered=lambda user: user.is_active and not user.has_usable_password(),
        run=lambda user, by, at, data: operations.resend_invitation(user=user, by=by, at=at),
    ),
    "end-sessions": Act(
        label="Sign out everywhere",
        text="Every session of this person ends at the next click. They can sign in again.",
        done="The person is signed out everywhere.",
        form=ConfirmForm,
        offered=lambda user: user.is_active and user.has_usable_password(),
        run=lambda user, by, at, data: operations.end_all_sessions(user=user, by=by, at=at),
    ),
    "lift-lockout": Act(
        label="Lift a lock-out",
        text="Failed tries to sign in are forgotten, so that the person need not wait 15 minutes.",
        done="The person can try to sign in again.",
        form=ConfirmForm,
        offered=lambda user: user.is_active and user.has_usable_password(),
        run=lambda user, by, at, data: operations.lift_lockout(user=user, by=by, at=at),
    ),
    "reset-second-step": Act(
        label="Reset the second step",
        text="The authenticator app and the recovery codes stop working, and every session ends. Make sure first, "
        "by telephone or in person, that it is this person who asks. They are told by e-mail.",
        done="The second step is reset. The person sets it up at the next sign-in.",
        form=ReasonForm,
        offered=lambda user: bool(getattr(user, "has_second_step", False)),
        run=lambda user, by, at, data: operations.reset_second_factor(user=user, by=by, at=at, **data),
    ),
    "end-access": Act(
        label="End access",
        text="The person is signed out everywhere and cannot sign in. What they did stays on record.",
        done="The person can no longer sign in.",
        form=ReasonForm,
        offered=lambda user: user.is_active,
        run=lambda user, by, at, data: operations.deactivate(user=user, by=by, at=at, **data),
    ),
    "restore-access": Act(
        label="Restore access",
        text="The person can sign in again with the password and second step they had.",
        done="The person can sign in again.",
        form=ReasonForm,
        offered=lambda user: not user.is_active,
        run=lambda user, by, at, data: operations.reactivate(user=user, by=by, at=at, **data),
    ),
}


class RoleFilter(admin.SimpleListFilter):
    """People of one role."""

    title = "role"
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Every role, in the order of the table."""
        return [(role.value, role.label) for role in Role]

    def queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> QuerySet[User]:
        """Those who hold it; no join, so nobody is listed twice."""
        if not self.value():
            return queryset
        return queryset.filter(Exists(Group.objects.filter(user=OuterRef("pk"), name=self.value())))


# Roles come from opcc/accounts/roles.py, addresses and authenticators from their owners: nobody edits the rows.
for library_model in (Group, EmailAddress, Authenticator):
    admin.site.unregister(library_model)


@admin.register(User)
class UserAdmin(OfficeModelAdmin):
    """People who sign in."""

    list_display = ("full_name", "email", "role_names", "can_sign_in", "second_step", "last_login")
    list_display_links = ("full_name",)
    list_filter = (RoleFilter, "is_active")
    search_fields = ("first_name", "last_name", "email")
    search_help_text = "Search by name or e-mail address"
    ordering = ("last_name", "first_name", "pk")
    fields = ("first_name", "last_name", "telephone", "email", "role_names", "can_sign_in", "second_step", "last_login")
    readonly_fields = ("email", "role_names", "can_sign_in", "second_step", "last_login")
    change_form_template = "accounts/admin/person.html"
    find_here = True  # the search on the staff's home page finds people

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """With roles and second step, in two queries however many people."""
        authenticators = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
        people: QuerySet[User] = super().get_queryset(request)
        return people.annotate(has_second_step=Exists(authenticators)).prefetch_related("groups")

    @admin.display(description="Name", ordering="last_name")
    def full_name(self, user: User) -> str:
        return str(user)

    @admin.display(description="Roles")
    def role_names(self, user: User) -> str:
        held = {group.name for group in user.groups.all()}
        return ", ".join(role.label for role in Role if role.value in held) or "None"

    @admin.display(description="Can sign in", ordering="is_active")
    def can_sign_in(self, user: User) -> str:
        if not user.is_active:
            return "No: access ended"
        return "Yes" if user.has_usable_password() else "Not yet: invited"

    @admin.display(description="Second step")
    def second_step(self, user: Any) -> str:
        if user.has_second_step:
            return "Set up"
        held = {group.name for group in user.groups.all()}
        return "To be set up" if user.is_staff or not held.isdisjoint(SECOND_FACTOR_ROLES) else "Not needed"

    # --- pages of our own ------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        """The acts, before the catch-all of the record."""
        act = path("<int:pk>/<slug:slug>/", self.admin_site.admin_view(self.act_view), name="accounts_user_act")
        urls: list[URLPattern] = super().get_urls()
        # After /history/ and /change/, before the redirect of a bare number.
        return [*urls[:-1], act, urls[-1]]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Under its own name."""
        return super().changelist_view(request, {"title": "People", **(extra_context or {})})

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Invite somebody, in place of making an account with a password."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        assert isinstance(request.user, User)
        form = InviteForm(request.POST if request.method == "POST" else None, by=request.user)
        if request.method == "POST" and form.is_valid():
            try:
                invitation = operations.invite_person(**form.cleaned_data, by=request.user, at=timezone.now())
            except DomainError as error:
                form.add_error(error.field if error.field in form.fields else None, error.message)
            else:
                messages.success(request, f"An invitation is on its way to {invitation.user.email}.")
                return redirect("admin:accounts_user_change", invitation.user.pk)
        words = {"title": "Invite a person", "text": "They get a link by e-mail with which to choose a password."}
        return self._page(request, form, {**words, "button": "Send the invitation"})

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The record, with a button for each act that is open."""
        person = self.get_object(request, object_id)
        acts = [(slug, act.label) for slug, act in ACTS.items() if person is not None and act.offered(person)]
        shown = acts if self.has_change_permission(request, person) else []
        context = {"acts": shown, "show_save_and_add_another": False, **(extra_context or {})}
        return super().change_view(request, object_id, form_url, context)

    @method_decorator(recently_authenticated)
    def act_view(self, request: HttpRequest, pk: int, slug: str) -> HttpResponse:
        """Ask, then do it: one page for each act."""
        person: User | None = self.get_object(request, str(pk))
        act = ACTS.get(slug)
        if person is None or act is None or not act.offered(person):
            raise Http404
        if not self.has_change_permission(request, person):
            raise PermissionDenied
        assert isinstance(request.user, User)
        form = act.form(request.POST if request.method == "POST" else None, by=request.user, person=person)
        if request.method == "POST" and form.is_valid():
            try:
                act.run(person, request.user, timezone.now(), form.cleaned_data)
            except DomainError as error:
                form.add_error(error.field if error.field in form.fields else None, error.message)
            else:
                self.log_change(request, person, act.label)
                messages.success(request, act.done)
                return redirect("admin:accounts_user_change", person.pk)
        words = {"title": f"{act.label}: {person}", "text": act.text, "button": act.label, "person": person}
        return self._page(request, form, words)

    def _page(self, request: HttpRequest, form: StaffForm, words: dict[str, Any]) -> HttpResponse:
        fieldsets = [(None, {"fields": list(form.fields)})]
        context = {
            **self.admin_site.each_context(request),
            **words,
            "opts": self.opts,
            "form": form,
            "adminform": AdminForm(form, fieldsets, {}),  # type: ignore[arg-type]  # it draws any form
            "list_url": reverse("admin:accounts_user_changelist"),
        }
        request.current_app = self.admin_site.name  # as Django's own admin pages do
        return TemplateResponse(request, "accounts/admin/ask.html", context)
