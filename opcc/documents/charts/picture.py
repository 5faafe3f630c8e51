"""Where everything stands on a control chart for a screen. One unit is a CSS pixel."""

from dataclasses import replace
from itertools import pairwise
from math import ceil

from opcc.documents.axes import Axis, month_label, month_positions
from opcc.documents.charts.control import ControlSeries, Phase, value_axis
from opcc.documents.charts.sheet import Flag, Sheet, between, in_lines, placed, width_of
from opcc.documents.svg import (
    BAND,
    BLUE,
    GREY,
    GRID,
    INK,
    ORANGE,
    RULE,
    WHITE,
    Point,
    box,
    dot,
    path,
    rule,
    spread,
    text,
)

FLAT = 0.25  # of the height: values that would fill less of it from nought are shown on a cut axis, which is said
SMALL = 10  # means of less are printed with a decimal
MADE_UP = "invented months"


def from_nought(series: ControlSeries) -> bool:
    """Whether the axis starts at nought: unless that would press the values into a thin band."""
    scale = value_axis(series, zero=True)
    seen = [value for value in series.values if value is not None]
    levels = [*seen, *(at for phase in series.phases for _, at in phase.limits)]
    return min(levels) <= 0 or max(levels) - min(levels) >= FLAT * (scale.high - scale.low)


