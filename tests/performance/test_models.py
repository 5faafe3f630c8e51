"""What the database refuses of measures, figures, loads, decisions, words and peers, and what it lets in."""

from collections.abc import Callable
from copy import copy
from functools import partial
from itertools import count
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model
from factory.declarations import BaseDeclaration
from factory.django import DjangoModelFactory

from opcc.reference.models import District, ForceArea
from performance.enums import AreaKind, MeasureUnit
from performance.models import Measure, Observation, QuarterFigure
from tests.factories import performance as make
from tests.factories.reference import DistrictFactory, PolicingAreaFactory
from tests.performance.constraints import ANSWERED, CHECKS, CONSTRAINTS, NUMBERED, ONCES, Check, Once, Values

pytestmark = pytest.mark.django_db
numbers = count()


def made(values: Values) -> dict[str, Any]:
    """The values, with a row in place of each factory."""
    return {name: _row(value) for name, value in values.items()}


def _row(value: Any) -> Any:
    return value.create() if isinstance(value, type) and issubclass(value, DjangoModelFactory) else value


def create(once: Once, values: dict[str, Any]) -> Model:
    """A row, with a text of its own in place of each that is numbered."""
    row: Model = once.factory.create(
        **{name: f"text-{next(numbers)}" if value is NUMBERED else value for name, value in values.items()}
    )
    return row


def refused(name: str, act: Callable[[], object]) -> None:
    """The database keeps it out for this rule and no other."""
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        act()
    assert f'constraint "{name}"' in str(error.value)


def words(row: Model) -> list[str]:
    """What a person reads of a row that breaks rules."""
    with pytest.raises(ValidationError) as error:
        row.validate_constraints()
    return error.value.messages


def by_name(constraint: Check | Once) -> str:
    return constraint.name


def test_constraints_are_all_here_once() -> None:
    tables = [
        model for model in apps.get_app_config("performance").get_models() if not hasattr(model, "pgh_tracked_model")
    ]

    assert sorted(each.name for each in CONSTRAINTS) == sorted(
        constraint.name for model in tables for constraint in model._meta.constraints
    )


@pytest.mark.parametrize("check", CHECKS, ids=by_name)
def test_check_lets_in_what_is_right(check: Check) -> None:
    for values in check.right:
        with transaction.atomic():
            check.factory.create(**made(values)).validate_constraints()
            transaction.set_rollback(True)


@pytest.mark.parametrize("check", CHECKS, ids=by_name)
def test_check_keeps_out_what_is_wrong(check: Check) -> None:
    for values in check.wrong:
        row = made(values)
        refused(check.name, partial(check.factory.create, **row))


@pytest.mark.parametrize("check", CHECKS, ids=by_name)
def test_check_says_what_is_wrong(check: Check) -> None:
    right = check.factory.create(**made(check.right[0]))
    defaults = {
        name: value
        for name, value in check.factory._meta.declarations.items()
        if not isinstance(value, BaseDeclaration) and not isinstance(value, type)
    }
    for values in check.wrong:
        row = copy(right)
        for name, value in (defaults | made(values)).items():
            setattr(row, name, value)
        assert words(row) == [check.message]


@pytest.mark.parametrize("once", ONCES, ids=by_name)
def test_once_lets_in_what_differs(once: Once) -> None:
    same = made(once.same)
    create(once, same)
    for values in once.apart:
        with transaction.atomic():
            create(once, same | made(values)).validate_constraints()
            transaction.set_rollback(True)


@pytest.mark.parametrize("once", ONCES, ids=by_name)
def test_once_keeps_out_the_second(once: Once) -> None:
    same = made(once.same)
    create(once, same)

    refused(once.name, partial(create, once, same))


@pytest.mark.parametrize("once", ONCES, ids=by_name)
def test_once_says_that_there_is_one(once: Once) -> None:
    same = made(once.same)
    create(once, same)
    second = create(once, same | made(once.apart[0]))
    for name in once.apart[0]:
        setattr(
            second, name, same.get(name, getattr(once.factory._meta.model.objects.exclude(pk=second.pk).get(), name))
        )

    assert words(second) == [once.message]


