"""The thresholds of this office, and what they make of the pure calculations' rules."""

from dataclasses import replace

from opcc.documents.figures import Unit
from performance import comparison
from performance.control_chart import NHS, ROLLING, RUN_OF_EIGHT, RuleSet
from performance.enums import MeasureKind, MeasureUnit, RuleChoice
from performance.models import HouseRules, Measure

UNITS = {
    MeasureUnit.COUNT: Unit.COUNT,
    MeasureUnit.PERCENT: Unit.PERCENT,
    MeasureUnit.RATE: Unit.RATE,
    MeasureUnit.MINUTES: Unit.MINUTES,
    MeasureUnit.SECONDS: Unit.SECONDS,
    MeasureUnit.POUNDS: Unit.POUNDS,
}


def house_rules() -> HouseRules:
    """What the office has set; the defaults, unsaved, where it has set nothing. One query."""
    return HouseRules.objects.filter(pk=1).first() or HouseRules(pk=1)


def comparison_rules(house: HouseRules) -> comparison.HouseRules:
    """The thresholds of comparisons."""
    return comparison.HouseRules(
        average=comparison.AverageDefinition(house.average),
        percent_from=house.percent_from,
        stable_within=house.stable_within,
        survey_hidden_below=house.survey_hidden_below,
        survey_trial_below=house.survey_trial_below,
        footing_tolerance=house.footing_tolerance,
    )


def basis(measure: Measure) -> comparison.Basis:
    """How the measure's months make a quarter. A survey of single months is a share like any other."""
    unit = UNITS[MeasureUnit(measure.unit)]
    if measure.kind == MeasureKind.SURVEY and not measure.is_rolling:
        return comparison.Basis(comparison.Kind.RATE, unit)
    return comparison.Basis(comparison.Kind(measure.kind), unit, measure.rolling_months or 1)


def rule_set(house: HouseRules, measure: Measure) -> RuleSet:
    """The rules of a measure's chart: its own, or the office's with the lengths that the office chose.

    A rolling measure has none, because each of its months hangs together with its neighbours.
    """
    chosen = house.rule_set if measure.rules == RuleChoice.OFFICE else measure.rules
    if measure.is_rolling or chosen == RuleChoice.LINE_ONLY:
        return ROLLING
    named = RUN_OF_EIGHT if chosen == RuleChoice.RUN_OF_EIGHT else NHS
    if measure.rules == RuleChoice.OFFICE:
        named = replace(
            named,
            run=house.run_length or named.run,
            trend=house.trend_length or named.trend,
            two_in_three=named.two_in_three if house.two_in_three is None else house.two_in_three,
        )
    return replace(
        named,
        fewest_for_limits=house.fewest_for_limits,
        fewest_for_firm=house.fewest_for_firm_limits,
        lock_after=None if named.lock_after is None else house.fewest_for_firm_limits,
    )
