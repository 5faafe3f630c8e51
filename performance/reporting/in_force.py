"""The rules in force at this office, as the page that explains them prints them."""

from dataclasses import dataclass
from decimal import Decimal

from performance.control_chart import RuleSet
from performance.enums import AverageChoice, RuleChoice
from performance.models import HouseRules, Measure
from performance.queries.rules import house_rules, rule_set


@dataclass(frozen=True)
class RuledMeasure:
    """A measure whose chart has rules of its own, or none."""

    name: str
    code: str
    rules: str


@dataclass(frozen=True)
class RulesInForce:
    """What decides which months stand out, and how the numbers beside them are reckoned."""

    rules: RuleSet
    screens: bool
    average: str
    percent_from: int
    stable_within: Decimal
    survey_hidden_below: int
    survey_trial_below: int
    question_days: int
    own_rules: tuple[RuledMeasure, ...]
    rolling: tuple[RuledMeasure, ...]


def rules_in_force(*, include_restricted: bool) -> RulesInForce:
    """The office's rules, and the measures of this reader that depart from them. Two queries."""
    house = house_rules()
    measures = list(Measure.objects.in_use().for_reader(include_restricted=include_restricted).in_report_order())
    return RulesInForce(
        rules=rule_set(house, Measure(rules=RuleChoice.OFFICE)),
        screens=house.screen,
        average=AverageChoice(house.average).label,
        percent_from=house.percent_from,
        stable_within=house.stable_within,
        survey_hidden_below=house.survey_hidden_below,
        survey_trial_below=house.survey_trial_below,
        question_days=house.question_days,
        own_rules=tuple(_ruled(each, house) for each in measures if each.rules != RuleChoice.OFFICE),
        rolling=tuple(_ruled(each, house) for each in measures if each.is_rolling),
    )


def _ruled(measure: Measure, house: HouseRules) -> RuledMeasure:
    return RuledMeasure(measure.name, measure.code, RuleChoice(measure.rules).label)
