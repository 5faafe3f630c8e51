"""Charts: geometry that tells the truth, markup that no policy blocks, words for those who do not see them."""

import json
import re
from datetime import date
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from opcc.documents import charts, svg
from opcc.documents.axes import MOST_LABELS, axis, label_positions, month_label, month_positions
from opcc.documents.charts import Chart
from opcc.documents.marks import DumbbellKey, dumbbell_ticks
from tests.documents import sample

SVG = "{http://www.w3.org/2000/svg}"
COUNTS = st.integers(0, 10**6)
PLAIN = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=12)


def one_of_each() -> dict[str, Chart]:
    words: dict[str, Any] = {"title": "Title <&>", "description": 'What it "shows"', "noun": "Forums"}
    return {
        "bars": charts.bars([("A <b>", 3), ("B", 7)], **words),
        "columns": charts.columns([("Q1", 3), ("Q2", None)], **words),
        "line": charts.line([("Q1", 3), ("Q2", None), ("Q3", 900)], **words),
        "dumbbell": charts.dumbbell(
            sample.PRIORITIES, title="T", description="D", heading="Priority", before="Jan <", after="Apr >"
        ),
        "control": sample.control(),
    }


def tree(drawn: str) -> ET.Element:
    return ET.fromstring(drawn)  # noqa: S314  # our own drawing


def texts(drawn: str) -> list[str]:
    return [element.text or "" for element in tree(drawn).iter(f"{SVG}text")]


@pytest.mark.parametrize("name", one_of_each())
def test_chart_is_sound_xml_with_title_and_description_first(name: str) -> None:
    root = tree(one_of_each()[name].svg)

    children = list(root)
    assert [child.tag for child in children[:2]] == [f"{SVG}title", f"{SVG}desc"]
    assert root.get("aria-labelledby") == f"{children[0].get('id')} {children[1].get('id')}"
    assert root.get("role") == "img"


@pytest.mark.parametrize("name", one_of_each())
def test_chart_uses_presentation_attributes_only(name: str) -> None:
    drawn = one_of_each()[name].svg

    assert not re.search(r"\sstyle=|<style|\son\w+=|href|url\(|data:", drawn)


@pytest.mark.parametrize("name", one_of_each())
def test_chart_stays_inside_its_frame(name: str) -> None:
    root = tree(one_of_each()[name].svg)
    _, _, width, height = (float(value) for value in (root.get("viewBox") or "").split())

    for mark in root.iter():
        for horizontal, vertical in (("x", "y"), ("x1", "y1"), ("x2", "y2"), ("cx", "cy")):
            assert 0 <= float(mark.get(horizontal, 0)) <= width
            assert 0 <= float(mark.get(vertical, 0)) <= height


def test_chart_ids_differ_between_drawings_and_repeat_for_the_same() -> None:
    ids = [re.findall(r'id="(\w+)"', chart.svg) for chart in one_of_each().values()]

    assert len({name for names in ids for name in names}) == sum(len(names) for names in ids)
    assert [re.findall(r'id="(\w+)"', chart.svg) for chart in one_of_each().values()] == ids


def test_svg_prints_itself_in_a_template() -> None:
    assert one_of_each()["bars"].svg.__html__() == one_of_each()["bars"].svg


@given(st.lists(st.tuples(PLAIN, COUNTS), min_size=1, max_size=15))
def test_bars_lengths_are_in_proportion_from_zero(values: list[tuple[str, int]]) -> None:
    chart = charts.bars(values, title="T", description="D", noun="Forums")

    widths = [float(mark.get("width", 0)) for mark in tree(chart.svg).iter(f"{SVG}rect")]
    counts = sorted((count for _, count in values), reverse=True)
    assert len({mark.get("x") for mark in tree(chart.svg).iter(f"{SVG}rect")}) == 1
    slack = 0.02 * max(counts) + 1
    lengths = zip(widths, counts, strict=True)
    assert all(abs(width * max(counts) - widths[0] * count) <= slack for width, count in lengths)
    assert [line.cells[1] for line in chart.table.rows if hasattr(line, "cells")] == counts


def test_bars_keep_order_where_it_means_something() -> None:
    chart = charts.bars([("Mon", 1), ("Tue", 5)], title="T", description="D", noun="N", keep_order=True)

    assert [words for words in texts(chart.svg) if words in {"Mon", "Tue"}] == ["Mon", "Tue"]


