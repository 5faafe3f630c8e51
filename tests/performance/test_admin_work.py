"""What the force's figures ask of the staff on their home page."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from opcc.accounts.models import User
from performance.enums import LoadKind, LoadState
from tests.factories.performance import (
    LOADED_AT,
    CommentaryFactory,
    ForceQuestionFactory,
    LoadFactory,
    MeasureFactory,
    PhaseChangeFactory,
    SeriesFactory,
)
from tests.performance.quarters import robbery
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db


def waiting(user: User) -> dict[str, tuple[int, str]]:
    """Under the menu's heading: how many of what, with the fact that decides."""
    groups = signed_in_client(user).get("/staff/").context["work_waiting"]
    return {
        item.label: (item.count, item.detail)
        for group in groups
        if group.title == "Performance"
        for item in group.waiting
    }


def addresses(user: User) -> list[str]:
    groups = signed_in_client(user).get("/staff/").context["work_waiting"]
    return [item.url for group in groups if group.title == "Performance" for item in group.waiting]


def everything() -> None:
    """Something of each kind, half of it restricted."""
    robbery()
    hidden = MeasureFactory.create(name="Covert", is_restricted=True)
    secret = SeriesFactory.create(measure=hidden)
    robbery(code="covert-too", name="Covert too", is_restricted=True)
    for series in (SeriesFactory.create(), secret):
        PhaseChangeFactory.create(series=series)
        ForceQuestionFactory.create(series=series, asked=True)
        ForceQuestionFactory.create(series=series, asked=True, due_on=timezone.localdate() + timedelta(days=3))
        CommentaryFactory.create(measure=series.measure)


def test_work_waits_for_the_performance_officer(performance_officer: User) -> None:
    everything()

    assert waiting(performance_officer) == {
        "Changes of average to decide": (2, ""),
        "Questions the force has not answered in time": (2, "The oldest was due on 5 February 2018"),
        "Questions with the force": (2, ""),
        "Measures of the latest quarter without commentary": (2, "October to December 2017"),
        "Commentaries to publish": (2, ""),
    }


def test_work_of_restricted_measures_waits_for_cleared_people_only(give: Any, treasurer: User) -> None:
    everything()
    every = ("add_load", "change_phasechange", "change_forcequestion", "change_commentary")

    assert {label: count for label, (count, _) in waiting(give(treasurer, *every)).items()} == {
        "Changes of average to decide": 1,
        "Questions the force has not answered in time": 1,
        "Questions with the force": 1,
        "Measures of the latest quarter without commentary": 1,
        "Commentaries to publish": 1,
    }


def test_no_work_waits_for_people_who_only_read(treasurer: User) -> None:
    everything()

    assert waiting(treasurer) == {}


def test_no_work_waits_where_there_is_none(performance_officer: User) -> None:
    assert waiting(performance_officer) == {}


def test_every_line_leads_to_a_page(performance_officer: User) -> None:
    everything()
    client = signed_in_client(performance_officer)

    assert {address: client.get(address).status_code for address in addresses(performance_officer)} == dict.fromkeys(
        addresses(performance_officer), 200
    )


def test_files_that_brought_nothing_wait_until_a_later_one_of_their_kind_is_loaded(performance_officer: User) -> None:
    def load(hour: int, kind: LoadKind, **values: Any) -> None:
        at = LOADED_AT + timedelta(hours=hour)
        LoadFactory.create(kind=kind, requested_at=at, finished_at=at, **values)

    refused = {"state": LoadState.REFUSED, "error_count": 3}
    load(0, LoadKind.OBSERVATIONS, **refused)
    load(1, LoadKind.OBSERVATIONS)
    load(2, LoadKind.OBSERVATIONS, **refused)
    load(3, LoadKind.QUARTERS)
    load(4, LoadKind.STREET_LEVEL, state=LoadState.FAILED, failure="The disk is full")

    assert waiting(performance_officer) == {
        "Files of figures refused for errors": (1, ""),
        "Loads of figures failed": (1, ""),
    }
    client = signed_in_client(performance_officer)
    assert [client.get(address).status_code for address in addresses(performance_officer)] == [200, 200]
    load(5, LoadKind.OBSERVATIONS)
    load(6, LoadKind.STREET_LEVEL)
    assert waiting(performance_officer) == {}
