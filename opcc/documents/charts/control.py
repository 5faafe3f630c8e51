"""A control chart: monthly points, the mean and limits of each phase, signals, annotations, a projection.

It draws what it is given. The statistics are worked out elsewhere.
"""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from opcc.documents.axes import Axis, axis, month_label, month_positions
from opcc.documents.charts.chart import FOLLOWS, TOP, WIDTH, Chart, alternative
from opcc.documents.charts.periods import Frame, axis_warning, edge_labels
from opcc.documents.svg import (
    BAND,
    BLUE,
    GREY,
    INK,
    NOTE_SIZE,
    ORANGE,
    RULE,
    VALUE_SIZE,
    box,
    dot,
    drawing,
    path,
    rule,
    text,
)
from opcc.documents.tables import Column, Table, row

LETTERS = {
    "H": "high: above the upper limit",
    "L": "low: below the lower limit",
    "S": "shift",
    "T": "trend",
    "N": "two of three near a limit",
}
_LETTER_AT = {"H": (0.0, -6.0), "L": (0.0, 12.0), "S": (-8.0, -3.0), "T": (8.0, -3.0), "N": (8.0, -3.0)}


@dataclass(frozen=True)
class Phase:
    """Months from `start` up to, not including, `end`, with one mean and one pair of limits.

    The limits are None where the months are too few for any. `trial` says that they still move.
    """

    start: int
    end: int
    mean: float
    lower: float | None
    upper: float | None
    trial: bool = False

    @property
    def limits(self) -> tuple[tuple[str, float], ...]:
        """The limits there are, upper first, as their labels name them."""
        named = (("upper limit", self.upper), ("lower limit", self.lower))
        return tuple((f"trial {name}" if self.trial else name, at) for name, at in named if at is not None)


@dataclass(frozen=True)
class Signal:
    """A month that stands out: H above the upper limit, L below the lower, S a shift, T a trend, N near it."""

    index: int
    letter: str
    lettered: bool = True  # a run has its letter once

    def __post_init__(self) -> None:
        if self.letter not in LETTERS:
            raise ValueError(f"'{self.letter}' is not a signal; use one of {', '.join(LETTERS)}")


@dataclass(frozen=True)
class Annotation:
    """Something that happened at the start of a month, in a few words."""

    index: int
    words: str


@dataclass(frozen=True)
class Projection:
    """One band for each coming month: (low, middle, high). `words` names it: '80% band'."""

    bands: tuple[tuple[float, float, float], ...]
    words: str = "80% band"


