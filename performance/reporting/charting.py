"""The chart of one series up to a month: which rules, where phases begin, and which months stand out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from performance.control_chart import Chart, Rebasing, RuleSet, individuals_chart
from performance.enums import MeasureKind, PhaseOrigin, PhaseState, SignalKind
from performance.models import HouseRules, Measure, PhaseChange
from performance.queries.books import Kept, MonthKept
from performance.queries.rules import rule_set
from performance.reporting.months import month_after, months_between, months_from
from performance.reporting.readings import PhaseSeen, SignalSeen

PLACES = 4  # decimals kept of a mean or a limit, as of the figures themselves
Changes = Mapping[date, PhaseChange]


@dataclass(frozen=True)
class Moved:
    """A new average that a run of months brought. `decision` is empty until it is on record."""

    effective_from: date
    detected_on: date
    old_mean: Decimal | None
    new_mean: Decimal | None
    decision: str = ""


@dataclass(frozen=True)
class Charted:
    """A chart with its months as dates. Not a month is missing from the first with a figure to the last asked for."""

    first: date
    months: Sequence[MonthKept | None]
    chart: Chart
    moved: Sequence[Moved]
    decided: Changes
    is_percent: bool

    @property
    def ceiling(self) -> float | None:
        """Where a limit is drawn at most: no share is more than all of it."""
        return 100.0 if self.is_percent else None

    @property
    def floor(self) -> float | None:
        """Where a limit is drawn at least: at nought, unless figures go below it."""
        return None if any(value is not None and value < 0 for value in self.chart.values) else 0.0

    def month(self, index: int) -> date:
        """The month of that number on the chart."""
        return month_after(self.first, index)

    def phases(self) -> tuple[PhaseSeen, ...]:
        """As they are drawn; none for a line alone."""
        decisions = {run.effective_from: run.decision for run in self.moved}
        decisions |= {start: change.state for start, change in self.decided.items()}
        return tuple(
            PhaseSeen(
                first=self.month(phase.start),
                last=self.month(phase.end),
                mean=decimal(phase.mean),
                lower=decimal(shown[0]) if shown else None,
                upper=decimal(shown[1]) if shown else None,
                is_trial=phase.trial,
                decision=decisions.get(self.month(phase.start), ""),
            )
            for phase in self.chart.phases
            if phase.mean is not None
            for shown in [phase.shown(floor=self.floor, ceiling=self.ceiling)]
        )

    def signals(self) -> tuple[SignalSeen, ...]:
        """One a month: the one that labels it."""
        return tuple(
            SignalSeen(month, kind, f"{_WORDS[kind][label.up]} in {month:%B %Y}")
            for label in self.chart.labels
            for month, kind in [(self.month(label.index), SignalKind(label.kind.value))]
        )


_WORDS = {
    SignalKind.HIGH: ("", "Above the upper limit"),
    SignalKind.LOW: ("Below the lower limit", ""),
    SignalKind.SHIFT: ("In a run below the mean", "In a run above the mean"),
    SignalKind.TREND: ("In a run of falls", "In a run of rises"),
    SignalKind.TWO_IN_THREE: (
        "Near the lower limit, as one of two in three",
        "Near the upper limit, as one of two in three",
    ),
}


def charted(kept: Kept, house: HouseRules, *, until: date) -> Charted | None:
    """The chart of the months up to `until`, as it was to be drawn when that month's figures came; None without any.

    Notes never begin a phase by themselves: a decision does. A run that an analyst declined is not drawn, and then
    the runs after it are held against the average that stayed.
    """
    known = {month: figure for month, figure in kept.months.items() if month <= until}
    if not known:
        return None
    first = min(known)
    months = [known.get(month) for month in months_between(first, until)]
    drawing = _Drawing(
        first=first,
        values=[_charted_value(figure, house, kept) for figure in months],
        rules=rule_set(house, kept.series.measure),
        screen=house.screen,
        changes={
            each.effective_from: each
            for each in kept.changes
            if first < each.effective_from <= until and each.detected_on <= until
        },
    )
    chart, moved = drawing.drawn()
    return Charted(first, months, chart, moved, drawing.noted, kept.series.measure.is_percent)


def decimal(value: float) -> Decimal:
    """A computed number with the digits that are kept of it."""
    return Decimal(repr(round(value, PLACES))) + 0


def is_hidden(measure: Measure, asked: int | None, house: HouseRules) -> bool:
    """Whether so few people were asked that their share says nothing."""
    return measure.kind == MeasureKind.SURVEY and asked is not None and asked < house.survey_hidden_below


def _charted_value(figure: MonthKept | None, house: HouseRules, kept: Kept) -> float | None:
    if figure is None or figure.value is None or is_hidden(kept.series.measure, figure.n, house):
        return None
    return float(figure.value)


@dataclass(frozen=True)
class _Drawing:
    """What a chart is drawn from: values by month, the rules, and the changes of average on record by then."""

    first: date
    values: Sequence[float | None]
    rules: RuleSet
    screen: bool
    changes: Changes

    @property
    def noted(self) -> Changes:
        """Those decided on a note: each begins a phase."""
        return {start: each for start, each in self.changes.items() if each.origin == PhaseOrigin.ANNOTATION}

    @property
    def runs(self) -> Changes:
        return {start: each for start, each in self.changes.items() if each.origin == PhaseOrigin.RUN}

    def drawn(self) -> tuple[Chart, list[Moved]]:
        """The chart, and every run that began a phase of it."""
        chart = self.chart(self.rules, ())
        found = self.applied(chart)
        # A confirmed run stays where it was confirmed, also when a revised figure or another rule no longer finds it.
        kept = [start for start in self._confirmed() if start not in found]
        if kept:
            chart = self.chart(self.rules, kept)
            found = self.applied(chart)
        if any(start in self.runs and self.runs[start].state == PhaseState.DECLINED for start in found):
            return self.drawn_by_decision()
        return chart, self._in_order({**found, **self._on_record(kept)})

    def drawn_by_decision(self) -> tuple[Chart, list[Moved]]:
        """Without the rule's own phases: those on record that nobody declined, and the runs that are found between."""
        rules = replace(self.rules, rebase=False)
        moved = self._on_record([start for start, each in self.runs.items() if each.state != PhaseState.DECLINED])
        while True:
            chart = self.chart(rules, moved)
            found = [self.seen(run) for run in chart.rebasings]
            fresh = [run for run in found if run.effective_from not in self.runs]
            if not fresh:
                return chart, self._in_order(moved)
            moved[fresh[0].effective_from] = fresh[0]

    def chart(self, rules: RuleSet, runs: Iterable[date]) -> Chart:
        starts = sorted({*self.noted, *runs})
        breaks = [months_from(self.first, start) for start in starts]
        return individuals_chart(self.values, rules=rules, screen=self.screen, breaks=breaks)

    def applied(self, chart: Chart) -> dict[date, Moved]:
        """The runs that the chart began a phase with by itself."""
        return {seen.effective_from: seen for run in chart.rebasings if run.applied for seen in [self.seen(run)]}

    def seen(self, run: Rebasing) -> Moved:
        start = month_after(self.first, run.effective_from)
        decision = self.runs[start].state if start in self.runs else ""
        return Moved(
            start, month_after(self.first, run.detected_on), decimal(run.old_mean), decimal(run.new_mean), decision
        )

    def _confirmed(self) -> list[date]:
        return [start for start, each in self.runs.items() if each.state == PhaseState.CONFIRMED]

    def _on_record(self, starts: Iterable[date]) -> dict[date, Moved]:
        return {
            start: Moved(start, each.detected_on, each.old_mean, each.new_mean, each.state)
            for start in starts
            for each in [self.runs[start]]
        }

    @staticmethod
    def _in_order(moved: Mapping[date, Moved]) -> list[Moved]:
        return [moved[start] for start in sorted(moved)]
