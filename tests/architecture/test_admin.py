"""The staff's pages: every list, form and record opens, and every admin keeps the rules of the house."""

import re
from typing import Any

import pytest
from django.contrib import admin
from django.db import connection
from django.db.models import ForeignKey, Model
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from opcc.accounts.models import User
from opcc.web.admin import OfficeModelAdmin
from tests.factories.accounts import UserFactory
from tests.support.actors import signed_in_client
from tests.support.staff_records import RECORDS, keeper_of, registered

MODELS = [pytest.param(model, id=model._meta.label) for model in registered()]
ONE_ROW = {"reference.OfficeProfile", "performance.HouseRules", "panel.PanelRules"}  # there is one office
# Choices that stay few: a plain list is quicker than a search.
FEW = {
    ("reference.District", "force_area"),
    ("reference.District", "policing_area"),
    ("reference.PolicingArea", "force_area"),
    ("reference.OfficeProfile", "force_area"),
    ("reference.PlanTheme", "plan"),
    ("reference.PlanObjective", "theme"),
    # Of these only what the record may still hang on is offered.
    ("panel.Recommendation", "resolution"),
    ("panel.PanelAction", "item"),
    ("panel.PanelAction", "member"),
    ("panel.PanelLetter", "answers"),
    ("panel.PanelLetter", "meeting"),
    ("panel.WorkItem", "meeting"),
    ("panel.PublicQuestion", "meeting"),
}


def keeper(model: type[Model]) -> User:
    return UserFactory.create(email="keeper@office.example", roles=[keeper_of(model)])


def address(model: type[Model], page: str, *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def queries_of(client: Client, url: str) -> list[str]:
    with CaptureQueriesContext(connection) as caught:
        response = client.get(url)
        assert response.status_code == 200
    return [query["sql"] for query in caught.captured_queries]


def test_every_registered_model_has_a_record_here() -> None:
    assert set(RECORDS) == set(registered())


@pytest.mark.django_db
@pytest.mark.parametrize("model", MODELS)
def test_pages_of_a_model_open_with_as_many_queries_for_three_rows_as_for_one(model: type[Model]) -> None:
    person = keeper(model)
    client = signed_in_client(person)
    listed = address(model, "changelist")
    record = RECORDS[model](1)
    client.get(listed)

    one = queries_of(client, listed)
    if model._meta.label not in ONE_ROW:
        RECORDS[model](2)
        RECORDS[model](3)
    three = queries_of(client, listed)

    assert len(one) == len(three), "\n".join(three)
    assert client.get(address(model, "change", record.pk)).status_code == 200
    assert client.get(address(model, "history", record.pk)).status_code == 200
    may_add = admin.site._registry[model].has_add_permission(client.get(listed).wsgi_request)
    assert client.get(address(model, "add")).status_code == (200 if may_add else 403)


@pytest.mark.parametrize("model", MODELS)
def test_admin_keeps_the_rules_of_the_house(model: type[Model], rf: Any) -> None:
    kept = admin.site._registry[model]
    request = rf.get("/")
    request.user = User(is_superuser=True, is_active=True, is_staff=True)

    assert isinstance(kept, OfficeModelAdmin)
    assert kept.list_editable == ()
    assert "delete_selected" not in kept.get_actions(request)
    assert not kept.has_delete_permission(request)
    assert kept.search_fields or not kept.find_here
    assert kept.ordering or type(kept).get_ordering is not admin.ModelAdmin.get_ordering, "rows have no fixed order"


@pytest.mark.django_db
@pytest.mark.parametrize("model", MODELS)
def test_choices_of_a_relation_are_searched_or_few(model: type[Model], rf: Any) -> None:
    kept = admin.site._registry[model]
    request = rf.get("/")
    request.user = keeper(model)
    request.session = {}  # signed in without a second step
    if not kept.has_add_permission(request):
        return

    offered = set(kept.get_form(request).base_fields) - set(kept.get_autocomplete_fields(request))

    relations = {field.name for field in model._meta.fields if isinstance(field, ForeignKey)}
    assert {(model._meta.label, name) for name in offered & relations} <= FEW


def boxes() -> list[Any]:
    """Every relation that is searched for by a box, on a form or in a row of one."""
    request = RequestFactory().get("/")
    found = []
    for kept in admin.site._registry.values():
        for one in (kept, *(inline(kept.model, admin.site) for inline in kept.inlines)):
            found += [one.model._meta.get_field(name) for name in one.get_autocomplete_fields(request)]
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("box", boxes(), ids=str)
def test_plain_form_offers_what_a_search_box_finds(box: Any) -> None:
    assert isinstance(box, ForeignKey), "WorksWithoutScripts knows relations to one record alone"
    model = box.model
    client = signed_in_client(keeper(model))
    RECORDS[model](1)
    RECORDS[model](2)
    drawn = str(client.get(address(model, "add"), {"plain": "1"}).context["adminform"].form[box.name])

    asked = f"app_label={model._meta.app_label}&model_name={model._meta.model_name}&field_name={box.name}"
    found = client.get(f"{reverse('admin:autocomplete')}?{asked}").json()["results"]
    assert re.findall('<option value="(.+?)"', drawn) == [row["id"] for row in found]
    assert found
