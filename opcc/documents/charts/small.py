"""Small drawings for a screen, in CSS pixels: a line beside words, bars by area, one line of several on a scale.

Their words stand on the page beside them; a page says what each shows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from opcc.documents.axes import Axis, axis
from opcc.documents.svg import (
    BLUE,
    GREY,
    GRID,
    INK,
    ORANGE,
    WHITE,
    Point,
    Svg,
    box,
    dot,
    drawing,
    path,
    rule,
    text,
    unspoken,
)

Values = Sequence[float | None]

SPARK_WIDTH, SPARK_HEIGHT = 150.0, 34.0
_SPARK_LEFT, _SPARK_RIGHT, _SPARK_EDGE = 8.0, 14.0, 7.0
_BARS_WIDTH, _NAMES, _VALUES, _ROW, _BAR = 480.0, 218.0, 70.0, 34.0, 22.0
_ONE_WIDTH, _ONE_HEIGHT = 260.0, 120.0
_ONE_LEFT, _ONE_RIGHT, _ONE_TOP, _ONE_BASE = 44.0, 8.0, 10.0, 96.0
SMALL_TEXT, BAR_TEXT = 12.0, 15.0


def sparkline(values: Values, *, signal: tuple[int, str] | None = None) -> Svg | None:
    """A line on a scale of its own: a dot for the last value, a lettered one for the latest signal. Silent.

    None where there is nothing to draw.
    """
    seen = [value for value in values if value is not None]
    if not seen:
        return None
    low, high = min(seen), max(seen)
    points = [
        None if value is None else _spark_point(index, value, values, low, high) for index, value in enumerate(values)
    ]
    marks = [path(points, width=1.25)]
    last = points[-1]
    if last is not None:
        marks.append(dot(last, 3))
    marked = points[signal[0]] if signal is not None else None
    if signal is not None and marked is not None:
        marks.append(dot(marked, 6.5, fill=ORANGE, stroke=INK, width=0.75))
        marks.append(text((marked[0], marked[1] + 3.2), signal[1], size=9, colour=WHITE, anchor="middle", weight=700))
    return unspoken(SPARK_WIDTH, SPARK_HEIGHT, marks)


def _spark_point(index: int, value: float, values: Values, low: float, high: float) -> Point:
    across = (SPARK_WIDTH - _SPARK_LEFT - _SPARK_RIGHT) / max(len(values) - 1, 1)
    room = SPARK_HEIGHT - 2 * _SPARK_EDGE
    up = (value - low) * room / (high - low) if high > low else room / 2
    return _SPARK_LEFT + index * across, SPARK_HEIGHT - _SPARK_EDGE - up


@dataclass(frozen=True)
class RankedBar:
    """One bar: its name, its length, what stands at its end. The whole is what the others are parts of."""

    name: str
    value: float
    label: str
    is_whole: bool = False


def ranked_bars(values: Sequence[RankedBar], *, title: str) -> Svg:
    """Bars from nought, the longest first; the whole is grey and bold. Raises ValueError for none or a negative one."""
    if not values:
        raise ValueError("A bar chart needs at least one value")
    if any(each.value < 0 for each in values):
        raise ValueError("A bar chart starts at zero: it cannot show a negative value")
    shown = sorted(values, key=lambda each: (-each.value, each.name.casefold()))
    per_unit = (_BARS_WIDTH - _NAMES - _VALUES) / (shown[0].value or 1)
    marks = []
    for place, each in enumerate(shown):
        top = place * _ROW + (_ROW - _BAR) / 2
        at = top + _BAR / 2 + 5
        name_weight = 700 if each.is_whole else 400
        marks += [
            text((_NAMES - 8, at), _shortened(each.name), size=BAR_TEXT, anchor="end", weight=name_weight),
            box((_NAMES, top), max(each.value * per_unit, 1), _BAR, fill=GREY if each.is_whole else BLUE),
            text((_NAMES + each.value * per_unit + 6, at), each.label, size=BAR_TEXT, weight=700),
        ]
    return drawing(_BARS_WIDTH, _ROW * len(shown), marks, title=title, stretch=True)


def shared_axis(series: Sequence[Values], *, suffix: str = "", whole: bool = True) -> Axis:
    """One scale from nought for several lines."""
    seen = [value for values in series for value in values if value is not None]
    return axis(min(seen, default=0), max(seen, default=1), suffix=suffix, whole=whole)


def one_of_several(values: Values, scale: Axis, *, first: str, last: str, title: str) -> Svg:
    """A line on a scale that it shares with others; `first` and `last` name the months at its ends."""

    def point(index: int, value: float) -> Point:
        step = (_ONE_WIDTH - _ONE_LEFT - _ONE_RIGHT) / max(len(values) - 1, 1)
        return _ONE_LEFT + index * step, height(value)

    def height(value: float) -> float:
        return _ONE_TOP + (scale.high - value) * (_ONE_BASE - _ONE_TOP) / (scale.high - scale.low)

    edge = _ONE_WIDTH - _ONE_RIGHT
    marks = []
    for tick in (scale.low, scale.high):
        y, floor = height(tick), tick == scale.low
        marks.append(rule((_ONE_LEFT, y), (edge, y), colour=INK if floor else GRID, width=1 if floor else 0.75))
        marks.append(text((_ONE_LEFT - 6, y + 4), scale.label(tick), size=SMALL_TEXT, colour=GREY, anchor="end"))
    marks.append(text((_ONE_LEFT, _ONE_BASE + 18), first, size=SMALL_TEXT, colour=GREY))
    marks.append(text((edge, _ONE_BASE + 18), last, size=SMALL_TEXT, colour=GREY, anchor="end"))
    points = [None if value is None else point(index, value) for index, value in enumerate(values)]
    marks.append(path(points, width=1.5))
    if points and points[-1] is not None:
        marks.append(dot(points[-1], 3.5))
    return drawing(_ONE_WIDTH, _ONE_HEIGHT, marks, title=title, stretch=True)


def _shortened(name: str, most: int = 23) -> str:
    """A name that fits the space left of the bars; the table gives it whole."""
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"
