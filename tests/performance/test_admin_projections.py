"""Archived projections: read with what came of them, and written by nobody here."""

from datetime import date

import pytest
from django.test import Client

from opcc.accounts.models import User
from performance.operations import score_projections
from tests.factories.performance import (
    LOADED_AT,
    ArchivedProjectionFactory,
    MeasureFactory,
    SeriesFactory,
    months_of,
    six_months,
)
from tests.performance.staff import STAFF, one_line, page
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(performance_officer: User) -> Client:
    return signed_in_client(performance_officer)


def test_projection_is_shown_month_by_month_beside_what_came(officer: Client) -> None:
    row = ArchivedProjectionFactory.create()
    months_of(row.series, date(2018, 1, 1), ["31.5000", 40, None, 20])

    response = officer.get(f"{STAFF}/archivedprojection/{row.pk}/change/")

    shown = response.context["projected"]
    assert [(each.month, each.value, each.low, each.high, each.came, each.words) for each in shown] == [
        (date(2018, 1, 1), "30", "25", "35", "31.5", "in line with the projection"),
        (date(2018, 2, 1), "30", "25", "35", "40", "above the projection"),
        (date(2018, 3, 1), "30", "25", "35", "Not yet", ""),
        (date(2018, 4, 1), "30", "25", "35", "20", "below the projection"),
        (date(2018, 5, 1), "30", "25", "35", "Not yet", ""),
        (date(2018, 6, 1), "30", "25", "35", "Not yet", ""),
    ]
    assert dict(response.context["facts"])["Score"] == "When the last month has come"
    assert six_months().sentence in one_line(response)


def test_projection_has_its_score_once_the_months_have_come(officer: Client) -> None:
    row = ArchivedProjectionFactory.create()
    months_of(row.series, date(2018, 1, 1), [31, 40, 30, 20, 30, 30])
    score_projections(at=LOADED_AT)

    response = officer.get(f"{STAFF}/archivedprojection/{row.pk}/change/")

    facts = dict(response.context["facts"])
    assert (facts["Months inside the band"], facts["Scored"]) == ("4 of 6", "12 January 2018")
    assert "4 of 6" in page(officer, "archivedprojection/")


def test_projection_is_written_by_nobody_here(officer: Client) -> None:
    row = ArchivedProjectionFactory.create()

    assert officer.get(f"{STAFF}/archivedprojection/add/").status_code == 403
    assert officer.post(f"{STAFF}/archivedprojection/{row.pk}/change/", {"months": 3}).status_code == 403


def test_projection_of_a_measure_that_was_restricted_since_is_not_there(officer: Client, treasurer: User) -> None:
    series = SeriesFactory.create(measure=MeasureFactory.create(name="Covert", is_restricted=True))
    row = ArchivedProjectionFactory.create(series=series)
    not_cleared = signed_in_client(treasurer)

    assert "Covert" not in page(not_cleared, "archivedprojection/")
    assert "Covert" not in one_line(not_cleared.get(f"{STAFF}/archivedprojection/{row.pk}/change/", follow=True))
    assert "Covert" in page(officer, "archivedprojection/")
