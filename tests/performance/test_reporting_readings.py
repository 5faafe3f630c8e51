"""What pages and reports read of a series is kept in JSON without losing a digit."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from opcc.core.quarters import Quarter
from opcc.documents.figures import Figure, Unit
from performance.enums import (
    AreaKind,
    Improvement,
    Inclusion,
    MeasureKind,
    MeasureUnit,
    ObservationStatus,
    SignalKind,
)
from performance.reporting import (
    AnnotationSeen,
    Area,
    Change,
    MeasureFacts,
    MonthValue,
    PhaseSeen,
    ProjectionSeen,
    Reading,
    SeriesHistory,
    SignalSeen,
)

OCTOBER = date(2017, 10, 1)
AREA = Area(AreaKind.POLICING_AREA, "north", "North Westshire policing area", "North Westshire")
READING = Reading(
    series_id=7,
    measure=MeasureFacts(
        code="robbery",
        name="Robbery",
        noun="offences",
        definition="Theft with force.",
        group="Preventing crime",
        objective="Communities are safer",
        unit=MeasureUnit.COUNT,
        kind=MeasureKind.COUNT,
        rolling_months=None,
        improvement=Improvement.STABLE,
        improvement_words="Stable",
        inclusion=Inclusion.QUARTER,
        source="Westshire Police",
        owner="Assistant chief constable",
        is_restricted=False,
        is_synthetic=True,
    ),
    area=AREA,
    quarter=Quarter(2017, 3),
    months=(
        MonthValue(OCTOBER, Decimal("34.5000"), n=3, numerator=1, denominator=2),
        MonthValue(date(2017, 11, 1), None, ObservationStatus.NOT_AVAILABLE, "New system"),
    ),
    value=Figure("robbery.value", "October to December 2017", 97, as_at=OCTOBER),
    previous=Figure("robbery.previous", "July to September 2017", Decimal("105.10")),
    same_last_year=Figure("robbery.same_last_year", "October to December 2016", None),
    average=Figure("robbery.average", "Quarter average", 91),
    average_definition="Mean of the latest four quarters",
    change=Change(Figure("robbery.change", "Change", -8), Decimal("-7.619"), "a decrease of 8%"),
    against_average="above the quarter average",
    rate=Figure("robbery.rate", "Rate", Decimal("0.17"), Unit.RATE, "residents, 2016"),
    interval=(Decimal("81.0"), Decimal("89.20")),
    phase=PhaseSeen(OCTOBER, OCTOBER, Decimal("33.0"), None, Decimal("41.74"), is_trial=True, decision="proposed"),
    signals=(SignalSeen(OCTOBER, SignalKind.SHIFT, "A shift of the mean in October 2017"),),
    is_tested=True,
    headline_kind=SignalKind.SHIFT,
    spark=(Decimal("1.50"), None, Decimal(3)),
    spark_signals=(0, 2),
    warnings=("Months add to 10,447; the force states 10,448.",),
)
HISTORY = SeriesHistory(
    reading=READING,
    first=OCTOBER,
    months=READING.months,
    phases=(PhaseSeen(OCTOBER, OCTOBER, Decimal(1), None, None),),
    signals=READING.signals,
    annotations=(AnnotationSeen(OCTOBER, "New system", "Keywords are missing.", suspends_comparison=True),),
    projection=ProjectionSeen(date(2018, 1, 1), ((Decimal("1.0"), Decimal(2), Decimal(3)),), "An expected range."),
    rules="Eight in a row",
    more=("One", "Two"),
)


@pytest.mark.parametrize("value", [READING, HISTORY, replace(READING, change=None, rate=None, headline_kind=None)])
def test_json_gives_the_same_value(value: Reading | SeriesHistory) -> None:
    again = type(value).from_dict(json.loads(json.dumps(value.to_dict())))

    assert again == value
    assert repr(again) == repr(value)  # 34.5 and 34.5000 are equal, and printed differently


def test_from_dict_takes_the_default_of_a_field_that_came_later() -> None:
    kept = READING.to_dict()
    del kept["standing"], kept["spark"]

    assert Reading.from_dict(kept | {"gone_since": 1}) == replace(READING, standing="", spark=())


def test_reading_says_whether_and_by_which_letter_it_stands_out() -> None:
    quiet = replace(READING, signals=(), headline_kind=None)

    assert [(reading.has_signal, reading.letter) for reading in (READING, quiet)] == [(True, "S"), (False, "")]
    assert READING.signals[0].letter == "S"


def test_measure_in_percent_says_so() -> None:
    assert not READING.measure.is_percent
    assert replace(READING.measure, unit=MeasureUnit.PERCENT).is_percent


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (AreaKind.FORCE, "force"),
        (AreaKind.POLICING_AREA, "north-westshire"),
        (AreaKind.DISTRICT, "north-westshire-district"),
    ],
)
def test_area_key_tells_two_places_of_one_name_apart(kind: AreaKind, key: str) -> None:
    assert replace(AREA, kind=kind).key == key
