"""The site's addresses, and a few views of the tests that use the guards as another app would."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import include, path

import opcc.urls
from opcc.accounts import stash
from opcc.accounts.enums import Role
from opcc.accounts.permissions import public_page, recently_authenticated, roles_required

handler429 = opcc.urls.handler429


class NoteForm(forms.Form):
    note = forms.CharField()


@roles_required(Role.AMBASSADOR, Role.POLICY_OFFICER)
def guarded(request: HttpRequest) -> HttpResponse:
    return HttpResponse("guarded")


@public_page
def public(request: HttpRequest) -> HttpResponse:
    return HttpResponse("public")


@roles_required(Role.POLICY_OFFICER)
@recently_authenticated
def delicate(request: HttpRequest) -> HttpResponse:
    return HttpResponse("delicate")


@stash.keeps_typed_text
@roles_required(Role.AMBASSADOR)
def note(request: HttpRequest, owner: str) -> HttpResponse:
    """A form that only its owner may open, and that saves into the session."""
    if str(getattr(request.user, "email", "")) != owner:
        raise Http404
    typed = stash.take(request)
    form = NoteForm(typed or request.POST or None)
    if request.method == "POST" and form.is_valid():
        request.session["note"] = form.cleaned_data["note"]
        return redirect("probe-guarded")
    shown = render_to_string("components/messages.html", request=request)
    return HttpResponse(f"{shown}<form method=post>{form['note']}</form>")


urlpatterns = [
    path("probe/guarded/", guarded, name="probe-guarded"),
    path("probe/public/", public, name="probe-public"),
    path("probe/delicate/", delicate, name="probe-delicate"),
    path("probe/notes/<str:owner>/", note, name="probe-note"),
    path("", include(opcc.urls.urlpatterns)),
]