class Picture:
    """One series on one sheet: where everything stands. `above` and `below` leave room for words outside it."""

    def __init__(
        self, series: ControlSeries, sheet: Sheet, *, scale: Axis | None = None, above: float = 0, below: float = 0
    ) -> None:
        self.series = series
        self.sheet = sheet
        self.scale = scale or value_axis(series, zero=from_nought(series))
        self.names = [month_label(month) for month in series.months]
        self.left = max(width_of(self.scale.label(tick), sheet.size) for tick in self.scale.ticks) + 12
        self.edge_words = self._edge_words()
        beside = [width_of(line, sheet.size) for lines, *_ in self.edge_words for line in lines]
        self.edge = sheet.width - max(beside, default=0) - 10
        self.step = (self.edge - self.left) / len(series.months)
        self.flags = placed(self._flags(), sheet, self.left)
        lanes = max((lane for _, lane in self.flags), default=-1) + 1
        self.made_up_line = above + lanes * self.lane + (self.lane if series.synthetic_to is not None else 0)
        self.top = self.made_up_line + 10
        self.flag_base = above + lanes * self.lane
        self.base = self.top + sheet.plot
        self.height = self.base + 2 * sheet.size + below

    @property
    def lane(self) -> float:
        """The height of a line of words above the plot."""
        return self.sheet.size + 6

    def x(self, index: float) -> float:
        return self.left + (index + 0.5) * self.step

    def y(self, value: float) -> float:
        return self.top + (self.scale.high - value) * self.sheet.plot / (self.scale.high - self.scale.low)

    def words(self, at: Point, what: str, *, colour: str = INK, anchor: str = "start", weight: int = 400) -> str:
        return text(at, what, size=self.sheet.size, colour=colour, anchor=anchor, weight=weight)

    def marks(self) -> list[str]:
        """From the back to the front."""
        return [
            *self._projection(),
            *self._grid(),
            *self._months(),
            *self._phases(),
            *self._flag_marks(),
            *self._made_up(),
            *self._points(),
            *self._edge_labels(),
        ]

    def _grid(self) -> list[str]:
        marks = []
        for tick in self.scale.ticks:
            floor, y = tick == self.scale.low, self.y(tick)
            colour, width = (INK, 1.0) if floor else (GRID, 0.75)
            marks.append(rule((self.left, y), (self.edge, y), colour=colour, width=width))
            at = (self.left - 8, y + self.sheet.size * 0.35)
            marks.append(self.words(at, self.scale.label(tick), colour=GREY, anchor="end"))
        if self.scale.broken:
            x, y = self.left, self.base
            breaks = [path([(x - 5, y - rise), (x + 5, y - rise - 5)], width=1) for rise in (6, 11)]
            marks += breaks
        return marks

    def _months(self) -> list[str]:
        count, most = len(self.names), self.sheet.most_labels
        if most is None:
            named = month_positions(self.series.months)
        else:
            every = ceil(count / most)
            named = [index for index in range(count) if index % every == (count - 1) % every]
        marks = []
        for index in named:
            x = self.x(index)
            marks.append(rule((x, self.base), (x, self.base + 6), width=1))
            half = width_of(self.names[index], self.sheet.size) / 2
            at = min(max(x, half), self.sheet.width - half)
            marks.append(
                self.words((at, self.base + 6 + self.sheet.size), self.names[index], colour=GREY, anchor="middle")
            )
        return marks

    def _made_up(self) -> list[str]:
        """A rule over the months that were invented for a specimen, named so."""
        if self.series.synthetic_to is None:
            return []
        left, right = self.x(-0.5), self.x(self.series.synthetic_to + 0.5) - 3
        top = self.made_up_line - 4 - self.sheet.size
        return [
            box((left, top), width_of(MADE_UP, self.sheet.size) + 4, self.sheet.size + 3, fill=WHITE),
            self.words((left + 2, self.made_up_line - 5), MADE_UP, colour=GREY),
            rule((left, self.made_up_line), (right, self.made_up_line), colour=GREY, width=0.75),
        ]

    def _projection(self) -> list[str]:
        """The band of the coming months, with the latest phase's limits going on as dots."""
        if self.series.projection is None:
            return []
        first = len(self.series.values)
        marks: list[str] = []
        for ahead, (low, middle, high) in enumerate(self.series.projection.bands):
            left, right = self.x(first + ahead - 0.5), self.x(first + ahead + 0.5)
            marks.append(box((left, self.y(high)), right - left, self.y(low) - self.y(high), fill=BAND))
            marks.append(rule((left, self.y(middle)), (right, self.y(middle)), colour=GREY, dash="3 3", width=1.25))
        start = self.x(first - 0.5)
        marks += [
            rule((start, self.y(limit)), (self.edge, self.y(limit)), colour=RULE, width=1, dash="1 3")
            for phase in self.series.phases[-1:]
            for _, limit in phase.limits
        ]
        return marks

    def _phases(self) -> list[str]:
        """A mean and two limits each, from half a month before the first to half after the last: steps, no slopes."""
        marks: list[str] = []
        for phase in self.series.phases:
            left, right = self.x(phase.start - 0.5), self.x(phase.end - 0.5)
            marks.append(rule((left, self.y(phase.mean)), (right, self.y(phase.mean)), colour=BLUE, width=2))
            marks += [
                rule((left, self.y(limit)), (right, self.y(limit)), colour=GREY, width=1.5, dash="7 4")
                for _, limit in phase.limits
                if limit > self.scale.low
            ]
        for phase in self.series.phases[:-1]:
            marks += self._earlier(phase)
        return marks

    def _earlier(self, phase: Phase) -> list[str]:
        """The figures of a phase that is over, where they have room; the table has them in any case."""
        words = full = f"Mean {self._level(phase.mean)}"
        if phase.lower is not None and phase.upper is not None:
            full = f"{words}, limits {self._level(phase.lower)} to {self._level(phase.upper)}"
        room = self.x(phase.end - 0.5) - self.x(phase.start - 0.5) - 6
        fitting = next((each for each in (full, words) if width_of(each, self.sheet.size) <= room), None)
        if fitting is None:
            return []
        level = phase.mean if phase.upper is None else phase.upper
        return [self.words((self.x(phase.start - 0.5) + 3, self.y(level) - 6), fitting, colour=GREY)]

    def _flags(self) -> list[Flag]:
        """What happened when: new means, notes, the start of the projection."""
        flags = [
            Flag(self.x(after.start - 0.5), _moved(before, after), dash="2 3")
            for before, after in pairwise(self.series.phases)
        ]
        flags += [Flag(self.x(note.index - 0.5), note.words) for note in self.series.annotations]
        if self.series.projection is not None:
            at = self.x(len(self.series.values) - 0.5)
            flags.append(Flag(at, "projected", ahead=True, colour=GREY))
        return flags

    def _flag_marks(self) -> list[str]:
        """Rules first, then words on white, so that no rule runs through a word."""
        rules, words = [], []
        for flag, lane in self.flags:
            bottom = self.flag_base - lane * self.lane
            start, end = flag.span(self.sheet, self.left)
            rules.append(
                rule(
                    (flag.at, bottom - self.sheet.size),
                    (flag.at, self.base),
                    colour=flag.colour,
                    width=1,
                    dash=flag.dash,
                )
            )
            words.append(
                box((start - 2, bottom - self.sheet.size - 1), end - start + 4, self.sheet.size + 5, fill=WHITE)
            )
            turned = flag.turned(self.sheet, self.left)
            at = (start if turned else end, bottom - 2)
            words.append(self.words(at, flag.words, colour=flag.colour, anchor="start" if turned else "end"))
        return [*rules, *words]

    def _points(self) -> list[str]:
        """The line and its dots; a signal is larger, ringed and lettered, so that it reads without colour."""
        letters = {signal.index: signal.letter for signal in self.series.signals}
        points = [
            None if value is None else (self.x(index), self.y(value)) for index, value in enumerate(self.series.values)
        ]
        small = 2.8 if self.step > 9 else 1.8
        marks = [path(points, width=1.5)]
        marks += [dot(at, small) for index, at in enumerate(points) if at is not None and index not in letters]
        crowded = self.step < 2 * self.sheet.mark + 1
        for index, letter in sorted(letters.items()):
            at = points[index]
            assert at is not None, "checked when the series was made"
            marks += (
                self._crowded(at, letter, last=letters.get(index + 1) != letter)
                if crowded
                else self._lettered(at, letter)
            )
        return marks

    def _lettered(self, at: Point, letter: str) -> list[str]:
        size = self.sheet.mark * 1.4
        return [
            dot(at, self.sheet.mark, fill=ORANGE, stroke=INK, width=1),
            text((at[0], at[1] + size * 0.36), letter, size=size, colour=WHITE, anchor="middle", weight=700),
        ]

    def _crowded(self, at: Point, letter: str, *, last: bool) -> list[str]:
        """Where months stand close together: a ringed dot, and one letter for a run of the same."""
        marks = [dot(at, min(4.5, max(3, self.step / 2)), fill=ORANGE, stroke=INK, width=1)]
        if last:
            down = self.sheet.size + 6 if letter == "L" else -8
            marks.append(self.words((at[0], at[1] + down), letter, anchor="middle", weight=700))
        return marks

    def _edge_words(self) -> list[tuple[tuple[str, ...], float, str, int]]:
        """What stands at the right edge: words in one line or two, the value they stand at, colour and weight."""
        found: list[tuple[str, str, float, str, int]] = []
        for phase in self.series.phases[-1:]:
            found += [(name, self._level(at), at, GREY, 400) for name, at in phase.limits if at > self.scale.low]
            found.append(("mean", self._level(phase.mean), phase.mean, BLUE, 700))
        value = self.series.values[-1]
        if value is not None:
            found.append((self.names[len(self.series.values) - 1], self.series.shown(value), value, INK, 700))
        two_lines = self.sheet.two_lines
        return [
            (in_lines(name, shown, two_lines=two_lines), at, colour, weight)
            for name, shown, at, colour, weight in found
        ]

    def _level(self, level: float) -> str:
        """A mean or a limit: with a decimal where counts are so small that whole numbers would hide it."""
        small = not self.series.places and all(phase.mean < SMALL for phase in self.series.phases)
        return replace(self.series, places=1).shown(level) if small else self.series.shown(level)

    def _edge_labels(self) -> list[str]:
        size = self.sheet.size
        high = (2.15 if self.sheet.two_lines else 1.2) * size
        wanted = spread([self.y(at) for _, at, _, _ in self.edge_words], high)
        # Above stand the words over the plot, beneath the names of the months.
        beneath = 0.8 if self.sheet.two_lines else 0.35
        heights = between(wanted, high, self.top + 1.1 * size - 10, self.base + 2 - beneath * size)
        marks = []
        for (lines, _, colour, weight), height in zip(self.edge_words, heights, strict=True):
            first = height + size * (0.35 if len(lines) == 1 else -0.2)
            marks += [
                self.words((self.edge + 6, first + place * size), line, colour=colour, weight=weight)
                for place, line in enumerate(lines)
            ]
        return marks


def _moved(before: Phase, after: Phase) -> str:
    if after.mean == before.mean:
        return "New mean"
    return "Mean raised" if after.mean > before.mean else "Mean lowered"
