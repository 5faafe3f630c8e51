"""One sentence in plain English for every chart: what stands out last, since when, and what is usual."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from math import isclose

from opcc.documents.figures import count_of, number, rounded
from performance.control_chart.chart import Chart, Phase, Rebasing, Signal
from performance.control_chart.improvement import Direction, Judgement, judgement
from performance.control_chart.months import PRECISION
from performance.control_chart.rules import SignalKind

_JUDGED = {
    Judgement.IMPROVEMENT: ", which is an improvement",
    Judgement.CONCERN: ", which is a concern",
    Judgement.INVESTIGATE: ", which should be looked into",
    Judgement.NEUTRAL: ", which is neither good nor bad in itself",
}
_NAMED_GAPS = 2  # more months without a figure than this are counted, not named


def whole(value: float) -> str:
    """'433': a count as a sentence prints it."""
    return number(rounded(Decimal(repr(value)), 0))


def reading(
    chart: Chart,
    *,
    first_month: date,
    direction: Direction,
    show: Callable[[float], str] = whole,
    places: int = 0,
    floor: float | None = 0.0,
    ceiling: float | None = None,
) -> str:
    """The sentence under a chart.

    `show` prints a value with its unit, to so many decimal `places`; floor and ceiling bound the usual range it names.
    """
    if all(value is None for value in chart.values):
        return "There are no figures yet."
    told = _Reading(chart, chart.phases[-1], first_month, direction, show, places, floor, ceiling)
    sentence = "; ".join(filter(None, told.parts()))
    return f"{sentence[0].upper()}{sentence[1:]}."


@dataclass(frozen=True)
class _Reading:
    chart: Chart
    phase: Phase  # the latest
    first_month: date
    direction: Direction
    show: Callable[[float], str]
    places: int
    floor: float | None
    ceiling: float | None

    def parts(self) -> list[str]:
        """What the sentence is joined from; a part may be empty."""
        if self.chart.rules.line_only:
            alone = "each figure shares months with its neighbours, so they are not compared"
            return [self.last_month(), self.latest(), alone, self.gaps()]
        if self.phase.mean is None:
            return [f"there are no figures since {self.since}"]
        return [self.last_month(), *self.main(self.phase.mean), self.gaps(), self.next_month(self.phase.mean)]

    def month(self, index: int) -> str:
        """'October 2017'."""
        months = self.first_month.year * 12 + self.first_month.month - 1 + index
        return f"{date(months // 12, months % 12 + 1, 1):%B %Y}"

    @property
    def since(self) -> str:
        return self.month(self.phase.start)

    def last_month(self) -> str:
        """That the month everybody waits for has no figure."""
        last = len(self.chart.values) - 1
        return f"there is no figure for {self.month(last)}" if self.chart.values[last] is None else ""

    def main(self, mean: float) -> list[str]:
        """What stands out last and what is usual, or why neither can be said."""
        limits = self.phase.shown(floor=self.floor, ceiling=self.ceiling)
        months = count_of(self.phase.points, "month")
        if limits is None:
            few = self.phase.points < self.chart.rules.fewest_for_limits
            why = "too few" if few else "with too many gaps between them"
            return [f"the average of {months} since {self.since} is {self.show(mean)}, {why} to say what is usual"]
        usual = self.usual(*limits) + (f", a provisional range from {months}" if self.phase.trial else "")
        labels = [signal for signal in self.chart.labels if signal.index >= self.phase.start]
        if not labels:
            return [
                f"nothing has stood out since {self.since}",
                f"since then the average is {self.show(mean)} and {usual}",
            ]
        judged = _JUDGED[judgement(labels[-1], self.direction)]
        if moved := self.moved_by(labels[-1]):
            return [f"{self.new_average(moved, mean)}{judged}", f"since then {usual}"]
        average = f"since {self.since} the average is {self.show(mean)}"
        return [f"{self.event(labels[-1])}{judged}", f"{average} and {usual}"]

    def latest(self) -> str:
        """The last figure there is."""
        index, value = [(at, value) for at, value in enumerate(self.chart.values) if value is not None][-1]
        return f"the latest figure is {self.show(value)}, for {self.month(index)}"

    def event(self, signal: Signal) -> str:
        """What the signal says, without a judgement."""
        tell = {SignalKind.TREND: self.trend, SignalKind.TWO_IN_THREE: self.near_a_limit, SignalKind.SHIFT: self.shift}
        return tell.get(signal.kind, self.outside)(signal)

    def outside(self, signal: Signal) -> str:
        value = self.chart.values[signal.index]
        assert value is not None, "a month that stands out has a value"
        side = f"{self.show(value)} is {'above' if signal.up else 'below'} the usual range"
        if signal.index == len(self.chart.values) - 1:
            return f"{self.month(signal.index)} stands out: {side}"
        return f"the last month to stand out is {self.month(signal.index)}: {side}"

    def trend(self, signal: Signal) -> str:
        went = "rose" if signal.up else "fell"
        first = self.first_alike(signal)
        return f"figures {went} month after month from {self.month(first)} to {self.month(signal.index)}"

    def near_a_limit(self, signal: Signal) -> str:
        alike = [each.index for each in self.chart.signals if each.kind is signal.kind and each.index < signal.index]
        end = "upper" if signal.up else "lower"
        return f"{self.month(alike[-1])} and {self.month(signal.index)} came near the {end} end of the usual range"

    def shift(self, signal: Signal) -> str:
        first, side = self.month(self.first_alike(signal)), "above" if signal.up else "below"
        return f"all months from {first} to {self.month(signal.index)} lie {side} the average"

    def moved_by(self, signal: Signal) -> Rebasing | None:
        """The run that the phase began with, if the signal is its."""
        moved = {each.effective_from: each for each in self.chart.rebasings if each.applied}.get(self.phase.start)
        is_run = moved is not None and signal.kind is SignalKind.SHIFT and signal.index <= moved.detected_on
        return moved if is_run else None

    def new_average(self, moved: Rebasing, mean: float) -> str:
        went, side = ("rose", "above") if moved.up else ("fell", "below")
        count = moved.detected_on - moved.effective_from + 1
        old, new = self.show(moved.old_mean), self.show(mean)
        return f"the average {went} from {old} to {new} in {self.since}, the first of {count} months in a row {side} it"

    def first_alike(self, signal: Signal) -> int:
        """The first of the months without a break that stand out for the same reason."""
        alike = {each.index for each in self.chart.signals if (each.kind, each.up) == (signal.kind, signal.up)}
        first = signal.index
        while first - 1 in alike and first > self.phase.start:
            first -= 1
        return first

    def usual(self, lower: float, upper: float) -> str:
        """The range as printed holds no value beyond the limits: it is rounded inwards where that leaves one."""
        low, high = _rounded(lower, self.places, ROUND_CEILING), _rounded(upper, self.places, ROUND_FLOOR)
        low, high = (low, high) if low <= high else (lower, upper)
        if self.show(low) == self.show(high):
            return f"a month is usually {self.show(low)}"
        return f"a month usually lies between {self.show(low)} and {self.show(high)}"

    def gaps(self) -> str:
        """The months of the phase, but for the last of the chart, that have no figure."""
        stop = min(self.phase.end + 1, len(self.chart.values) - 1)
        missing = [self.month(at) for at in range(self.phase.start, stop) if self.chart.values[at] is None]
        if len(missing) > _NAMED_GAPS:
            return f"{count_of(len(missing), 'month')} since {self.since} have no figure"
        return f"there is no figure for {' and '.join(missing)}" if missing else ""

    def next_month(self, mean: float) -> str:
        """That one more month on the same side would move the average."""
        rules = self.chart.rules
        if not rules.rebase or rules.run is None:
            return ""
        own = self.chart.values[self.phase.start : self.phase.end + 1]
        sides = [_side(value, mean) for value in own]
        length = next((back for back, side in enumerate(reversed(sides)) if side != sides[-1]), len(sides))
        before = own[: len(own) - length]
        if not sides[-1] or length != rules.run - 1 or len(before) - before.count(None) < rules.fewest_behind:
            return ""
        side, move = ("above", "raise") if sides[-1] > 0 else ("below", "lower")
        return f"the last {length} months all lie {side} the average, and one more may {move} it"


def _side(value: float | None, mean: float) -> int:
    """1 above the mean, -1 below it, 0 on it or without a value."""
    if value is None or isclose(value, mean, rel_tol=PRECISION):
        return 0
    return 1 if value > mean else -1


def _rounded(value: float, places: int, rounding: str) -> float:
    exact = Decimal(repr(round(value, places + 6)))  # a limit of 24 may be computed as 23.999999999999996
    return float(exact.quantize(Decimal(1).scaleb(-places), rounding=rounding))
