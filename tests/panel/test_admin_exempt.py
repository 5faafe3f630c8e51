"""Staff's pages of what may be exempt: what is noted, what is named to whom, and what leaves the site."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.enums import AccessKind
from opcc.core.models import AccessLog
from panel.models import Decision, Recommendation
from tests.factories.accounts import UserFactory
from tests.factories.papers import SECRET, PaperFactory, PartFactory
from tests.factories.recommendations import (
    ActionFactory,
    ClaimFactory,
    ItemFactory,
    RecommendationFactory,
    ResolutionFactory,
)
from tests.factories.register import DecisionFactory
from tests.factories.restricted import ComplaintFactory, HearingFactory
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db


def client_of(role: Role) -> Client:
    return signed_in_client(UserFactory.create(roles=[role]))


def listed(model: str) -> str:
    return reverse(f"admin:panel_{model}_changelist")


def opened() -> list[tuple[str, str, str]]:
    rows = AccessLog.objects.filter(kind=AccessKind.OPENED).order_by("pk")
    return list(rows.values_list("object_type", "object_id", "description"))


# --- What is noted --------------------------------------------------------------------------------------


def test_a_list_that_shows_something_exempt_is_noted_once_and_no_other() -> None:
    cleared, other = client_of(Role.PANEL_SUPPORT_OFFICER), client_of(Role.TREASURER)
    RecommendationFactory.create()
    cleared.get(listed("recommendation"))
    assert opened() == []
    RecommendationFactory.create(exempt=True, title=SECRET)
    RecommendationFactory.create(exempt=True, title=SECRET)
    assert SECRET not in other.get(listed("recommendation")).content.decode()
    cleared.get(listed("recommendation"), {"q": "officer numbers"})
    assert opened() == []
    assert SECRET in cleared.get(listed("recommendation")).content.decode()
    words = "List of recommendations, exempt ones among them, in the staff's pages"
    assert opened() == [("panel.recommendation", "", words)]


def test_finding_something_exempt_is_noted() -> None:
    cleared = client_of(Role.PANEL_SUPPORT_OFFICER)
    RecommendationFactory.create(exempt=True, title=SECRET)
    DecisionFactory.create(title=SECRET)
    assert SECRET in cleared.get(reverse("admin:find"), {"q": SECRET}).content.decode()
    words = "List of recommendations, exempt ones among them, in the staff's pages, by Find"
    assert opened() == [("panel.recommendation", "", words)]


def test_a_list_of_withheld_decisions_is_noted_in_their_own_words() -> None:
    DecisionFactory.create(exempt=True)
    client_of(Role.COMMISSIONER).get(listed("decision"))
    words = "List of decisions, withheld ones among them, in the staff's pages"
    assert opened() == [("panel.decision", "", words)]


@pytest.mark.parametrize("model", ["complaintcase", "confirmationhearing"])
def test_every_look_into_a_restricted_register_is_noted(model: str) -> None:
    make: Any = {"complaintcase": ComplaintFactory, "confirmationhearing": HearingFactory}[model]
    row = make.create()
    client = client_of(Role.CHIEF_EXECUTIVE)
    for page in ("change", "history"):
        assert client.get(reverse(f"admin:panel_{model}_{page}", args=[row.pk])).status_code == 200
    client.get(listed(model))
    one, many = row._meta.verbose_name, row._meta.verbose_name_plural
    kind = f"panel.{model}"
    assert opened() == [
        (kind, str(row.pk), f"A {one}"),
        (kind, str(row.pk), f"History of {one}"),
        (kind, "", f"List of {many}"),
    ]


def test_an_open_page_with_something_exempt_in_it_is_noted() -> None:
    client = client_of(Role.PANEL_SUPPORT_OFFICER)
    item = ItemFactory.create()
    paper = PaperFactory.create(item__meeting=item.meeting)
    for record in (item, paper):
        client.get(reverse(f"admin:panel_{record._meta.model_name}_change", args=[record.pk]))
    assert opened() == []
    ResolutionFactory.create(item=item, exemption=ClaimFactory.create())
    PartFactory.create(paper=paper, letter="A", exempt=True)
    for record in (item, paper):
        client.get(reverse(f"admin:panel_{record._meta.model_name}_change", args=[record.pk]))
    assert opened() == [
        ("panel.agendaitem", str(item.pk), "Agenda item with something exempt in it, in the staff's pages"),
        ("panel.paper", str(paper.pk), "Paper with something exempt in it, in the staff's pages"),
    ]


def test_an_item_under_an_exempt_one_is_noted_as_exempt() -> None:
    under = ItemFactory.create(parent=ItemFactory.create(exemption=ClaimFactory.create()))
    client_of(Role.PANEL_SUPPORT_OFFICER).get(reverse("admin:panel_agendaitem_change", args=[under.pk]))
    assert opened() == [("panel.agendaitem", str(under.pk), "Exempt agenda item, in the staff's pages")]


# --- What leaves the site -------------------------------------------------------------------------------


@pytest.mark.parametrize("model", ["recommendation", "panelaction", "decision"])
def test_a_file_has_no_exempt_row_and_the_person_is_told(model: str) -> None:
    make: Any = {"recommendation": RecommendationFactory, "panelaction": _action, "decision": _decision}[model]
    openly, secret = make(), make(exempt=True)
    client = client_of(Role.CHIEF_EXECUTIVE)
    page = client.get(listed(model)).content.decode()
    assert f"Download as CSV, without {'withheld' if model == 'decision' else 'exempt'} rows" in page

    def taken(*rows: Any) -> Any:
        chosen = {"action": "export_as_csv", "_selected_action": [row.pk for row in rows]}
        return client.post(listed(model), chosen)

    answer = taken(openly, secret)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    text = b"".join(answer.streaming_content).decode()
    assert (_key(openly) in text, _key(secret) in text, SECRET in text) == (True, False, False)
    told = [str(message) for message in get_messages(answer.wsgi_request)]
    assert told == ["1 of the 2 rows chosen may not leave the site. The file does not have them."]
    exported = AccessLog.objects.filter(kind=AccessKind.EXPORTED)
    assert [line.description.split(",")[0].split(": ")[1] for line in exported] == ["1 rows"]

    answer = taken(secret)
    assert answer.status_code == 302
    told = [str(message) for message in get_messages(answer.wsgi_request)]
    assert "None of these rows may leave the site. Nothing was downloaded." in told
    assert exported.count() == 1


def _action(*, exempt: bool = False) -> Any:
    words = {"text": SECRET} if exempt else {}
    return ActionFactory.create(recommendation=RecommendationFactory.create(exempt=exempt), **words)


def _decision(*, exempt: bool = False) -> Any:
    return DecisionFactory.create(exempt=exempt, title=SECRET if exempt else "Roof")


def _key(row: Any) -> str:
    """The number that stands in the file for it."""
    return str(getattr(row, "reference", "") or row.recommendation.reference)


def test_whoever_sees_nothing_exempt_is_told_of_none() -> None:
    RecommendationFactory.create()
    page = client_of(Role.COMMUNICATIONS_OFFICER).get(listed("recommendation")).content.decode()
    assert "Download as CSV" in page
    assert "without exempt" not in page


# --- What an open record says of an exempt one ----------------------------------------------------------


def test_a_decision_that_follows_an_exempt_recommendation_says_nothing_of_it_to_the_uncleared(
    treasurer: User, panel_support_officer: User
) -> None:
    openly = RecommendationFactory.create(title="Mend the roof")
    secret = RecommendationFactory.create(exempt=True, title=SECRET)
    row = DecisionFactory.create(recommendation=openly)
    address = {page: reverse(f"admin:panel_decision_{page}", args=[row.pk]) for page in ("change", "history")}
    reader, cleared = signed_in_client(treasurer), signed_in_client(panel_support_officer)
    assert openly.reference in reader.get(address["change"]).content.decode()
    row.recommendation = secret
    row.save()
    for client, is_told in ((reader, False), (cleared, True)):
        pages = {page: client.get(address[page]).content.decode() for page in address}
        assert [SECRET in page or secret.reference in page for page in pages.values()] == [is_told, is_told]
        assert ("not shown" in pages["history"]) is not is_told
        assert openly.reference in pages["history"]


def test_who_may_not_see_the_recommendation_changes_the_decision_and_leaves_it() -> None:
    secret = RecommendationFactory.create(exempt=True, title=SECRET)
    row = DecisionFactory.create(recommendation=secret)
    keeper = UserFactory.create(roles=[Role.TREASURER])
    keeper.user_permissions.add(Permission.objects.get(codename="change_decision"))
    client = signed_in_client(keeper)
    address = reverse("admin:panel_decision_change", args=[row.pk])
    form = client.get(address).context["adminform"].form
    said = {name: value for name, value in form.initial.items() if name in form.fields and value is not None}
    inline = {"attachments-TOTAL_FORMS": 0, "attachments-INITIAL_FORMS": 0}
    assert "recommendation" not in form.fields
    answer = client.post(address, {**said, **inline, "title": "Another title"})
    assert answer.status_code == 302
    kept = Decision.objects.get(pk=row.pk)
    assert (kept.title, kept.recommendation_id) == ("Another title", secret.pk)


# --- Django's own log -----------------------------------------------------------------------------------


def test_the_log_of_changes_names_records_that_may_be_exempt_by_kind_and_key() -> None:
    row = RecommendationFactory.create(exempt=True, title=SECRET)
    client = client_of(Role.PANEL_SUPPORT_OFFICER)
    address = reverse("admin:panel_recommendation_change", args=[row.pk])
    form = client.get(address).context["adminform"].form
    said = {name: value for name, value in form.initial.items() if name in form.fields and value is not None}
    response = client.post(address, {**said, "title": f"{SECRET} again", **_no_rows(client.get(address))})
    assert response.status_code == 302
    assert Recommendation.objects.get(pk=row.pk).title == f"{SECRET} again"
    entry = LogEntry.objects.get()
    assert (entry.object_repr, entry.object_id) == (f"Recommendation {row.pk}", str(row.pk))
    assert SECRET not in f"{entry.object_repr} {entry.change_message}"
    assert f"Recommendation {row.pk}" in client.get(reverse("admin:index")).content.decode()


def _no_rows(page: Any) -> dict[str, int]:
    prefixes = [inline.formset.prefix for inline in page.context["inline_admin_formsets"]]
    return {f"{prefix}-{name}": 0 for prefix in prefixes for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
