"""Marks on charts and changes of average: who sees them, and what the buttons do."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from performance.enums import PhaseOrigin, PhaseState
from performance.models import Annotation, PhaseChange, Series
from performance.operations import start_phases_at_annotation
from tests.factories.performance import (
    LOADED_AT,
    AnnotationFactory,
    MeasureFactory,
    PhaseChangeFactory,
    SeriesFactory,
    months_of,
)
from tests.factories.reference import DistrictFactory
from tests.performance.quarters import robbery
from tests.performance.staff import STAFF, errors, one_line, page, press, seen, told
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(performance_officer: User) -> Client:
    return signed_in_client(performance_officer)


@pytest.fixture
def not_cleared(treasurer: User) -> Client:
    return signed_in_client(treasurer)


# --- Marks --------------------------------------------------------------------------------------------


def test_annotation_is_added_and_the_measure_stays(officer: Client) -> None:
    measure = MeasureFactory.create()
    typed = {"measure": measure.pk, "month": "2017-10", "label": "New system", "text": "Keywords are missing."}

    officer.post(f"{STAFF}/annotation/add/", typed)

    annotation = Annotation.objects.get()
    assert (annotation.measure, annotation.month, annotation.label, annotation.suspends_comparison) == (
        measure,
        date(2017, 10, 1),
        "New system",
        False,
    )
    other = MeasureFactory.create()
    officer.post(
        f"{STAFF}/annotation/{annotation.pk}/change/",
        {**typed, "measure": other.pk, "suspends_comparison": "on", **seen(annotation)},
    )
    annotation.refresh_from_db()
    assert (annotation.measure, annotation.suspends_comparison) == (measure, True)


def test_annotation_twice_is_refused_with_what_was_typed(officer: Client) -> None:
    there = AnnotationFactory.create(measure=None)

    response = officer.post(
        f"{STAFF}/annotation/add/",
        {"measure": "", "month": "2017-10", "label": there.label, "text": "Typed with care"},
    )

    assert errors(response) == {"__all__": ["There is a note like this for that month."]}
    assert "Typed with care" in one_line(response)


def test_annotation_of_a_restricted_measure_is_not_there(not_cleared: Client, officer: Client) -> None:
    every = AnnotationFactory.create(measure=None, label="For all")
    hidden = AnnotationFactory.create(measure=MeasureFactory.create(name="Covert", is_restricted=True), label="Covert")

    listed = page(not_cleared, "annotation/")
    assert (every.label in listed, hidden.label in listed) == (True, False)
    assert "Covert" not in one_line(not_cleared.get(f"{STAFF}/annotation/{hidden.pk}/change/", follow=True))
    assert hidden.label in page(officer, "annotation/")


def begin(response: object) -> dict[str, list[str]]:
    """What the button of a note offers: the areas of each measure."""
    (shown,) = response.context["buttons"]  # type: ignore[attr-defined]
    return {str(name): [str(label) for _, label in areas] for name, areas in shown.form.fields["where"].choices if name}


def test_new_average_begins_at_a_note_in_one_area_or_in_all(officer: Client) -> None:
    measure = robbery()
    bare = SeriesFactory.create(measure=measure, force_area=None, district=DistrictFactory.create())
    annotation = AnnotationFactory.create(measure=measure)
    force = Series.objects.get(measure=measure, force_area__isnull=False)
    address = f"{STAFF}/annotation/{annotation.pk}/change/"
    assert begin(officer.get(address)) == {
        "Robbery": ["Every area listed here", "Westshire force area", "North Westshire policing area"]
    }

    response = press(officer, annotation, "begin", where=force.pk, reason="A new system")

    assert told(response) == ["New averages from October 2017: 1. The charts follow within a minute."]
    assert begin(response) == {"Robbery": ["Every area listed here", "North Westshire policing area"]}
    press(officer, annotation, "begin", where=f"all-{measure.pk}", reason="Everywhere")
    begun = PhaseChange.objects.order_by("pk").values_list("series__policing_area__name", "origin", "state", "reason")
    assert list(begun) == [
        (None, PhaseOrigin.ANNOTATION, PhaseState.CONFIRMED, "A new system"),
        ("North Westshire", PhaseOrigin.ANNOTATION, PhaseState.CONFIRMED, "Everywhere"),
    ]
    assert not PhaseChange.objects.filter(series=bare).exists()


def test_new_average_needs_a_place_and_a_reason(officer: Client) -> None:
    annotation = AnnotationFactory.create(measure=robbery())

    response = press(officer, annotation, "begin", where="", reason="")

    assert response.context["shown"].form.errors == {
        "where": ["Choose where a new average begins."],
        "reason": ["Enter the reason for the decision."],
    }
    by_hand = press(officer, annotation, "begin", where="all-999", reason="Why")
    assert "where" in by_hand.context["shown"].form.errors
    assert not PhaseChange.objects.exists()


def test_new_average_nowhere_is_refused() -> None:
    with pytest.raises(DomainError, match="Choose where a new average begins"):
        start_phases_at_annotation(
            series=[], annotation=AnnotationFactory.create(), reason="Why", by=None, at=LOADED_AT
        )


def test_new_average_at_a_note_for_all_offers_readable_measures_only(give: object, treasurer: User) -> None:
    robbery()
    robbery(code="covert", name="Covert", is_restricted=True)
    annotation = AnnotationFactory.create(measure=None)
    client = signed_in_client(give(treasurer, "change_phasechange"))  # type: ignore[operator]

    assert list(begin(client.get(f"{STAFF}/annotation/{annotation.pk}/change/"))) == ["Robbery"]


def test_new_average_is_for_those_who_decide(not_cleared: Client) -> None:
    annotation = AnnotationFactory.create(measure=robbery())

    assert press(not_cleared, annotation, "begin", where="1", reason="Why").status_code == 403


# --- Changes of average -------------------------------------------------------------------------------


def proposed(**values: object) -> PhaseChange:
    change: PhaseChange = PhaseChangeFactory.create(**values)
    months_of(change.series, date(2017, 1, 1), [20, 20, 33, 33])
    return change


def test_change_of_average_shows_both_and_is_confirmed(officer: Client, performance_officer: User) -> None:
    change = proposed(old_mean=Decimal("20.0000"), new_mean=Decimal("32.9500"))
    shown = page(officer, f"phasechange/{change.pk}/change/")
    assert "20 to 33" in shown
    assert "monthly average: 20 to 33" in shown
    assert f'href="/performance/{change.series.measure.code}/?area=E23000099"' in shown

    response = press(officer, change, "confirm", reason="Eight months above")

    assert told(response) == ["The new average from March 2017 is confirmed."]
    change.refresh_from_db()
    assert (change.state, change.reason, change.decided_by) == (
        PhaseState.CONFIRMED,
        "Eight months above",
        performance_officer,
    )


def test_change_of_average_is_declined_and_taken_back(officer: Client) -> None:
    change = proposed()

    assert told(press(officer, change, "decline", reason="A seasonal rise")) == [
        "The old average is kept. The chart follows within a minute."
    ]
    change.refresh_from_db()
    assert change.state == PhaseState.DECLINED
    assert told(press(officer, change, "take-back", reason="It went on")) == [
        "The decision is taken back. The chart follows within a minute."
    ]
    change.refresh_from_db()
    assert change.state == PhaseState.PROPOSED


def test_new_average_at_a_note_ends_with_its_decision(officer: Client) -> None:
    measure = robbery()
    annotation = AnnotationFactory.create(measure=measure)
    press(officer, annotation, "begin", where=f"all-{measure.pk}", reason="A new system")
    change = PhaseChange.objects.earliest("pk")
    assert "Follows from the figures" in page(officer, f"phasechange/{change.pk}/change/")

    response = press(officer, change, "take-back", reason="A mistake")

    assert response.redirect_chain == [(f"{STAFF}/phasechange/", 302)]
    assert not PhaseChange.objects.filter(pk=change.pk).exists()


def test_decision_needs_its_reason(officer: Client) -> None:
    change = proposed()

    response = press(officer, change, "confirm", reason=" ")

    assert response.context["shown"].form.errors == {"reason": ["Enter the reason for the decision."]}
    change.refresh_from_db()
    assert change.state == PhaseState.PROPOSED


@pytest.mark.parametrize("name", ["confirm", "decline"])
def test_decision_is_for_those_who_decide(not_cleared: Client, name: str) -> None:
    change = proposed()

    assert press(not_cleared, change, name, reason="Why").status_code == 403


def test_change_of_average_of_a_restricted_measure_is_not_there(not_cleared: Client, officer: Client) -> None:
    hidden = proposed(series=SeriesFactory.create(measure=MeasureFactory.create(name="Covert", is_restricted=True)))

    assert "Covert" not in page(not_cleared, "phasechange/")
    assert "Covert" not in one_line(not_cleared.get(f"{STAFF}/phasechange/{hidden.pk}/change/", follow=True))
    assert not_cleared.post(f"{STAFF}/phasechange/{hidden.pk}/press/confirm/").status_code == 404
    assert "Covert" in page(officer, "phasechange/")
