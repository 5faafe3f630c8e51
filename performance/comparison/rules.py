"""What comparisons rest on: the thresholds of the house, and how a measure's months come about."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from opcc.documents.figures import Unit

Number = int | Decimal
_WHOLE_FROM = 10  # below, a whole number would hide as much as it shows
_PLACES = {Unit.PERCENT: 1, Unit.POINTS: 1, Unit.RATE: 2}
_FACTORS = {Unit.PERCENT: 100, Unit.RATE: 1000}


class Kind(StrEnum):
    """How months add up to a quarter."""

    COUNT = "count"  # they are summed
    RATE = "rate"  # numerators and denominators are summed, and divided once
    SURVEY = "survey"  # each covers several months: the quarter's is that of its last month
    LEVEL = "level"  # they do not add up


class AverageDefinition(StrEnum):
    """What 'the quarter average' is the average of."""

    LATEST_FOUR = "latest_four"
    PREVIOUS_FOUR = "previous_four"
    PHASE_MEAN = "phase_mean"


def mean_places(*means: Number) -> int:
    """The decimals that means of counts are printed with: none from 10 on, one below. Means side by side share them."""
    return 0 if min(abs(Decimal(mean)) for mean in means) >= _WHOLE_FROM else 1


@dataclass(frozen=True)
class Basis:
    """Of a measure: how its months come about, in what unit, how many months each figure covers.

    `places` are the decimals that its figures are printed and compared with, where the unit's own do not serve.
    """

    kind: Kind = Kind.COUNT
    unit: Unit = Unit.COUNT
    window: int = 1
    places: int | None = None

    def __post_init__(self) -> None:
        if (self.window > 1) != (self.kind is Kind.SURVEY):
            raise ValueError("A survey's figures cover more than one month each, and no others do")

    @property
    def factor(self) -> int:
        """What a numerator divided by a denominator is multiplied by."""
        return _FACTORS.get(self.unit, 1)

    @property
    def decimals(self) -> int:
        """One for percentages and averages, two for rates per 1,000, none for counts."""
        if self.places is not None:
            return self.places
        return _PLACES.get(self.unit, 0 if self.kind is Kind.COUNT else 1)

    def places_of_average(self, average: Number) -> int:
        """The decimals that an average is printed and compared with."""
        is_number = self.kind is Kind.COUNT and self.unit is Unit.COUNT and self.places is None
        return mean_places(average) if is_number else self.decimals


@dataclass(frozen=True)
class HouseRules:
    """The thresholds of the house; an office may set its own."""

    average: AverageDefinition = AverageDefinition.LATEST_FOUR
    percent_from: int = 20  # a change from fewer is given in counts alone
    stable_within: Decimal = Decimal(2)  # a change of fewer per cent, as printed, is 'stable'
    survey_hidden_below: int = 30  # people asked
    survey_trial_below: int = 100
    rate_per: int = 1000
    footing_tolerance: Number = 0  # by how much parts may differ from their total
    percent_tolerance: Decimal = Decimal(1)  # by how much rounded shares may differ from 100 in all
    claim_tolerance: Decimal = Decimal("0.5")  # by how many points a stated change may differ from the computed one


HOUSE = HouseRules()
COUNTS = Basis()


def exact(*values: Number | None) -> None:
    """Refuse a float, which is not exact. Raises TypeError."""
    for value in values:
        if isinstance(value, bool) or not isinstance(value, int | Decimal | None):
            raise TypeError(f"{value!r} is not exact: give an int, a Decimal or None")
