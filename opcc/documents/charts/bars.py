"""Horizontal bars: one value for each of several things."""

from collections.abc import Sequence

from opcc.documents.axes import axis
from opcc.documents.charts.chart import FOLLOWS, WIDTH, Chart, alternative
from opcc.documents.figures import number
from opcc.documents.svg import BLUE, GREY, INK, VALUE_SIZE, box, drawing, rule, text
from opcc.documents.tables import Column, Table, row

_ROW, _BAR, _NAMES, _VALUES = 16.0, 9.0, 150.0, 40.0


def bars(
    values: Sequence[tuple[str, int]],
    *,
    title: str,
    description: str,
    noun: str,
    heading: str = "Name",
    keep_order: bool = False,
    figure_number: str = "",
    source: str = "",
) -> Chart:
    """Bars from zero with the value at each end, the largest first unless `keep_order`.

    `values` are pairs of name and whole number, none negative; `noun` heads the numbers of the table.
    Raises ValueError for no values or a negative one.
    """
    if not values:
        raise ValueError("A bar chart needs at least one value")
    if any(value < 0 for _, value in values):
        raise ValueError("A bar chart starts at zero: it cannot show a negative value")
    shown = list(values) if keep_order else sorted(values, key=lambda pair: (-pair[1], pair[0].casefold()))
    scale = axis(0, max(value for _, value in shown))
    per_unit = (WIDTH - _NAMES - _VALUES) / scale.high
    height = _ROW * len(shown) + 4
    marks = [rule((_NAMES, 0), (_NAMES, height), width=0.7)]
    for index, (name, value) in enumerate(shown):
        top = 2 + index * _ROW
        baseline = top + _ROW / 2 + 2.8
        marks.append(text((_NAMES - 6, baseline), _shortened(name), size=VALUE_SIZE, anchor="end"))
        marks.append(box((_NAMES, top + (_ROW - _BAR) / 2), value * per_unit, _BAR, fill=BLUE))
        colour, weight = (INK, 600) if value else (GREY, 400)
        marks.append(
            text(
                (_NAMES + value * per_unit + 4, baseline), number(value), size=VALUE_SIZE, colour=colour, weight=weight
            )
        )
    table = Table(
        caption=title,
        columns=(Column(heading), Column(noun, width_mm=30, numeric=True)),
        rows=tuple(row(name, value) for name, value in shown),
        source=source,
    )
    svg = drawing(WIDTH, height, marks, title=alternative(title, description), description=FOLLOWS, stretch=True)
    return Chart(svg, title, description, table, number=figure_number)


def _shortened(name: str, most: int = 36) -> str:
    """A name that fits the space left of the bars; the table gives it whole."""
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"
