"""A control chart as plain values: its phases, the months that stand out, and where its average started anew."""

from dataclasses import dataclass

from performance.control_chart.rules import Began, RuleSet, SignalKind


@dataclass(frozen=True)
class Phase:
    """Months `start` to `end`, both inside, with one mean and one pair of limits.

    `mean` is None where no month has a value, and the limits are None where there are too few. Limits are the true
    ones, which months are held against; `shown` gives those to draw. `points` counts the months they rest on.
    """

    start: int
    end: int
    mean: float | None
    mean_moving_range: float | None
    lower: float | None
    upper: float | None
    trial: bool
    points: int
    locked: bool
    began: Began

    def shown(self, *, floor: float | None = 0.0, ceiling: float | None = None) -> tuple[float, float] | None:
        """The limits to draw and print: none below nought for counts, none above 100 for percentages."""
        if self.lower is None or self.upper is None:
            return None
        lower = self.lower if floor is None else max(floor, self.lower)
        upper = self.upper if ceiling is None else min(ceiling, self.upper)
        return lower, upper


@dataclass(frozen=True)
class Signal:
    """A month that stands out: why, and whether upwards."""

    index: int
    kind: SignalKind
    up: bool


@dataclass(frozen=True)
class Rebasing:
    """A run that moves the average, for an analyst to confirm.

    `effective_from` is the first month of the run, `detected_on` the month that completed it. `old_mean` is that of the
    months left behind, `new_mean` that of the run as it was detected. `applied` says whether the chart drew it.
    """

    detected_on: int
    effective_from: int
    old_mean: float
    new_mean: float
    applied: bool

    @property
    def up(self) -> bool:
        """Whether the average rose."""
        return self.new_mean > self.old_mean


@dataclass(frozen=True)
class Chart:
    """What `individuals_chart` found, with the choices that it was made by. Months are counted from 0."""

    values: tuple[float | None, ...]
    phases: tuple[Phase, ...]
    signals: tuple[Signal, ...]
    rebasings: tuple[Rebasing, ...]
    rules: RuleSet
    screen: bool

    @property
    def labels(self) -> tuple[Signal, ...]:
        """The one signal of each month that labels it."""
        first: dict[int, Signal] = {}
        for signal in self.signals:
            first.setdefault(signal.index, signal)
        return tuple(first.values())

    def phase_at(self, index: int) -> Phase:
        """The phase in which a month lies."""
        return next(phase for phase in self.phases if phase.start <= index <= phase.end)
