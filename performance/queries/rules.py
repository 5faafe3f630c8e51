"""The thresholds of this office, and what they make of the pure calculations' rules."""

from dataclasses import replace

from performance.control_chart import NHS, ROLLING, RUN_OF_EIGHT, RuleSet
from performance.enums import RuleChoice
from performance.models import HouseRules, Measure


def house_rules() -> HouseRules:
    """What the office has set; the defaults, unsaved, where it has set nothing. One query."""
    return HouseRules.objects.filter(pk=1).first() or HouseRules(pk=1)


def rule_set(house: HouseRules, measure: Measure) -> RuleSet:
    """The rules of a measure's chart: its own, or the office's with the lengths that the office chose.

    A rolling measure has none, because each of its months hangs together with its neighbours.
    """
    if measure.is_rolling or RuleChoice.LINE_ONLY in (measure.rules, _of_office(house, measure)):
        return ROLLING
    named = RUN_OF_EIGHT if _of_office(house, measure) == RuleChoice.RUN_OF_EIGHT else NHS
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


def _of_office(house: HouseRules, measure: Measure) -> str:
    return house.rule_set if measure.rules == RuleChoice.OFFICE else measure.rules
