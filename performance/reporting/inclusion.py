"""Whether a measure has a section in a quarter's report: its rule, the signals, and what the office decided."""

from dataclasses import dataclass

from performance.enums import EVERY_QUARTER, Inclusion, InclusionChoice, SignalKind
from performance.reporting.readings import Reading

EXCEPTIONAL = frozenset({SignalKind.HIGH, SignalKind.LOW})  # a month outside the limits, and nothing else


@dataclass(frozen=True)
class Included:
    """Whether, and why in a few words."""

    is_in: bool
    why: str

    @property
    def words(self) -> str:
        """'Included: quarter'."""
        return f"{'Included' if self.is_in else 'Left out'}: {self.why}"


def included(reading: Reading, choice: InclusionChoice = InclusionChoice.BY_RULE, reason: str = "") -> Included:
    """By the office's choice for the quarter if there is one, else by the measure's rule and the reading's signals."""
    if choice is not InclusionChoice.BY_RULE:
        return Included(choice is InclusionChoice.INCLUDED, reason or choice.label.lower())
    rule = reading.measure.inclusion
    if rule in EVERY_QUARTER:
        return Included(True, f"by its rule, ‘{rule.label}’")
    if rule is Inclusion.EXCEPTIONAL:
        stands_out = any(signal.kind in EXCEPTIONAL for signal in reading.signals)
        return Included(stands_out, "a month is exceptional" if stands_out else "no month is exceptional")
    return Included(False, f"by its rule, ‘{rule.label}’")
