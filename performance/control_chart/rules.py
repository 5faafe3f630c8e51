"""Which months of a chart stand out, and when its average starts anew: named rule sets, every number a parameter."""

from dataclasses import dataclass
from enum import StrEnum

TREND = 6  # months one after another, each above or each below the one before, where an office asks for trends


class SignalKind(StrEnum):
    """Why a month stands out, in the order in which one of several labels the month."""

    HIGH = "high"
    LOW = "low"
    TREND = "trend"
    TWO_IN_THREE = "two_in_three"
    SHIFT = "shift"

    @property
    def letter(self) -> str:
        """What a chart prints beside the month."""
        return "2-in-3" if self is SignalKind.TWO_IN_THREE else self.value[0].upper()


class Began(StrEnum):
    """What a phase begins with."""

    FIRST = "first"  # the first month of the chart
    BREAK = "break"  # a decision that was recorded, such as that of a new way of recording
    RUN = "run"  # months in a row on one side of the mean before it


@dataclass(frozen=True)
class RuleSet:
    """The rules of a chart. None or False turns a rule off.

    `run` months in a row strictly on one side of the mean are a shift; `rebase` then starts a new phase at the first of
    them, if `fewest_behind` months with a value stay behind. A phase that a run began locks its mean and limits after
    `lock_after` months with a value; the first phase and those that a decision began do so only where asked for. Under
    `fewest_for_limits` months a phase has no limits, under `fewest_for_firm` they are on trial.
    """

    name: str
    outside: bool = True
    run: int | None = None
    rebase: bool = False
    fewest_behind: int = 8  # an average of fewer months than a run has is too weak to be overturned by it
    trend: int | None = None
    two_in_three: bool = False
    fewest_for_limits: int = 5
    fewest_for_firm: int = 12
    lock_after: int | None = 12
    lock_first: bool = False
    lock_breaks: bool = False
    line_only: bool = False  # neither mean nor limits: for figures that share months with their neighbours

    def __post_init__(self) -> None:
        if any(length is not None and length < 3 for length in (self.run, self.trend)):
            raise ValueError("A run or a trend takes at least 3 months")
        if self.rebase and self.run is None:
            raise ValueError("Only a run can start the average anew: say how many months make one")
        if self.fewest_for_limits < 2 or self.fewest_for_firm < self.fewest_for_limits:
            raise ValueError("Limits take at least 2 months, and are not firm with fewer than they take")
        if self.fewest_behind < 1:
            raise ValueError("A run that moves the average leaves at least 1 month behind")
        if self.lock_after is not None and self.lock_after < self.fewest_for_limits:
            raise ValueError("A mean locks when there are limits, not before")
        if self.line_only and (self.outside or self.run or self.trend or self.two_in_three):
            raise ValueError("A line alone has no mean and no limits that a rule could use")

    def lock(self, began: Began) -> int | None:
        """After how many months a phase that began so keeps its mean and limits; None means never."""
        locks = {Began.FIRST: self.lock_first, Began.BREAK: self.lock_breaks, Began.RUN: True}
        return self.lock_after if locks[began] else None

    @property
    def words(self) -> str:
        """The rules as a chart prints them."""
        if self.line_only:
            return "A line without an average or a usual range, because each figure shares months with its neighbours."
        rules = [
            "it lies outside the usual range" if self.outside else "",
            f"it is one of {self.run} or more in a row on one side of the average" if self.run else "",
            f"it is one of {self.trend} or more that each rise or each fall" if self.trend else "",
            "it is one of two in three near the same end of the usual range" if self.two_in_three else "",
        ]
        told = f"A month stands out when {', or '.join(filter(None, rules))}." if any(rules) else "No month stands out."
        if self.rebase:
            told += f" After {self.run} in a row on one side, the average starts anew from the first of them."
        return told


RUN_OF_EIGHT = RuleSet("Run of eight", run=8, rebase=True)
NHS = RuleSet("NHS Making Data Count", run=7, fewest_behind=7, trend=7, two_in_three=True, lock_after=None)
ROLLING = RuleSet("Line only", outside=False, lock_after=None, line_only=True)
