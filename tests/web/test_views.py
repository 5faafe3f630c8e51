from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.test import RequestFactory

from opcc.web import views
from opcc.web.templatetags import office
from tests.web.gallery import Filters

SORTS = {"name": ("name", "pk"), "met": ("-met_on", "pk")}


def _get(query: str) -> HttpRequest:
    return RequestFactory().get(f"/forums/?{query}")


@pytest.mark.parametrize(("asked", "number"), [("", 1), ("page=2", 2), ("page=x", 1), ("page=99", 3), ("page=-1", 3)])
def test_paginate_answers_any_number(asked: str, number: int) -> None:
    assert views.paginate(_get(asked), list(range(60))).number == number


@pytest.mark.parametrize(
    ("asked", "fields"),
    [
        ("", ["name", "pk"]),
        ("sort=-name", ["-name", "-pk"]),
        ("sort=met", ["-met_on", "pk"]),
        ("sort=-met", ["met_on", "-pk"]),
        ("sort=password", ["name", "pk"]),
        ("sort=--name", ["name", "pk"]),
    ],
)
def test_ordering_takes_only_what_is_allowed(asked: str, fields: list[str]) -> None:
    assert views.ordering(_get(asked), SORTS, "name") == fields


def test_chosen_filters_can_be_cleared_one_by_one() -> None:
    request = _get("topic=speeding&words=A452&sort=name&page=2")

    assert views.chosen_filters(request, Filters(request.GET)) == [
        views.ChosenFilter("Topic", "Speeding", "/forums/?words=A452&sort=name"),
        views.ChosenFilter("Words", "A452", "/forums/?topic=speeding&sort=name"),
    ]


def test_chosen_filters_of_nonsense_are_none() -> None:
    request = _get("topic=nonsense")

    assert views.chosen_filters(request, Filters(request.GET)) == []


def test_csv_response_is_a_download_that_nobody_keeps() -> None:
    response: Any = views.csv_response("Forums, 2018", ["Forum"], [["=1+1"]])

    assert response.headers["Content-Disposition"] == 'attachment; filename="forums-2018.csv"'
    assert response.headers["Cache-Control"] == "no-store"
    assert b"".join(response.streaming_content).decode() == "\ufeffForum\r\n'=1+1\r\n"


def test_no_store_keeps_a_page_out_of_caches() -> None:
    @views.no_store
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse("")

    assert view(_get("")).headers["Cache-Control"] == "no-store"


def test_query_with_and_sort_link_keep_the_filters() -> None:
    context = Context({"request": _get("topic=speeding&sort=name&page=3")})

    assert office.query_with(context, topic=None) == "?sort=name"
    assert office.query_with(context, csv=1) == "?topic=speeding&sort=name&csv=1"
    assert office.sort_link(context, "name") == "?topic=speeding&sort=-name"
    assert office.sort_link(context, "met") == "?topic=speeding&sort=met"
    assert [office.sorted_by(context, key) for key in ("name", "met")] == ["ascending", "none"]


def test_filters_write_nothing_for_the_unknown() -> None:
    text = "{% load office %}[{{ x|nice_date }}][{{ x|money }}][{{ x|change }}][{{ x|nice_time }}]"

    assert Template(text).render(Context({"x": None})) == "[][][][]"


def test_state_tag_escapes_its_word() -> None:
    assert office.state_tag("<b>", "overdue") == '<strong class="govuk-tag govuk-tag--red">&lt;b&gt;</strong>'
