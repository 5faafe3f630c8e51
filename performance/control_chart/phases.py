"""The mean and limits of a phase."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum

from performance.control_chart.chart import Phase
from performance.control_chart.rules import Began, RuleSet

LIMITS = 2.66  # mean moving ranges from the mean to a limit: 3 / 1.128, rounded as is customary
SCREEN = 3.267  # mean moving ranges from which on a moving range is a disturbance


@dataclass(frozen=True)
class Span:
    """Months `start` up to, not including, `stop`."""

    start: int
    stop: int
    began: Began


def measured(values: Sequence[float | None], span: Span, *, rules: RuleSet, screen: bool) -> Phase:
    """The phase of these months; ranges are taken inside it and never across a month without a value."""
    rests_on = basis(values, span, rules)
    points = len(rests_on) - rests_on.count(None)
    mean = mean_of(rests_on) if points and not rules.line_only else None
    moving = None if mean is None else _mean_moving_range(rests_on, screen=screen)
    lower = upper = None
    if mean is not None and moving is not None and points >= rules.fewest_for_limits:
        lower, upper = mean - LIMITS * moving, mean + LIMITS * moving
    return Phase(
        start=span.start,
        end=span.stop - 1,
        mean=mean,
        mean_moving_range=moving,
        lower=lower,
        upper=upper,
        trial=lower is not None and points < rules.fewest_for_firm,
        points=points,
        locked=points == rules.lock(span.began),
        began=span.began,
    )


def mean_of(values: Sequence[float | None]) -> float:
    """The mean of the months that have a value, of which there is one at least; never beyond the values themselves."""
    known = [value for value in values if value is not None]
    return min(max(fsum(known) / len(known), min(known)), max(known))


def basis(values: Sequence[float | None], span: Span, rules: RuleSet) -> Sequence[float | None]:
    """The months that the mean and limits rest on: all of the phase, or those up to the one that locked them."""
    own, lock = values[span.start : span.stop], rules.lock(span.began)
    if lock is None or len(own) <= lock:
        return own
    stop = lock
    while stop < len(own) and stop - own[:stop].count(None) < lock:
        stop += 1
    return own[:stop]


def _mean_moving_range(values: Sequence[float | None], *, screen: bool) -> float | None:
    """The mean of the steps between neighbouring months; screening leaves out the disturbances, once."""
    ranges = [abs(after - before) for before, after in pairwise(values) if before is not None and after is not None]
    if not ranges:
        return None
    mean = fsum(ranges) / len(ranges)
    if not screen or not mean:  # where nothing moves, every range would count as a disturbance
        return mean
    kept = [each for each in ranges if each < SCREEN * mean]
    return fsum(kept) / len(kept)