@pytest.mark.parametrize("kind", [Observation, QuarterFigure])
def test_figure_is_never_changed_but_by_the_load_that_supersedes_it(kind: type[Observation | QuarterFigure]) -> None:
    factory = make.ObservationFactory if kind is Observation else make.QuarterFigureFactory
    figure, later = factory.create(), make.LoadFactory.create()

    assert kind._default_manager.filter(pk=figure.pk).update(superseded_by=later) == 1
    fresh = factory.create()
    for change in (
        lambda: kind._default_manager.filter(pk=fresh.pk).update(value=1),
        lambda: kind._default_manager.filter(pk=fresh.pk).update(value=1, superseded_by=later),
        lambda: kind._default_manager.filter(pk=figure.pk).update(superseded_by=None),
        fresh.delete,
    ):
        with pytest.raises(IntegrityError, match="A figure is never changed"), transaction.atomic():
            change()


def test_series_names_its_area_with_its_kind() -> None:
    areas: list[dict[str, Any]] = [
        {},
        {"force_area": None, "policing_area": PolicingAreaFactory.create(name="North Westshire")},
        {"force_area": None, "district": DistrictFactory.create(name="North Westshire")},
    ]
    found = [make.SeriesFactory.create(**area) for area in areas]

    assert [(series.area_kind, series.area_name) for series in found] == [
        (AreaKind.FORCE, "Westshire force area"),
        (AreaKind.POLICING_AREA, "North Westshire policing area"),
        (AreaKind.DISTRICT, "North Westshire district"),
    ]
    assert [type(series.area) for series in found][::2] == [ForceArea, District]


def test_measure_says_whether_it_is_rolling_and_in_percent() -> None:
    count, survey = Measure(unit=MeasureUnit.COUNT), Measure(unit=MeasureUnit.PERCENT, rolling_months=6)

    assert [(one.is_rolling, one.is_percent) for one in (count, survey)] == [(False, False), (True, True)]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, False),
        ({"question_is_restricted": True}, True),
        ({**ANSWERED, "answer_is_restricted": True}, True),
        ({**ANSWERED, "answer_is_restricted": False}, False),
    ],
)
def test_question_is_restricted_if_either_half_is(change: dict[str, Any], expected: bool) -> None:
    assert make.ForceQuestionFactory.create(**change).is_restricted is expected


def test_question_about_a_restricted_measure_is_restricted() -> None:
    series = make.SeriesFactory.create(measure__is_restricted=True)

    assert make.ForceQuestionFactory.create(series=series).is_restricted


def test_rows_name_themselves() -> None:
    measure = make.MeasureFactory.create(name="Robbery")
    series = make.SeriesFactory.create(measure=measure)
    load = make.LoadFactory.create(file_name="q3.csv")
    rows: list[Model] = [
        make.TopicGroupFactory.create(code="crime"),
        measure,
        series,
        make.TargetFactory.create(measure=measure, words=""),
        make.TargetFactory.create(measure=measure, series=series),
        make.ObservationFactory.create(series=series, load=load),
        make.QuarterFigureFactory.create(series=series, load=load),
        make.QuarterSummaryFactory.create(series=series),
        load,
        make.LoadProblemFactory.create(load=load),
        make.LoadProblemFactory.create(load=load, line=None),
        make.AnnotationFactory.create(),
        make.PhaseChangeFactory.create(series=series),
        make.CommentaryFactory.create(measure=measure),
        make.ForceQuestionFactory.create(reference="Q-2018-001"),
        make.ArchivedProjectionFactory.create(series=series),
        make.PeerGroupFactory.create(name="Most similar"),
        make.PeerMemberFactory.create(force="Eastshire"),
        make.PeerStandingFactory.create(series=series),
        make.PeerValueFactory.create(series=series, member__force="Northshire"),
        make.HouseRulesFactory.create(),
    ]

    assert [str(row) for row in rows] == [
        "Crime",
        "Robbery",
        "Robbery, Westshire force area",
        "Robbery: 80",
        "80% or more",
        "Robbery, Westshire force area, October 2017",
        "Robbery, Westshire force area, quarter from October 2017",
        "Robbery, Westshire force area, quarter from October 2017",
        "q3.csv",
        "Line 3: No such area.",
        "No such area.",
        "New recording system, October 2017",
        "Robbery, Westshire force area: new average from March 2017",
        "Robbery, quarter from October 2017",
        "Q-2018-001",
        "Robbery, Westshire force area, 6 months from January 2018",
        "Most similar",
        "Eastshire",
        "Robbery, Westshire force area: 6 of 8",
        "Northshire, June 2017",
        "Rules for figures",
    ]
