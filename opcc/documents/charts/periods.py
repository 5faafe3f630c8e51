"""One value for each of several periods: upright columns for counts, a line for what runs on."""

from collections.abc import Sequence
from dataclasses import dataclass

from opcc.documents.axes import Axis, axis, label_positions
from opcc.documents.charts.chart import BOTTOM, FOLLOWS, LABEL_GAP, LEFT, RIGHT, TOP, WIDTH, Chart, alternative
from opcc.documents.figures import number
from opcc.documents.svg import (
    BLUE,
    GREY,
    GRID,
    INK,
    TEXT_SIZE,
    Point,
    box,
    dot,
    drawing,
    f,
    path,
    rule,
    spread,
    text,
)
from opcc.documents.tables import Column, Table, row

Values = Sequence[int | float | None]


@dataclass(frozen=True)
class Frame:
    """The plot: where a period and a value stand. Periods sit in the middle of equal steps."""

    periods: int
    scale: Axis
    height: float
    right: float = RIGHT
    top: float = TOP

    @property
    def edge(self) -> float:
        return WIDTH - self.right

    @property
    def base(self) -> float:
        return self.height - BOTTOM

    @property
    def step(self) -> float:
        return (self.edge - LEFT) / max(self.periods, 1)

    def x(self, index: float) -> float:
        return LEFT + (index + 0.5) * self.step

    def y(self, value: float) -> float:
        return self.top + (self.scale.high - value) * (self.base - self.top) / (self.scale.high - self.scale.low)

    def grid(self) -> list[str]:
        """The level rules with their labels, and a break where the axis does not reach zero."""
        marks: list[str] = []
        for tick in self.scale.ticks:
            floor = tick == self.scale.low
            y = self.y(tick)
            marks.append(rule((LEFT, y), (self.edge, y), colour=INK if floor else GRID, width=0.7 if floor else 0.4))
            marks.append(text((LEFT - 5, y + 2.6), self.scale.label(tick), colour=GREY, anchor="end"))
        if self.scale.broken:
            low, high = f(self.base - 3), f(self.base - 6)
            marks.append(f'<path d="M27 {low}l6 -3M27 {high}l6 -3" fill="none" stroke="{INK}" stroke-width="0.7"/>')
        return marks

    def labels(self, names: Sequence[str], shown: Sequence[int]) -> list[str]:
        """A small tick for each period, a longer one with its name for those `shown`."""
        marks: list[str] = []
        for index in range(self.periods):
            x, long = self.x(index), index in shown
            marks.append(rule((x, self.base), (x, self.base + (4 if long else 2)), width=0.5))
            if long:
                marks.append(text((x, self.base + 12.5), names[index], colour=GREY, anchor="middle"))
        return marks


def columns(
    values: Sequence[tuple[str, int | None]],
    *,
    title: str,
    description: str,
    noun: str,
    heading: str = "Period",
    height: float = 150,
    figure_number: str = "",
    source: str = "",
) -> Chart:
    """Upright columns from zero, the value on each where they are at most 24. None leaves a gap, 'not known'."""
    names, counts = _split(values)
    frame = Frame(len(names), axis(0, max(counts, default=1)), height, right=4, top=12)
    marks = [*frame.grid(), *frame.labels(names, label_positions(len(names)))]
    for index, (_, value) in enumerate(values):
        if value is None:
            continue
        wide = min(frame.step * 0.64, 34)
        marks.append(box((frame.x(index) - wide / 2, frame.y(value)), wide, frame.base - frame.y(value), fill=BLUE))
        if len(values) <= 24:
            marks.append(text((frame.x(index), frame.y(value) - 3), number(value), anchor="middle", weight=600))
    table = _table(values, title=title, noun=noun, heading=heading, source=source)
    svg = drawing(WIDTH, height, marks, title=alternative(title, description), description=FOLLOWS, stretch=True)
    return Chart(svg, title, description, table, number=figure_number)


def line(
    values: Sequence[tuple[str, int | None]],
    *,
    title: str,
    description: str,
    noun: str,
    heading: str = "Period",
    zero: bool = True,
    height: float = 150,
    figure_number: str = "",
    source: str = "",
) -> Chart:
    """Points joined over periods, the first and the last labelled. None is a gap and stays one.

    `zero=False` starts the axis above nought where that shows more; the subtitle then says so.
    """
    names, counts = _split(values)
    scale = axis(min(counts, default=0), max(counts, default=1), zero=zero)
    frame = Frame(len(names), scale, height, top=12)
    points: list[Point | None] = [
        None if value is None else (frame.x(index), frame.y(value)) for index, (_, value) in enumerate(values)
    ]
    marks = [*frame.grid(), *frame.labels(names, label_positions(len(names))), path(points)]
    marks += [dot(point, 1.5) for point in points if point is not None]
    known = [(name, value) for name, value in values if value is not None]
    if known:
        name, value = known[-1]
        marks += edge_labels(frame, [(f"{name}: {number(value)}", value, INK, 700)])
    table = _table(values, title=title, noun=noun, heading=heading, source=source)
    svg = drawing(WIDTH, height, marks, title=alternative(title, description), description=FOLLOWS, stretch=True)
    return Chart(svg, title, description, table, subtitle=axis_warning(scale), number=figure_number)


def edge_labels(frame: Frame, labels: Sequence[tuple[str, float, str, int]]) -> list[str]:
    """Words at the right edge, each beside its value, none over another: (words, value, colour, weight)."""
    heights = spread([frame.y(value) for _, value, _, _ in labels], LABEL_GAP)
    return [
        text((frame.edge + 4, height + 2.6), words, size=TEXT_SIZE, colour=colour, weight=weight)
        for (words, _, colour, weight), height in zip(labels, heights, strict=True)
    ]


def axis_warning(scale: Axis) -> str:
    """What the reader is told where the axis does not start at zero."""
    return f"The vertical axis starts at {scale.label(scale.low)}" if scale.broken else ""


def _split(values: Sequence[tuple[str, int | None]]) -> tuple[list[str], list[int]]:
    if not values:
        raise ValueError("A chart over periods needs at least one period")
    return [name for name, _ in values], [value for _, value in values if value is not None]


def _table(values: Sequence[tuple[str, int | None]], *, title: str, noun: str, heading: str, source: str) -> Table:
    return Table(
        caption=title,
        columns=(Column(heading), Column(noun, width_mm=40, numeric=True)),
        rows=tuple(row(name, value) for name, value in values),
        source=source,
    )