@pytest.mark.parametrize("values", [[], [("A", -1)]])
def test_bars_refuse_nothing_and_negative(values: list[tuple[str, int]]) -> None:
    with pytest.raises(ValueError, match="bar chart"):
        charts.bars(values, title="T", description="D", noun="N")


def test_bars_long_name_is_shortened_in_the_drawing_and_whole_in_the_table() -> None:
    name = "Enforcement of the weight limit on the bridge at the mill"
    chart = charts.bars([(name, 1)], title="T", description="D", noun="N")

    assert "Enforcement of the weight limit on…" in texts(chart.svg)
    assert chart.table.bodies[0].rows[0].header.text == name


def test_line_gap_stays_a_gap() -> None:
    chart = charts.line([("A", 1), ("B", None), ("C", 3), ("D", 4)], title="T", description="D", noun="N")

    path = next(mark.get("d", "") for mark in tree(chart.svg).iter(f"{SVG}path"))
    assert path.count("M") == 2
    assert path.count("L") == 1


def test_line_axis_that_does_not_start_at_zero_is_said() -> None:
    values = [("A", 2_900), ("B", 3_100)]

    assert charts.line(values, title="T", description="D", noun="N").subtitle == ""
    cut = charts.line(values, title="T", description="D", noun="N", zero=False)
    assert cut.subtitle == "The vertical axis starts at 2,900"


def test_columns_unknown_period_has_no_column_and_a_dash_in_the_table() -> None:
    chart = charts.columns([("A", 4), ("B", None), ("C", 0)], title="T", description="D", noun="N")

    assert len(list(tree(chart.svg).iter(f"{SVG}rect"))) == 2
    assert [line.cells[0].text for line in chart.table.bodies[0].rows] == ["4", "–", "0"]


@pytest.mark.parametrize("build", [charts.columns, charts.line])
def test_periods_without_any_are_refused(build: object) -> None:
    with pytest.raises(ValueError, match="at least one period"):
        build([], title="T", description="D", noun="N")  # type: ignore[operator]  # either builder


def test_dumbbell_table_is_sorted_by_the_later_period() -> None:
    table = charts.dumbbell_table(
        [("B", 3, 1), ("A", 1, 1), ("C", 0, 5)], caption="C", heading="H", before="before", after="after"
    )

    assert [line.header.text for line in table.bodies[0].rows] == ["C", "B", "A"]
    assert [line.cells[2].text for line in table.bodies[0].rows] == ["+5", "−2", "0"]


def test_dumbbell_rows_share_one_scale() -> None:
    table = charts.dumbbell_table(
        sample.PRIORITIES,
        caption="C",
        heading="H",
        before="before",
        after="after",
        apart=[("None", 2, 1)],
        apart_label="Not a priority",
    )

    drawings = [line.cells[3].svg for body in table.bodies for line in body.rows]
    grids = {
        tuple(mark.get("x1") for mark in tree(drawn or "").iter(f"{SVG}line") if mark.get("x1") == mark.get("x2"))
        for drawn in drawings
    }
    assert len(grids) == 1


def test_dumbbell_nothing_to_compare_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one row"):
        charts.dumbbell_table([], caption="C", heading="H", before="b", after="a")
    with pytest.raises(ValueError, match="at least one row"):
        charts.dumbbell([], title="T", description="D", heading="H", before="b", after="a")


def test_columns_many_periods_carry_no_values() -> None:
    values: list[tuple[str, int | None]] = [(f"P{n}", n) for n in range(30)]

    shown = texts(charts.columns(values, title="T", description="D", noun="N").svg)

    assert "17" not in shown
    assert sum(label.startswith("P") for label in shown) == 6


def test_line_without_any_known_value_has_no_label() -> None:
    shown = texts(charts.line([("A", None)], title="T", description="D", noun="N").svg)

    assert [label for label in shown if label.startswith("A:")] == []


def test_dumbbell_key_says_what_the_dots_stand_for() -> None:
    key = DumbbellKey("January", "April", 20, "forums")

    assert key.text == "Chart. Hollow circle: January. Filled circle: April. Scale from 0 to 20 forums"
    assert texts(key.svg) == ["January", "April", "0", "5", "10", "15", "20"]


