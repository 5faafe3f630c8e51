"""The figures that a commentary may name, as they stand in its sentences."""

from collections.abc import Iterable
from decimal import Decimal

from opcc.documents.figures import NOT_KNOWN, Figure, Unit
from performance.comparison import mean_places
from performance.queries.rules import UNITS
from performance.reporting.facts import exact
from performance.reporting.readings import Reading

_MEAN_PLACES = {Unit.POUNDS: 0, Unit.SECONDS: 0}


def figure_words(reading: Reading, others: Iterable[Reading]) -> dict[str, str]:
    """By name: 'value', 'change', 'month1' … of one area, and 'north-westshire_value' … of the measure's others.

    What is not known has its name too and says so, so that no sentence is lost for it.
    """
    found = _of_area(reading)
    for other in others:
        if other.series_id != reading.series_id:
            found |= {f"{other.area.key}_{name}": words for name, words in _of_area(other).items()}
    return found


def _of_area(reading: Reading) -> dict[str, str]:
    unit, phase = UNITS[reading.measure.unit], reading.phase
    limits = (phase.mean, phase.lower, phase.upper) if phase else (None, None, None)
    places = mean_places(phase.mean or 0) if phase and unit is Unit.COUNT else _MEAN_PLACES.get(unit)
    months = [month.value for month in reading.months] or [None] * 3
    return {
        "value": reading.value.text,
        "previous": reading.previous.text,
        "same_last_year": reading.same_last_year.text,
        "average": reading.average.text,
        "change": reading.change.words if reading.change else NOT_KNOWN,
        "against_average": reading.against_average or NOT_KNOWN,
        "rate": reading.rate.text if reading.rate else NOT_KNOWN,
        **{name: _text(value, unit, places) for name, value in zip(("mean", "lower", "upper"), limits, strict=True)},
        **{f"month{number}": _text(value, unit) for number, value in enumerate(months, 1)},
    }


def _text(value: Decimal | None, unit: Unit, places: int | None = None) -> str:
    return Figure("value", "", exact(value), unit, places=places).text
