"""The office's thresholds as the pure calculations take them."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from opcc.documents.figures import Unit
from performance import comparison
from performance.comparison import AverageDefinition, Basis, Kind
from performance.control_chart import NHS, ROLLING, RUN_OF_EIGHT, RuleSet
from performance.enums import MeasureKind, MeasureUnit, RuleChoice
from performance.models import HouseRules, Measure
from performance.queries.rules import basis, comparison_rules, house_rules, rule_set
from tests.factories.performance import HouseRulesFactory


@pytest.mark.django_db
def test_house_rules_are_the_defaults_where_nothing_is_set(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        rules = house_rules()
    assert (rules, rules._state.adding) == (HouseRules(pk=1), True)

    kept = HouseRulesFactory.create(percent_from=7)
    with django_assert_num_queries(1):
        assert house_rules() == kept
    assert house_rules().percent_from == 7


def test_comparison_rules_are_the_defaults_of_the_calculations() -> None:
    assert comparison_rules(HouseRules()) == comparison.HouseRules()


def test_comparison_rules_take_what_the_office_set() -> None:
    house = HouseRules(
        average="previous_four",
        percent_from=7,
        stable_within=Decimal("1.5"),
        survey_hidden_below=10,
        survey_trial_below=50,
        footing_tolerance=2,
    )
    assert comparison_rules(house) == comparison.HouseRules(
        average=AverageDefinition.PREVIOUS_FOUR,
        percent_from=7,
        stable_within=Decimal("1.5"),
        survey_hidden_below=10,
        survey_trial_below=50,
        footing_tolerance=2,
    )


@pytest.mark.parametrize(
    ("kind", "unit", "rolling", "expected"),
    [
        (MeasureKind.COUNT, MeasureUnit.COUNT, None, Basis(Kind.COUNT, Unit.COUNT)),
        (MeasureKind.COUNT, MeasureUnit.POUNDS, None, Basis(Kind.COUNT, Unit.POUNDS)),
        (MeasureKind.RATE, MeasureUnit.RATE, None, Basis(Kind.RATE, Unit.RATE)),
        (MeasureKind.SURVEY, MeasureUnit.PERCENT, 12, Basis(Kind.SURVEY, Unit.PERCENT, 12)),
        (MeasureKind.SURVEY, MeasureUnit.PERCENT, 1, Basis(Kind.RATE, Unit.PERCENT)),
        (MeasureKind.LEVEL, MeasureUnit.SECONDS, None, Basis(Kind.LEVEL, Unit.SECONDS)),
    ],
)
def test_basis_of_a_measure(kind: MeasureKind, unit: MeasureUnit, rolling: int | None, expected: Basis) -> None:
    assert basis(Measure(kind=kind, unit=unit, rolling_months=rolling)) == expected


@pytest.mark.parametrize(
    ("house", "own", "expected"),
    [
        ({}, RuleChoice.OFFICE, RUN_OF_EIGHT),
        ({}, RuleChoice.NHS, NHS),
        ({}, RuleChoice.LINE_ONLY, ROLLING),
        ({"rule_set": RuleChoice.LINE_ONLY}, RuleChoice.OFFICE, ROLLING),
        ({"rule_set": RuleChoice.LINE_ONLY}, RuleChoice.RUN_OF_EIGHT, RUN_OF_EIGHT),
        ({"rule_set": RuleChoice.NHS}, RuleChoice.OFFICE, NHS),
        (
            {"rule_set": RuleChoice.NHS, "run_length": 9, "trend_length": 5, "two_in_three": False},
            RuleChoice.OFFICE,
            replace(NHS, run=9, trend=5, two_in_three=False),
        ),
        ({"run_length": 9, "trend_length": 5, "two_in_three": True}, RuleChoice.RUN_OF_EIGHT, RUN_OF_EIGHT),
        (
            {"run_length": 9, "trend_length": 5, "two_in_three": True},
            RuleChoice.OFFICE,
            replace(RUN_OF_EIGHT, run=9, trend=5, two_in_three=True),
        ),
        (
            {"fewest_for_limits": 6, "fewest_for_firm_limits": 20},
            RuleChoice.OFFICE,
            replace(RUN_OF_EIGHT, fewest_for_limits=6, fewest_for_firm=20, lock_after=20),
        ),
        (
            {"fewest_for_limits": 6, "fewest_for_firm_limits": 20},
            RuleChoice.NHS,
            replace(NHS, fewest_for_limits=6, fewest_for_firm=20),
        ),
    ],
)
def test_rule_set_of_a_measure(house: dict[str, Any], own: RuleChoice, expected: RuleSet) -> None:
    assert rule_set(HouseRules(**house), Measure(rules=own)) == expected


@pytest.mark.parametrize(("months", "expected"), [(6, ROLLING), (1, RUN_OF_EIGHT)])
def test_rule_set_of_a_rolling_measure_is_a_line(months: int, expected: RuleSet) -> None:
    assert rule_set(HouseRules(), Measure(rules=RuleChoice.OFFICE, rolling_months=months)) == expected