@given(st.integers(0, 10**7))
def test_dumbbell_ticks_are_few_and_start_at_nought(maximum: int) -> None:
    ticks = dumbbell_ticks(maximum)

    assert ticks[0] == 0
    assert len(ticks) <= 5
    assert maximum - ticks[-1] < (ticks[1] - ticks[0] if len(ticks) > 1 else maximum + 1)


def test_spark_ends_with_its_last_value() -> None:
    spark = charts.Spark("Crime", (1.0, None, 3.0), (0,), "3")

    assert spark.text == "Crime, 3 periods, last value 3"
    assert texts(spark.svg) == ["3"]
    assert len(list(tree(spark.svg).iter(f"{SVG}circle"))) == 2


def test_spark_without_any_value_draws_no_line() -> None:
    spark = charts.Spark("Crime", (None, None))

    assert list(tree(spark.svg).iter(f"{SVG}path")) == []
    assert spark.text.endswith("last value not known")


def test_control_chart_letters_stand_at_their_months() -> None:
    words = texts(sample.control().svg)

    assert [letter for letter in words if letter in {"H", "L", "S", "T"}] == ["L", "S", "H", "T"]
    for label in ("mean 3,442", "upper limit 3,841", "lower limit 3,043", "projected", "Dec 17 3,183"):
        assert label in words
    assert "mean 2,901, limits 2,627 to 3,175" in words


def test_control_chart_without_projection_labels_its_last_value_at_the_edge() -> None:
    series = charts.ControlSeries(date(2017, 1, 1), (5, 6, 7), (charts.Phase(0, 3, 6, 3, 9),))
    chart = charts.control_chart(series, title="T", description="D", noun="N")

    words = texts(chart.svg)
    assert chart.subtitle == ""
    assert {"upper limit 9", "mean 6", "lower limit 3", "Mar 17 7"} <= set(words)
    assert not {"projected", "invented months"} & set(words)


def test_control_chart_last_month_not_recorded_has_no_label() -> None:
    series = charts.ControlSeries(date(2017, 1, 1), (5, 6, None), (charts.Phase(0, 3, 6, 3, 9),))

    words = texts(charts.control_chart(series, title="T", description="D", noun="N").svg)
    assert [label for label in words if label.startswith("Mar 17 ")] == []


def test_control_chart_labels_at_most_six_months() -> None:
    words = [label for label in texts(sample.control().svg) if re.fullmatch(r"[A-Z][a-z]{2} \d\d", label)]

    assert words == ["Apr 15", "Apr 16", "Apr 17", "Apr 18"]


def test_control_chart_phases_step_and_never_slope() -> None:
    levels = [
        mark
        for mark in tree(sample.control().svg).iter(f"{SVG}line")
        if mark.get("stroke") == svg.BLUE or mark.get("stroke-dasharray") == "4 2.5"
    ]

    assert len(levels) == 6
    assert all(mark.get("y1") == mark.get("y2") for mark in levels)


def test_control_chart_table_carries_the_months_and_their_signals() -> None:
    rows = sample.control().table.bodies[0].rows

    assert [cell.text for cell in rows[33].cells] == ["3,842", "H, high: above the upper limit"]
    assert [cell.text for cell in rows[25].cells] == ["–", ""]
    assert rows[0].header.text == "Oct 14"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"values": ()}, "at least one month"),
        ({"values": (None, None, None), "phases": ()}, "at least one month"),
        ({"phases": (charts.Phase(0, 9, 1, 0, 2),)}, "beyond the months"),
        ({"signals": (charts.Signal(1, "H"),)}, "without a value"),
    ],
)
def test_control_series_that_does_not_hold_together_is_refused(change: dict[str, object], reason: str) -> None:
    sound: dict[str, object] = {
        "first_month": date(2017, 1, 1),
        "values": (1, None, 3),
        "phases": (charts.Phase(0, 3, 2, 0, 4),),
    }
    with pytest.raises(ValueError, match=reason):
        charts.ControlSeries(**{**sound, **change})  # type: ignore[arg-type]  # each case names one field


def test_series_without_phases_is_a_line_alone() -> None:
    series = charts.ControlSeries(date(2017, 1, 1), (85.1, 84.2, 83.6), (), places=1, suffix="%")

    chart = charts.control_chart(series, title="T", description="D", noun="N", zero=False)

    assert texts(chart.svg)[-1] == "Mar 17 83.6%"
    assert "mean" not in " ".join(texts(chart.svg))


