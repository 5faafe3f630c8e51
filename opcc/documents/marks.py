"""Small drawings that stand in a table's cell: a pair of dots for two periods, and a line without axes."""

from dataclasses import dataclass

from opcc.documents.figures import NOT_KNOWN, number
from opcc.documents.svg import (
    BLUE,
    GREY,
    GRID,
    INK,
    ORANGE,
    RULE,
    VALUE_SIZE,
    WHITE,
    Svg,
    dot,
    drawing,
    path,
    rule,
    text,
)

DUMBBELL_WIDTH, DUMBBELL_HEIGHT = 205.0, 19.0
_LEFT, _RIGHT = 8.0, 22.0


@dataclass(frozen=True)
class Dumbbell:
    """Two periods of one row: hollow before, filled after. Rows that share `maximum` share a scale.

    Its height is that of a row of the table, so that the grid lines of the rows join up.
    """

    label: str
    before: int
    after: int
    maximum: int

    @property
    def text(self) -> str:
        """What a screen reader says."""
        return f"{self.label}: {number(self.before)}, then {number(self.after)}"

    @property
    def svg(self) -> Svg:
        """The drawing, 205 by 19 points."""
        return drawing(DUMBBELL_WIDTH, DUMBBELL_HEIGHT, self._marks(), title=self.text)

    def _marks(self) -> list[str]:
        middle = DUMBBELL_HEIGHT / 2
        before = (dumbbell_x(self.before, self.maximum), middle)
        after = (dumbbell_x(self.after, self.maximum), middle)
        same = self.before == self.after
        marks = [
            rule(
                (dumbbell_x(tick, self.maximum), 0),
                (dumbbell_x(tick, self.maximum), DUMBBELL_HEIGHT),
                colour=GRID if tick else RULE,
                width=0.4 if tick else 0.7,
            )
            for tick in dumbbell_ticks(self.maximum)
        ]
        if not same:
            marks.append(rule(before, after, width=1.4))
        marks.append(dot(before, 3, fill=WHITE, stroke=INK, width=1))
        marks.append(dot(after, 1.6 if same else 3, fill=INK if same else BLUE, stroke=INK, width=0.6))
        return marks


@dataclass(frozen=True)
class DumbbellKey:
    """The head of a column of dumbbells: what hollow and filled stand for, and the scale."""

    before: str
    after: str
    maximum: int
    noun: str = ""

    @property
    def text(self) -> str:
        """What a screen reader says."""
        of = f" {self.noun}" if self.noun else ""
        return (
            f"Chart. Hollow circle: {self.before}. Filled circle: {self.after}. "
            f"Scale from 0 to {number(self.maximum)}{of}"
        )

    @property
    def svg(self) -> Svg:
        """The key, 205 by 22 points."""
        second = 11 + 12 + 4.1 * len(self.before)
        marks = [
            dot((11, 5), 3, fill=WHITE, stroke=INK, width=1),
            text((17, 7.8), self.before),
            dot((second + 6, 5), 3, fill=BLUE, stroke=INK, width=0.6),
            text((second + 12, 7.8), self.after),
        ]
        marks += [
            text((dumbbell_x(tick, self.maximum), 20), number(tick), colour=GREY, anchor="middle")
            for tick in dumbbell_ticks(self.maximum)
        ]
        return drawing(DUMBBELL_WIDTH, 22, marks, title=self.text)


def dumbbell_x(value: float, maximum: int) -> float:
    """Where a value stands on a scale from nought to `maximum`."""
    return _LEFT + value * (DUMBBELL_WIDTH - _LEFT - _RIGHT) / max(maximum, 1)


def dumbbell_ticks(maximum: int) -> list[int]:
    """At most five labelled values from nought."""
    sizes = (factor * 10**power for power in range(12) for factor in (1, 2, 5))
    return list(range(0, maximum + 1, next(size for size in sizes if maximum <= 4 * size)))


@dataclass(frozen=True)
class Spark:
    """A line of periods on a scale of its own: the last value a dot with its figure, signals larger ringed dots."""

    label: str
    values: tuple[float | None, ...]
    signals: tuple[int, ...] = ()
    last: str = ""
    width: float = 64.0
    height: float = 12.0

    @property
    def text(self) -> str:
        """What a screen reader says."""
        return f"{self.label}, {len(self.values)} periods, last value {self.last or NOT_KNOWN}"

    @property
    def svg(self) -> Svg:
        """The drawing, 64 by 12 points."""
        return drawing(self.width, self.height, self._marks(), title=self.text)

    def _marks(self) -> list[str]:
        seen = [value for value in self.values if value is not None]
        if not seen:
            return [text((self.width, self.height - 3), self.last, size=VALUE_SIZE, anchor="end")]
        low, high = min(seen), max(seen)
        points = [
            None if value is None else self._point(index, value, low, high) for index, value in enumerate(self.values)
        ]
        marks = [path(points, colour=GREY, width=0.8)]
        ringed = [point for index in self.signals if (point := points[index]) is not None]
        marks += [dot(point, 2.1, fill=ORANGE, stroke=INK, width=0.5) for point in ringed]
        end = points[-1]
        if end is not None and len(points) - 1 not in self.signals:
            marks.append(dot(end, 1.6))
        marks.append(text((self.width, self.height - 3), self.last, size=VALUE_SIZE, anchor="end"))
        return marks

    def _point(self, index: int, value: float, low: float, high: float) -> tuple[float, float]:
        across = (self.width - 32) / max(len(self.values) - 1, 1)
        return 2.5 + index * across, self.height - 2.5 - (value - low) * (self.height - 5) / ((high - low) or 1)
