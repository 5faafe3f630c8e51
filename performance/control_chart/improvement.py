"""What a chart means for a measure: whether a signal is good news, and whether a target is met as a rule."""

from enum import StrEnum

from performance.control_chart.chart import Phase, Signal


class Direction(StrEnum):
    """Which way would be a sign of improvement. `STABLE` and `NONE` neither praise nor blame."""

    INCREASE = "increase"
    DECREASE = "decrease"
    STABLE = "stable"  # a change either way is to be looked into
    NONE = "none"


class Judgement(StrEnum):
    """What a signal is, given the direction."""

    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    INVESTIGATE = "investigate"
    NEUTRAL = "neutral"


class Assurance(StrEnum):
    """Whether the target will be met if nothing changes."""

    PASSES = "consistently passes"
    FAILS = "consistently fails"
    HIT_AND_MISS = "hit and miss"


def judgement(signal: Signal, direction: Direction) -> Judgement:
    """Praise or blame only where a direction is set."""
    if direction is Direction.STABLE:
        return Judgement.INVESTIGATE
    if direction is Direction.NONE:
        return Judgement.NEUTRAL
    return Judgement.IMPROVEMENT if signal.up == (direction is Direction.INCREASE) else Judgement.CONCERN


def assurance(phase: Phase, target: float, direction: Direction) -> Assurance | None:
    """How the target lies to the phase's true limits; None without limits or without a direction.

    With 'increase' a target above the upper limit is consistently failed and one below the lower consistently passed;
    with 'decrease' it is the other way round. A target on a limit is hit and miss.
    """
    if phase.lower is None or phase.upper is None or direction in (Direction.STABLE, Direction.NONE):
        return None
    if phase.lower <= target <= phase.upper:
        return Assurance.HIT_AND_MISS
    beyond = target > phase.upper
    return Assurance.FAILS if beyond == (direction is Direction.INCREASE) else Assurance.PASSES
