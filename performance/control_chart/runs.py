"""Runs on one side of the mean as they come to light month by month, and the phases they begin."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from performance.control_chart.chart import Rebasing
from performance.control_chart.months import Months
from performance.control_chart.phases import Span, basis, mean_of
from performance.control_chart.rules import Began, RuleSet


def divided(months: Months, starts: Sequence[int], rules: RuleSet) -> tuple[list[Span], list[Rebasing]]:
    """Every phase in order, and every run that moved the average or would."""
    spans: list[Span] = []
    rebasings: list[Rebasing] = []
    for start, stop in pairwise([*starts, len(months.values)]):
        span, resume = Span(start, stop, Began.BREAK if start else Began.FIRST), start
        while found := _found(months, span, resume, rules):
            rebasings += found
            if not rules.rebase:
                break
            spans.append(Span(span.start, found[0].effective_from, span.began))
            span, resume = Span(found[0].effective_from, stop, Began.RUN), found[0].detected_on + 1
        spans.append(span)
    return spans, rebasings


def _found(months: Months, span: Span, resume: int, rules: RuleSet) -> list[Rebasing]:
    """What the runs of one phase say; only the first where it starts another phase."""
    found: list[Rebasing] = []
    for first, last in _runs(months, span, resume, rules):
        before = mean_of(basis(months.values, Span(span.start, first, span.began), rules))
        after = mean_of(months.values[first : last + 1])
        found.append(Rebasing(last, first, old_mean=before, new_mean=after, applied=rules.rebase))
        if rules.rebase:
            break
    return found


def _runs(months: Months, span: Span, resume: int, rules: RuleSet) -> Iterator[tuple[int, int]]:
    """First month and month of detection of each run, held against the mean as it was known in that month.

    Months before `resume` were already part of a detection. A run that goes on is told once.
    """
    if rules.run is None:
        return
    back, told = rules.run - 1, span.start - 1
    earliest = max(span.start, resume - back)
    if earliest + back >= span.stop:
        return
    means = months.known_means(span.start, earliest + back, span.stop, rules.lock(span.began))
    for hit in months.one_sided(earliest, span.stop - 1 - back, means).tolist():
        opening = earliest + hit
        if opening <= told:
            told = opening + back
            continue
        first = _first(months, opening, told + 1, float(means[hit]))
        if first - span.start - months.values[span.start : first].count(None) >= rules.fewest_behind:
            told = opening + back
            yield first, told


def _first(months: Months, first: int, earliest: int, mean: float) -> int:
    """Where a run begins that is known to hold month `first`."""
    up = months.lows[first] > mean
    while first > earliest:
        value = months.values[first - 1]
        if value is None or (value - mean if up else mean - value) <= months.near:
            break
        first -= 1
    return first