def test_phase_without_limits_draws_its_mean_and_names_no_limit() -> None:
    phases = (charts.Phase(0, 2, 5, None, None), charts.Phase(2, 5, 9, 6, 12, trial=True))
    series = charts.ControlSeries(date(2017, 1, 1), (4, 6, 8, 9, 10), phases)

    shown = texts(charts.control_chart(series, title="T", description="D", noun="N").svg)

    assert [text for text in shown if "mean" in text or "limit" in text] == [
        "mean 5",
        "trial upper limit 12",
        "mean 9",
        "trial lower limit 6",
    ]


def test_series_kept_as_json_gives_the_same_chart() -> None:
    series = charts.ControlSeries(
        date(2017, 1, 1),
        (4, None, 8),
        (charts.Phase(0, 3, 6, 3, 9),),
        signals=(charts.Signal(2, "H"),),
        annotations=(charts.Annotation(1, "New system"),),
        projection=charts.Projection(((5, 6, 7), (5, 6, 8))),
        synthetic_to=1,
    )
    kept = json.loads(json.dumps(series.to_dict()))

    assert charts.ControlSeries.from_dict(kept) == series
    assert charts.frozen_control_chart(
        series=kept, title="T", description="D", noun="N", figure_number="Figure 1"
    ) == charts.control_chart(series, title="T", description="D", noun="N", figure_number="Figure 1")


def test_signal_of_another_letter_is_refused() -> None:
    with pytest.raises(ValueError, match="is not a signal; use one of H, L, S, T, N"):
        charts.Signal(0, "X")


FLOATS = st.floats(-1e9, 1e9, allow_nan=False)


@given(FLOATS, FLOATS, st.booleans(), st.booleans())
@example(0.0, 5e-324, False, False)  # nothing that arithmetic could divide lies between the two
def test_axis_covers_the_values_with_few_even_labels(a: float, b: float, zero: bool, whole: bool) -> None:
    low, high = min(a, b), max(a, b)
    made = axis(low, high, zero=zero, whole=whole)

    slack = (made.high - made.low) * 1e-6 + 1e-9
    assert made.low <= low + slack
    assert made.high >= high - slack
    assert 2 <= len(made.ticks) <= MOST_LABELS
    assert not (zero and made.broken)


def test_axis_worked_example() -> None:
    """docs/calculations/axes.md: 2,620 to 3,842 without nought, and 18 forums."""
    assert axis(2_620, 3_842, zero=False).ticks == (2_500, 3_000, 3_500, 4_000)
    assert axis(0, 18).ticks == (0, 5, 10, 15, 20)


def test_axis_labels_have_commas_a_real_minus_and_their_suffix() -> None:
    assert axis(-1_500, 1_500).label(-1_000) == "−1,000"
    assert axis(75, 95, zero=False, suffix="%").label(80) == "80%"
    assert axis(0, 0.4, whole=False).label(0.1) == "0.1"


@given(st.integers(0, 400))
def test_label_positions_are_few_and_include_the_last(count: int) -> None:
    shown = label_positions(count)

    assert len(shown) <= MOST_LABELS
    assert not count or shown[-1] == count - 1


def test_month_positions_are_aprils_over_years_and_even_over_months() -> None:
    years = [date(2014 + (month + 9) // 12, (month + 9) % 12 + 1, 1) for month in range(45)]

    assert [month_label(years[index]) for index in month_positions(years)] == ["Apr 15", "Apr 16", "Apr 17", "Apr 18"]
    assert month_positions(years[:12]) == [1, 3, 5, 7, 9, 11]


@given(st.lists(st.floats(0, 500), max_size=6))
def test_spread_keeps_labels_apart_and_in_order(positions: list[float]) -> None:
    moved = svg.spread(positions, 9)

    order = sorted(range(len(positions)), key=lambda index: positions[index])
    assert all(moved[b] - moved[a] >= 9 - 1e-6 for a, b in pairwise(order))


@given(st.floats(-1e6, 1e6))
def test_coordinates_are_short_and_never_minus_nought(value: float) -> None:
    shown = svg.f(value)

    assert re.fullmatch(r"-?\d+(\.\d{1,2})?", shown)
    assert shown != "-0"
    assert abs(float(shown) - value) <= 0.0051
