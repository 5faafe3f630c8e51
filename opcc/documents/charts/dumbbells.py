"""Two periods compared for each of several things: a hollow dot before, a filled dot after."""

from collections.abc import Sequence
from dataclasses import dataclass

from opcc.documents.charts.chart import FOLLOWS, WIDTH, Chart, alternative
from opcc.documents.figures import number, signed
from opcc.documents.marks import Dumbbell, DumbbellKey, dumbbell_ticks
from opcc.documents.svg import BLUE, GREY, GRID, INK, RULE, VALUE_SIZE, WHITE, dot, drawing, rule, text
from opcc.documents.tables import Column, GroupRow, Row, Table, row

_ROW, _HEAD, _NAMES, _SPACE = 17.0, 26.0, 160.0, 24.0


@dataclass(frozen=True)
class Pair:
    """A name with its value in each of two periods."""

    name: str
    before: int
    after: int


def dumbbell_table(
    pairs: Sequence[tuple[str, int, int]],
    *,
    caption: str,
    heading: str,
    before: str,
    after: str,
    apart: Sequence[tuple[str, int, int]] = (),
    apart_label: str = "",
    noun: str = "",
    table_number: str = "",
    subtitle: str = "",
    note: str = "",
    source: str = "",
) -> Table:
    """A table with a drawn pair of dots in each row: name, before, after, change, drawing.

    Sorted by the later value, then the earlier one, then the name. `apart` are rows under a heading of
    their own at the end, such as forums that set no priority. Raises ValueError for no rows.
    """
    ordered = in_order(pairs)
    everyone = [*ordered, *(Pair(*pair) for pair in apart)]
    if not everyone:
        raise ValueError("A comparison of two periods needs at least one row")
    top = scale_top(everyone)
    rows: list[Row | GroupRow] = [_row(pair, top) for pair in ordered]
    if apart:
        rows.append(GroupRow(apart_label))
        rows += [_row(Pair(*pair), top) for pair in apart]
    return Table(
        caption=caption,
        columns=(
            Column(heading, width_mm=46),
            Column(before, width_mm=16, numeric=True),
            Column(after, width_mm=16, numeric=True, strong=True),
            Column("Change", width_mm=13, numeric=True),
            Column("Both periods", width_mm=75, key=DumbbellKey(before, after, top, noun)),
        ),
        rows=tuple(rows),
        number=table_number,
        subtitle=subtitle,
        note=note,
        source=source,
        roomy=True,
    )


def dumbbell(
    pairs: Sequence[tuple[str, int, int]],
    *,
    title: str,
    description: str,
    heading: str,
    before: str,
    after: str,
    figure_number: str = "",
    source: str = "",
) -> Chart:
    """The same comparison as one drawing, for a screen or beside a table that stands elsewhere."""
    ordered = in_order(pairs)
    if not ordered:
        raise ValueError("A comparison of two periods needs at least one row")
    top = scale_top(ordered)
    height = _HEAD + _ROW * len(ordered)
    marks = [*_key(before, after), *_grid(top, height)]
    for index, pair in enumerate(ordered):
        marks += _pair_marks(pair, top, _HEAD + (index + 0.5) * _ROW)
    table = Table(
        caption=title,
        columns=(
            Column(heading),
            Column(before, width_mm=28, numeric=True),
            Column(after, width_mm=28, numeric=True, strong=True),
            Column("Change", width_mm=20, numeric=True),
        ),
        rows=tuple(row(pair.name, pair.before, pair.after, signed(pair.after - pair.before)) for pair in ordered),
        source=source,
    )
    svg = drawing(WIDTH, height, marks, title=alternative(title, description), description=FOLLOWS, stretch=True)
    return Chart(svg, title, description, table, number=figure_number)


def in_order(pairs: Sequence[tuple[str, int, int]]) -> list[Pair]:
    """The largest later value first, then the largest earlier one, then by name."""
    return sorted(
        (Pair(*pair) for pair in pairs), key=lambda pair: (-pair.after, -pair.before, pair.name.casefold(), pair.name)
    )


def scale_top(pairs: Sequence[Pair]) -> int:
    """The end of the scale that all rows share: the largest value, taken up to the next label."""
    largest = max(1, *(max(pair.before, pair.after) for pair in pairs))
    ticks = dumbbell_ticks(largest)
    step = ticks[1] - ticks[0]
    return -(-largest // step) * step


def _row(pair: Pair, top: int) -> Row:
    drawn = Dumbbell(pair.name, pair.before, pair.after, top)
    return row(pair.name, pair.before, pair.after, signed(pair.after - pair.before), drawn)


def _x(value: float, top: int) -> float:
    return _NAMES + 8 + value * (WIDTH - _NAMES - 8 - _SPACE) / top


def _key(before: str, after: str) -> list[str]:
    second = _NAMES + 24 + 4.1 * len(before)
    return [
        dot((_NAMES + 8, 5), 3, fill=WHITE, stroke=INK, width=1),
        text((_NAMES + 14, 7.8), before),
        dot((second + 6, 5), 3, fill=BLUE, stroke=INK, width=0.6),
        text((second + 12, 7.8), after),
    ]


def _grid(top: int, height: float) -> list[str]:
    marks: list[str] = []
    for tick in dumbbell_ticks(top):
        x = _x(tick, top)
        marks.append(rule((x, _HEAD), (x, height), colour=GRID if tick else RULE, width=0.4 if tick else 0.7))
        marks.append(text((x, _HEAD - 4), number(tick), colour=GREY, anchor="middle"))
    return marks


def _pair_marks(pair: Pair, top: int, y: float) -> list[str]:
    before, after = (_x(pair.before, top), y), (_x(pair.after, top), y)
    same = pair.before == pair.after
    marks = [text((_NAMES - 4, y + 2.8), pair.name, size=VALUE_SIZE, anchor="end")]
    if not same:
        marks.append(rule(before, after, width=1.4))
    marks.append(dot(before, 3, fill=WHITE, stroke=INK, width=1))
    marks.append(dot(after, 1.6 if same else 3, fill=INK if same else BLUE, stroke=INK, width=0.6))
    return marks
