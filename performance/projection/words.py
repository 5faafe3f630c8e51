"""What is said of a projection, in words that need no statistics."""

from collections.abc import Sequence
from decimal import Decimal

from opcc.documents.figures import count_of, number, rounded
from performance.projection.results import Method, ProjectionRules

ROLLING = "No projection: each value of a rolling measure shares most of its months with the value before it."

_HOW = {
    Method.NAIVE: "carrying the latest month forward (naive)",
    Method.SEASONAL_NAIVE: "repeating the same month of the year before (seasonal naive)",
    Method.PHASE_MEAN: "the mean of the months since the change (phase mean)",
    Method.PHASE_AND_SEASONS: (
        "the mean of the months since the change and the yearly pattern from before it (phase and seasons)"
    ),
    Method.DAMPED_SEASONAL: "exponential smoothing with a trend that levels out and a yearly pattern, ETS(A,Ad,A)",
    Method.LEVEL_SEASONAL: "exponential smoothing with a yearly pattern and no trend, ETS(A,N,A)",
    Method.DAMPED: "exponential smoothing with a trend that levels out, ETS(A,Ad,N)",
    Method.LEVEL: "exponential smoothing without trend or yearly pattern, ETS(A,N,N)",
}


def too_few(months: int, rules: ProjectionRules) -> str:
    """Why nothing can be said yet."""
    return (
        f"No projection: this phase has {count_of(months, 'month')} with a value. An expected range needs "
        f"{rules.range_from}, two of them in a row."
    )


def expected_range(
    months: int, mean: Decimal, limits: tuple[Decimal, Decimal], run: int, rules: ProjectionRules
) -> str:
    """What is to be expected, and why it is no projection."""
    low, high = map(_figure, limits)
    trial = f" With fewer than {rules.trial_below} months these are trial limits." * (months < rules.trial_below)
    return (
        f"Expected range, not a projection: the {months} months of this phase average {_figure(mean)}, and any month "
        f"from {low} to {high} would be within its limits.{trial} A projection needs {rules.naive_from} months without "
        f"a gap; there are {run}."
    )


def projected(method: Method, reason: str) -> str:
    """The method and why it was taken."""
    return f"Projected by {_HOW[method]}: {reason}."


def models_need_more(months: int, rules: ProjectionRules) -> str:
    return f"models are tried from {rules.models_from} months without a break, and there are {months}"


def never_wrong(rules: ProjectionRules) -> str:
    return f"over the last {rules.origins} months it was right every time"


def came_closer(mae: float, rival: Method, rival_mae: float, set_aside: Sequence[Method]) -> str:
    """Why a method was taken instead of the naive one."""
    return f"tried on the latest months, it was {_closeness(mae, rival_mae)} than {_HOW[rival]}{_aside(set_aside)}"


def none_came_closer(
    best: tuple[Method, float] | None, naive_mae: float, rules: ProjectionRules, set_aside: Sequence[Method]
) -> str:
    """Why the naive method was kept."""
    needed = f"{number(rounded(Decimal(str(rules.gain)) * 100, 0))}%"
    nearest = f", the best, {best[0]}, being {_closeness(best[1], naive_mae)}" if best else ""
    return f"tried on the latest months, nothing else was {needed} closer{nearest}{_aside(set_aside)}"


def nothing_before_the_change(needed: int) -> str:
    return f"the level has changed, and fewer than {needed} months before it show the yearly pattern"


def little_after_the_change(months: int) -> str:
    return f"the level changed {count_of(months, 'month')} ago, and anything else would be tried on too little"


def _figure(value: Decimal) -> str:
    """One decimal; two for what is small, such as a rate."""
    return number(value, 1 if abs(value) >= 10 else 2)


def _closeness(mae: float, rival: float) -> str:
    share = rounded(Decimal(str(100 * (1 - mae / rival))), 0)
    if not share:
        return "no closer"
    return f"{number(share)}% closer" if share > 0 else f"{number(-share)}% further off"


def _aside(set_aside: Sequence[Method]) -> str:
    if not set_aside:
        return ""
    return f"; {' and '.join(set_aside)} could not be fitted and {'was' if len(set_aside) == 1 else 'were'} set aside"
