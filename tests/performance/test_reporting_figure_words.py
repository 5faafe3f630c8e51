"""The figures that a commentary may name."""

from datetime import date
from decimal import Decimal

import pytest

from performance.placeholders import keys_in
from performance.reporting import figure_words
from tests.factories.performance import MeasureFactory, QuarterFigureFactory
from tests.factories.reference import DistrictFactory, PolicingAreaFactory, PopulationFactory
from tests.performance.readings import MARCH_2016, STEPPED, reading_of, series_in, series_of

pytestmark = pytest.mark.django_db


def test_figure_words_of_one_area_and_of_the_others_by_their_names() -> None:
    north = PolicingAreaFactory.create(name="North Westshire")
    district = DistrictFactory.create(name="North Westshire", policing_area=north)
    PopulationFactory.create(district=district, year=2016, value=30_000)
    measure = MeasureFactory.create(rate_base="residents")
    force = series_in(measure, STEPPED, first=MARCH_2016)
    areas = [
        series_in(measure, (10, 10, 1010), first=date(2017, 10, 1), area={"policing_area": north}),
        series_in(measure, (), area={"district": district}),
    ]
    readings = [reading_of(series) for series in (force, *areas)]

    words = figure_words(readings[0], readings)
    unknown = dict.fromkeys(
        ("previous", "same_last_year", "average", "change", "against_average", "mean", "lower", "upper", "rate"),
        "not known",
    )
    assert words == {
        "value": "90",
        "previous": "98",
        "same_last_year": "59",
        "average": "90",
        "change": "a decrease of 8%",
        "against_average": "equal to the quarter average",
        "mean": "32",
        "lower": "23",
        "upper": "41",
        "rate": "3.00",
        "month1": "33",
        "month2": "31",
        "month3": "26",
        **{
            f"north-westshire_{name}": told
            for name, told in {
                **unknown,
                "value": "1,030",
                "mean": "343",
                "rate": "34.33",
                "month1": "10",
                "month2": "10",
                "month3": "1,010",
            }.items()
        },
        **{
            f"north-westshire-district_{name}": told
            for name, told in {
                **unknown,
                "value": "not known",
                "month1": "not known",
                "month2": "not known",
                "month3": "not known",
            }.items()
        },
    }
    assert keys_in(" ".join(f"{{{{ {key} }}}}" for key in words)) == tuple(words)


def test_figure_words_in_the_measures_unit() -> None:
    series = series_of(("80.55", "81.25", "83"), first=date(2017, 10, 1), rate=True)
    QuarterFigureFactory.create(series=series, value=Decimal("82.04"))

    words = figure_words(reading_of(series), ())
    assert (words["value"], words["month1"], words["mean"]) == ("82.0%", "80.6%", "81.6%")