@dataclass(frozen=True)
class ControlSeries:
    """What a control chart is drawn from. `values` follow `first_month` month by month; None was not recorded.

    Without phases it is a line alone, for figures that share months with their neighbours.
    """

    first_month: date
    values: tuple[int | float | None, ...]
    phases: tuple[Phase, ...]
    signals: tuple[Signal, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    projection: Projection | None = None
    synthetic_to: int | None = None  # the last month whose value was made up, for a specimen
    places: int = 0
    suffix: str = ""

    def __post_init__(self) -> None:
        if not any(value is not None for value in self.values):
            raise ValueError("A control chart needs at least one month with a value")
        if any(not 0 <= phase.start < phase.end <= len(self.values) for phase in self.phases):
            raise ValueError("A phase reaches beyond the months of the chart")
        if any(self.values[signal.index] is None for signal in self.signals):
            raise ValueError("A month without a value cannot carry a signal")

    @property
    def months(self) -> tuple[date, ...]:
        """Every month drawn, the projected ones included."""
        ahead = len(self.projection.bands) if self.projection else 0
        first = self.first_month.year * 12 + self.first_month.month - 1
        return tuple(date((first + n) // 12, (first + n) % 12 + 1, 1) for n in range(len(self.values) + ahead))

    def to_dict(self) -> dict[str, Any]:
        """JSON-safe and exact: `from_dict(to_dict(s)) == s`."""
        return {**asdict(self), "first_month": self.first_month.isoformat()}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "ControlSeries":
        """The series that `to_dict` wrote."""
        projection = data["projection"]
        return cls(
            **{
                **data,
                "first_month": date.fromisoformat(data["first_month"]),
                "values": tuple(data["values"]),
                "phases": tuple(Phase(**phase) for phase in data["phases"]),
                "signals": tuple(Signal(**signal) for signal in data["signals"]),
                "annotations": tuple(Annotation(**note) for note in data["annotations"]),
                "projection": projection and Projection(tuple(map(tuple, projection["bands"])), projection["words"]),
            }
        )

    def shown(self, value: float) -> str:
        """A value as the chart labels it."""
        return f"{value:,.{self.places}f}{self.suffix}".replace("-", "−")


def control_chart(
    series: ControlSeries,
    *,
    title: str,
    description: str,
    noun: str,
    zero: bool = True,
    height: float = 252,
    figure_number: str = "",
    source: str = "",
) -> Chart:
    """The chart and the table of its months. `zero=False` cuts the axis, and the subtitle says so."""
    frame = Frame(len(series.months), value_axis(series, zero=zero), height)
    names = [month_label(month) for month in series.months]
    marks = [*frame.grid(), *frame.labels(names, month_positions(series.months))]
    marks += _synthetic(series, frame)
    marks += _projection(series, frame)
    marks += _phases(series, frame)
    marks += _annotations(series, frame)
    marks += _points(series, frame)
    marks += _labels(series, frame, names)
    svg = drawing(WIDTH, height, marks, title=alternative(title, description), description=FOLLOWS, stretch=True)
    table = _table(series, names, title=title, noun=noun, source=source)
    return Chart(svg, title, description, table, subtitle=axis_warning(frame.scale), number=figure_number)


def value_axis(series: ControlSeries, *, zero: bool) -> Axis:
    """The scale of values that holds every value, limit and projected month."""
    seen = [value for value in series.values if value is not None]
    bands = series.projection.bands if series.projection else ()
    limits = [at for phase in series.phases for _, at in phase.limits]
    lows = [*seen, *limits, *(low for low, _, _ in bands)]
    highs = [*seen, *limits, *(high for _, _, high in bands)]
    return axis(min(lows), max(highs), zero=zero, suffix=series.suffix, whole=not series.places)


def _synthetic(series: ControlSeries, frame: Frame) -> list[str]:
    """A rule over the months that were made up, named so."""
    if series.synthetic_to is None:
        return []
    left, right = frame.x(-0.5), frame.x(series.synthetic_to + 0.5) - 1.5
    return [
        text((left + 2, TOP - 14), "invented months", size=NOTE_SIZE, colour=GREY),
        rule((left, TOP - 11), (right, TOP - 11), colour=GREY, width=0.5),
    ]


def _projection(series: ControlSeries, frame: Frame) -> list[str]:
    """The lighter bands after a rule 'projected', and the last phase's limits going on as dots."""
    if series.projection is None:
        return []
    first = len(series.values)
    start = frame.x(first - 0.5)
    marks: list[str] = []
    for ahead, (low, middle, high) in enumerate(series.projection.bands):
        left, right = frame.x(first + ahead - 0.5), frame.x(first + ahead + 0.5)
        marks.append(box((left, frame.y(high)), right - left, frame.y(low) - frame.y(high), fill=BAND))
        marks.append(rule((left, frame.y(middle)), (right, frame.y(middle)), colour=GREY, width=0.8, dash="2 2"))
    marks += [
        rule((start, frame.y(limit)), (frame.edge, frame.y(limit)), colour=RULE, width=0.6, dash="1 2")
        for phase in series.phases[-1:]
        for _, limit in phase.limits
    ]
    marks.append(rule((start, TOP - 8), (start, frame.base), colour=GREY, width=0.6))
    marks.append(text((start + 2.5, TOP - 2), "projected", size=NOTE_SIZE, colour=GREY))
    top = frame.y(max(high for _, _, high in series.projection.bands))
    marks.append(text((frame.edge - 2, top + 8), series.projection.words, size=NOTE_SIZE, colour=GREY, anchor="end"))
    return marks


def _phases(series: ControlSeries, frame: Frame) -> list[str]:
    """A mean and two limits for each phase, from half a step before its first month to half after its last."""
    marks: list[str] = []
    for phase in series.phases:
        left, right = frame.x(phase.start - 0.5), frame.x(phase.end - 0.5)
        marks.append(rule((left, frame.y(phase.mean)), (right, frame.y(phase.mean)), colour=BLUE, width=1.1))
        marks += [
            rule((left, frame.y(limit)), (right, frame.y(limit)), colour=GREY, width=0.8, dash="4 2.5")
            for _, limit in phase.limits
            if limit > frame.scale.low
        ]
    for phase in series.phases[:-1]:
        at = (frame.x(phase.start - 0.5) + 2, frame.y(phase.mean if phase.upper is None else phase.upper) - 4)
        marks.append(text(at, _earlier(series, phase), size=NOTE_SIZE, colour=GREY))
    return marks


def _earlier(series: ControlSeries, phase: Phase) -> str:
    """The figures of a phase that is over."""
    words = f"mean {series.shown(phase.mean)}"
    if phase.lower is None or phase.upper is None:
        return words
    return f"{words}, limits {series.shown(phase.lower)} to {series.shown(phase.upper)}"


def _annotations(series: ControlSeries, frame: Frame) -> list[str]:
    """A rule before the month, its words to the left, or to the right where the left has no room."""
    marks: list[str] = []
    for note in series.annotations:
        x = frame.x(note.index - 0.5)
        room = x - frame.x(-0.5) > 3.6 * len(note.words)
        marks.append(rule((x, TOP - 8), (x, frame.base), width=0.6))
        at = (x - 2.5 if room else x + 2.5, TOP - 2)
        marks.append(text(at, note.words, size=NOTE_SIZE, anchor="end" if room else "start"))
    return marks


def _points(series: ControlSeries, frame: Frame) -> list[str]:
    """The line and its dots; a signal is larger, ringed and lettered, so that it reads without colour."""
    letters = {signal.index: signal for signal in series.signals}
    points = [None if value is None else (frame.x(index), frame.y(value)) for index, value in enumerate(series.values)]
    marks = [path(points)]
    marks += [dot(point, 1.5) for index, point in enumerate(points) if point is not None and index not in letters]
    for index, signal in sorted(letters.items()):
        point = points[index]
        assert point is not None, "checked when the series was made"
        across, down = _LETTER_AT[signal.letter]
        at = (point[0] + across, point[1] + down)
        marks.append(dot(point, 3.4, fill=ORANGE, stroke=INK, width=0.7))
        if signal.lettered:
            marks.append(text(at, signal.letter, size=VALUE_SIZE, anchor="middle", weight=700))
    return marks


def _labels(series: ControlSeries, frame: Frame, names: list[str]) -> list[str]:
    """The last phase's mean and limits at the right edge, and the last value beside its point or there too."""
    labels: list[tuple[str, float, str, int]] = []
    for phase in series.phases[-1:]:
        labels += [(name, at, GREY, 400) for name, at in phase.limits]
        labels.insert(1 if phase.upper is not None else 0, ("mean", phase.mean, BLUE, 600))
    marks: list[str] = []
    last, value = len(series.values) - 1, series.values[-1]
    if value is not None and series.projection is None:
        labels.append((names[last], value, INK, 700))
    elif value is not None:
        at = (frame.x(last + 0.5) + 3, frame.y(value) + 2.6)
        marks.append(text(at, f"{names[last]} {series.shown(value)}", weight=700))
    shown = [
        (f"{name} {series.shown(at)}", at, colour, weight)
        for name, at, colour, weight in labels
        if at > frame.scale.low
    ]
    return marks + edge_labels(frame, shown)


def _table(series: ControlSeries, names: list[str], *, title: str, noun: str, source: str) -> Table:
    letters = {signal.index: signal.letter for signal in series.signals}
    rows = tuple(
        row(names[index], None if value is None else series.shown(value), _signal_words(letters.get(index)))
        for index, value in enumerate(series.values)
    )
    columns = (Column("Month", width_mm=40), Column(noun, width_mm=40, numeric=True), Column("Signal"))
    return Table(caption=title, columns=columns, rows=rows, source=source)


def _signal_words(letter: str | None) -> str:
    return f"{letter}, {LETTERS[letter]}" if letter else ""


def frozen_control_chart(*, series: dict[str, Any], **rest: Any) -> Chart:
    """The chart of a series that was kept as JSON (`ControlSeries.to_dict`)."""
    return control_chart(ControlSeries.from_dict(series), **rest)
