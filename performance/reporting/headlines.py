"""The signal of a quarter in a few words, as the scorecard prints it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from opcc.core.quarters import Quarter
from opcc.documents.figures import number
from performance.comparison import mean_places
from performance.control_chart import Signal
from performance.enums import MeasureKind, MeasureUnit, SignalKind
from performance.models import Annotation, Measure
from performance.queries.books import Kept
from performance.reporting.charting import Charted, Moved
from performance.reporting.months import few_months

Headline = tuple[SignalKind | None, str, str]
NO_HEADLINE: Headline = (None, "", "")
_ORDER = (SignalKind.HIGH, SignalKind.LOW, SignalKind.TREND, SignalKind.TWO_IN_THREE, SignalKind.SHIFT)


def headline(charted: Charted, kept: Kept, quarter: Quarter) -> Headline:
    """Which signal leads, what it says, and a note beneath. A new average comes first, then months that stand out."""
    moved = [run for run in charted.moved if run.detected_on in quarter.period]
    if moved:
        return _new_mean(moved[-1], kept.series.measure)
    seen = {kind: _of_kind(charted, kind, quarter) for kind in _ORDER}
    found = [kind for kind in _ORDER if seen[kind]]
    if not found:
        return NO_HEADLINE
    told = found[:2] if set(found[:2]) == {SignalKind.HIGH, SignalKind.LOW} else found[:1]
    words = [_WORDS[kind](charted, seen[kind]) for kind in told]
    return (
        found[0],
        "; ".join([words[0], *(f"{each[0].lower()}{each[1:]}" for each in words[1:])]),
        _note(kept.annotations, quarter),
    )


def _of_kind(charted: Charted, kind: SignalKind, quarter: Quarter) -> list[Signal]:
    return [
        label
        for label in charted.chart.labels
        if label.kind.value == kind and charted.month(label.index) in quarter.period
    ]


def _new_mean(run: Moved, measure: Measure) -> Headline:
    note = f"A month, from {run.effective_from:%B %Y}"
    if run.old_mean is None or run.new_mean is None:
        return SignalKind.SHIFT, "New mean", note
    old, new = _means(run.old_mean, run.new_mean, measure)
    return SignalKind.SHIFT, f"Mean {'raised' if run.new_mean > run.old_mean else 'lowered'}, {old} to {new}", note


def _means(old: Decimal, new: Decimal, measure: Measure) -> tuple[str, str]:
    """Both means with the decimals that means of counts have; with more where that does not tell them apart."""
    places = mean_places(old, new) if measure.kind == MeasureKind.COUNT else 1
    unit = "%" if measure.unit == MeasureUnit.PERCENT else ""
    short = [f"{number(mean, places)}{unit}" for mean in (old, new)]
    first, second = short if short[0] != short[1] else [f"{number(mean, 2)}{unit}" for mean in (old, new)]
    return first, second


def _outside(charted: Charted, found: Sequence[Signal]) -> str:
    return f"{'Above' if found[0].up else 'Below'} limit, {few_months(_months(charted, found))}"


def _trend(charted: Charted, found: Sequence[Signal]) -> str:
    return f"{'Rising' if found[-1].up else 'Falling'}, {_in_a_row(charted, found[-1])} months in a row"


def _near(charted: Charted, found: Sequence[Signal]) -> str:
    return f"Near the {'upper' if found[-1].up else 'lower'} limit, {few_months(_months(charted, found))}"


def _shift(charted: Charted, found: Sequence[Signal]) -> str:
    return f"{_in_a_row(charted, found[-1])} months in a row {'above' if found[-1].up else 'below'} the mean"


_WORDS = {
    SignalKind.HIGH: _outside,
    SignalKind.LOW: _outside,
    SignalKind.TREND: _trend,
    SignalKind.TWO_IN_THREE: _near,
    SignalKind.SHIFT: _shift,
}


def _months(charted: Charted, found: Sequence[Signal]) -> list[date]:
    return [charted.month(signal.index) for signal in found]


def _in_a_row(charted: Charted, last: Signal) -> int:
    """How many months without a break, up to this one, are part of the same run or trend."""
    alike = {each.index for each in charted.chart.signals if (each.kind, each.up) == (last.kind, last.up)}
    first = last.index
    while first - 1 in alike:
        first -= 1
    return last.index - first + 1


def _note(annotations: Sequence[Annotation], quarter: Quarter) -> str:
    """What happened to the recording in the quarter, which may explain the signal."""
    found = [each for each in annotations if each.month in quarter.period]
    return f"{found[-1].label}, {found[-1].month:%B %Y}" if found else ""
