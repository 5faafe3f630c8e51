"""Charts for a screen: what they draw at each size, and that nothing stands on anything else or outside the sheet."""

import re
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opcc.documents.axes import Axis
from opcc.documents.charts import Annotation, ControlSeries, Phase, Projection, Signal
from opcc.documents.charts.picture import Picture, from_nought
from opcc.documents.charts.screen import (
    AHEAD,
    HALF,
    LATEST,
    NARROW,
    WIDE,
    chart_file,
    common_scale,
    cut_axis_words,
    latest_months,
    reaching_back,
    screen_chart,
)
from opcc.documents.charts.sheet import Sheet, between
from opcc.documents.charts.small import RankedBar, one_of_several, ranked_bars, shared_axis, sparkline
from opcc.documents.svg import Svg

SVG = "{http://www.w3.org/2000/svg}"
SHEETS = {"wide": WIDE, "half": HALF, "narrow": NARROW}
EARLIER, LATER = Phase(0, 23, 20, 13, 27), Phase(23, 33, 33, 22, 44, trial=True)
ROBBERY = ControlSeries(
    date(2015, 4, 1),
    (*(20 + step % 3 for step in range(23)), *(31, 30, 33, 31, 38, 36, 31, 34, 37, 26)),
    (EARLIER, LATER),
    signals=tuple(Signal(index, "S") for index in range(23, 31)),
    annotations=(
        Annotation(1, "Changed definition of robbery"),
        Annotation(30, "New recording system"),
        Annotation(30, "Keywords used less"),
    ),
    projection=Projection(((22, 33, 44),) * 6),
    synthetic_to=29,
)
LINE = ControlSeries(date(2016, 1, 1), (84.0, 85.5, None, 86.0), (), places=1, suffix="%")
RARE = ControlSeries(date(2016, 1, 1), (0, 1, 3, 2, 7), (Phase(0, 5, 1.7, 0, 6.1),), signals=(Signal(4, "H"),))
LONG = ControlSeries(
    date(2008, 1, 1),
    tuple(3000 + index * 37 % 400 for index in range(120)),
    (Phase(0, 120, 3200, 2800, 3650),),
    signals=(Signal(40, "H"), Signal(41, "H"), Signal(60, "L")),
)
SERIES = {"robbery": ROBBERY, "line": LINE, "rare": RARE, "long": LONG}


def tree(drawn: str) -> ET.Element:
    return ET.fromstring(drawn)  # noqa: S314  # our own drawing


def words(drawn: str) -> list[str]:
    return [element.text or "" for element in tree(drawn).iter(f"{SVG}text")]


def drawn(series: ControlSeries, sheet: Sheet = WIDE, **more: Any) -> Svg:
    return screen_chart(series, sheet=sheet, title="Title <&>", description="What it shows", **more)


def every_drawing() -> dict[str, Svg]:
    found = {
        f"{name} {size}": drawn(latest_months(series) if size == "narrow" else series, sheet)
        for name, series in SERIES.items()
        for size, sheet in SHEETS.items()
    }
    found["file"] = chart_file(ROBBERY, title="Robbery <b>", subtitle="Westshire", description="D", source="The force")
    found["spark"] = sparkline([1, None, 3], signal=(2, "H")) or Svg("")
    found["bars"] = ranked_bars([RankedBar("A <b>", 0.3, "0.30"), RankedBar("Whole", 0.2, "0.20", True)], title="T")
    found["small"] = one_of_several([1, None, 30], Axis((0, 10, 20, 30)), first="Jan 17", last="Mar 17", title="T")
    return found


@pytest.mark.parametrize("name", every_drawing())
def test_drawing_is_sound_uses_presentation_attributes_only_and_stays_on_its_sheet(name: str) -> None:
    picture = every_drawing()[name]
    root = tree(picture)
    _, _, width, height = (float(value) for value in (root.get("viewBox") or "").split())

    assert not re.search(r"\sstyle=|<style|\son\w+=|href|url\(|data:|<script", picture)
    for mark in root.iter():
        for across, down in (("x", "y"), ("x1", "y1"), ("x2", "y2"), ("cx", "cy")):
            assert 0 <= float(mark.get(across, 0)) <= width
            assert 0 <= float(mark.get(down, 0)) <= height


@pytest.mark.parametrize("name", SERIES)
@pytest.mark.parametrize("size", SHEETS)
def test_words_above_the_plot_do_not_stand_on_each_other(name: str, size: str) -> None:
    picture = Picture(SERIES[name], SHEETS[size])

    spans = [(lane, flag.span(picture.sheet, picture.left)) for flag, lane in picture.flags]
    assert not [
        (one, other)
        for (lane, one), (other_lane, other) in combinations(spans, 2)
        if lane == other_lane and one[0] < other[1] and other[0] < one[1]
    ]


@pytest.mark.parametrize("size", SHEETS)
def test_labels_at_the_right_edge_do_not_stand_on_each_other(size: str) -> None:
    close = replace(ROBBERY, phases=(replace(LATER, start=0, mean=26, lower=25, upper=27),), signals=())
    root = tree(drawn(close, SHEETS[size]))

    edge = max(float(mark.get("x2", 0)) for mark in root.iter(f"{SVG}line"))
    heights = sorted(float(mark.get("y", 0)) for mark in root.iter(f"{SVG}text") if float(mark.get("x", 0)) > edge + 5)
    assert len(heights) == (8 if SHEETS[size].two_lines else 4)
    assert all(lower - higher >= SHEETS[size].size * 0.9 for higher, lower in pairwise(heights))


def test_wide_chart_says_what_happened_and_what_holds() -> None:
    shown = words(drawn(ROBBERY))

    assert shown[-4:] == ["Trial upper limit 44", "Trial lower limit 22", "Mean 33", "Dec 17: 26"]
    assert shown.count("S") == 8
    assert {"Mean raised", "New recording system", "Keywords used less", "projected", "invented months"} <= set(shown)
    assert "Mean 20, limits 13 to 27" in shown


def test_narrow_chart_holds_the_latest_months_with_a_little_of_the_projection() -> None:
    latest = latest_months(ROBBERY)

    assert latest == ControlSeries(
        date(2016, 12, 1),
        ROBBERY.values[20:],
        (replace(EARLIER, start=0, end=3), replace(LATER, start=3, end=13)),
        signals=tuple(Signal(index, "S") for index in range(3, 11)),
        annotations=(Annotation(10, "New recording system"), Annotation(10, "Keywords used less")),
        projection=Projection(((22, 33, 44),) * AHEAD),
        synthetic_to=9,
    )
    assert len(latest.months) == LATEST
    shown = words(drawn(latest, NARROW))
    assert shown[-8:] == ["Upper", "44", "Lower", "22", "Mean", "33", "Dec 17", "26"]


def test_latest_months_of_a_short_series_or_of_an_empty_end_are_all() -> None:
    assert latest_months(RARE) == RARE
    ended = replace(RARE, values=(*RARE.values, *(None,) * LATEST))
    assert latest_months(ended) == ended


def test_latest_months_drop_invented_months_that_are_over() -> None:
    assert latest_months(replace(ROBBERY, synthetic_to=5)).synthetic_to is None


def test_reaching_back_begins_earlier_and_keeps_every_month() -> None:
    longer = reaching_back(replace(RARE, annotations=(Annotation(2, "New system"),), synthetic_to=1), 7)

    assert longer == ControlSeries(
        date(2015, 11, 1),
        (None, None, *RARE.values),
        (replace(RARE.phases[0], start=2, end=7),),
        signals=(Signal(6, "H"),),
        annotations=(Annotation(4, "New system"),),
        synthetic_to=3,
    )
    assert reaching_back(RARE, 3) == RARE
    assert reaching_back(RARE, 6).synthetic_to is None


def test_common_scale_is_for_charts_of_like_numbers() -> None:
    half = replace(ROBBERY, phases=(), signals=(), values=(20,) * 33, projection=None)
    assert common_scale(ROBBERY, half) == Axis((0, 10, 20, 30, 40, 50))
    assert common_scale(half, ROBBERY) == Axis((0, 10, 20, 30, 40, 50))
    assert common_scale(ROBBERY, LONG) is None
    assert common_scale(ROBBERY, LINE) is None
    assert "50" in words(drawn(half, HALF, scale=common_scale(half, ROBBERY)))


def test_axis_starts_at_nought_unless_that_hides_the_story() -> None:
    assert from_nought(ROBBERY)
    assert cut_axis_words(ROBBERY) == ""
    assert not from_nought(LINE)
    assert cut_axis_words(LINE) == "The vertical axis starts at 84%"
    flat = replace(LONG, phases=(), signals=(), values=(3000, 3100))
    assert cut_axis_words(flat) == "The vertical axis starts at 3,000"


def test_small_means_have_a_decimal_and_counts_stay_whole() -> None:
    assert words(drawn(RARE))[-3:] == ["Upper limit 6.1", "Mean 1.7", "May 16: 7"]


def test_crowded_months_share_one_letter_in_a_run() -> None:
    shown = words(drawn(LONG))
    assert (shown.count("H"), shown.count("L")) == (1, 1)
    rings = [mark for mark in tree(drawn(LONG)).iter(f"{SVG}circle") if mark.get("stroke") != "none"]
    assert len(rings) == 3


def test_gap_stays_a_gap() -> None:
    line = max((mark.get("d", "") for mark in tree(drawn(LINE)).iter(f"{SVG}path")), key=len)
    assert (line.count("M"), line.count("L")) == (2, 1)


@pytest.mark.parametrize(
    ("before", "after", "said"), [(20, 33, "Mean raised"), (33, 20, "Mean lowered"), (20, 20, "New mean")]
)
def test_new_phase_says_which_way_the_mean_went(before: float, after: float, said: str) -> None:
    phases = (replace(EARLIER, mean=before), replace(LATER, mean=after))
    assert said in words(drawn(replace(ROBBERY, phases=phases)))


def test_earlier_phase_without_limits_or_room_says_less() -> None:
    without = replace(ROBBERY, phases=(replace(EARLIER, lower=None, upper=None), LATER))
    assert "Mean 20" in words(drawn(without))
    short = replace(ROBBERY, phases=(replace(EARLIER, end=2), replace(LATER, start=2)))
    assert not [said for said in words(drawn(short)) if said.startswith("Mean 20")]


def test_file_stands_alone_with_title_and_source_on_white() -> None:
    root = tree(chart_file(ROBBERY, title="Robbery", subtitle="Westshire", description="It rose", source="The force"))

    background = next(root.iter(f"{SVG}rect"))
    assert (background.get("fill"), background.get("width")) == ("#ffffff", root.get("width", "").removesuffix("pt"))
    shown = [element.text for element in root.iter(f"{SVG}text")]
    assert (shown[0], shown[1], shown[-1]) == ("Robbery", "Westshire", "The force")


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 100_000)), min_size=1, max_size=130).filter(
        lambda values: any(value is not None for value in values)
    ),
    st.sampled_from(list(SHEETS)),
)
def test_any_counts_are_drawn_on_their_sheet(values: list[int | None], size: str) -> None:
    root = tree(drawn(ControlSeries(date(2010, 1, 1), tuple(values), ()), SHEETS[size]))
    _, _, width, height = (float(value) for value in (root.get("viewBox") or "").split())
    for mark in root.iter(f"{SVG}circle"):
        assert 0 <= float(mark.get("cx", 0)) <= width
        assert 0 <= float(mark.get("cy", 0)) <= height


def test_sparkline_marks_the_last_value_and_the_signal_and_is_silent() -> None:
    picture = sparkline([3, None, 1, 2], signal=(2, "L"))
    assert picture is not None
    root = tree(picture)
    assert (root.get("aria-hidden"), root.get("role")) == ("true", None)
    assert words(picture) == ["L"]
    assert len(list(root.iter(f"{SVG}circle"))) == 2
    assert sparkline([None, None]) is None
    assert sparkline([]) is None
    assert sparkline([5, None]) is not None
    assert len(list(tree(sparkline([5, 5]) or "").iter(f"{SVG}circle"))) == 1


def test_bars_are_ranked_from_nought_with_the_whole_in_its_place() -> None:
    bars = [RankedBar("Low", 1, "1"), RankedBar("Whole", 2, "2", is_whole=True), RankedBar("High", 4, "4")]
    root = tree(ranked_bars(bars, title="T"))

    assert words(ranked_bars(bars, title="T")) == ["High", "4", "Whole", "2", "Low", "1"]
    widths = [float(mark.get("width", 0)) for mark in root.iter(f"{SVG}rect")]
    assert widths == [widths[0], widths[0] / 2, widths[0] / 4]
    assert len({mark.get("x") for mark in root.iter(f"{SVG}rect")}) == 1
    assert [mark.get("fill") for mark in root.iter(f"{SVG}rect")] == ["#1d70b8", "#505a5f", "#1d70b8"]


def test_bars_of_nothing_or_below_nought_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one value"):
        ranked_bars([], title="T")
    with pytest.raises(ValueError, match="negative"):
        ranked_bars([RankedBar("A", -1, "−1")], title="T")


def test_several_lines_share_one_scale() -> None:
    scale = shared_axis([[1, 12], [None, 30]])
    assert scale == Axis((0, 10, 20, 30))
    low, high = (
        next(
            float(mark.get("cy", 0))
            for mark in tree(one_of_several([value], scale, first="a", last="b", title="T")).iter(f"{SVG}circle")
        )
        for value in (0, 30)
    )
    assert high < low
    assert words(one_of_several([None], scale, first="Jan 17", last="Mar 17", title="T")) == [
        *("0", "30", "Jan 17", "Mar 17"),
    ]


def test_labels_at_the_right_edge_stay_below_the_words_over_the_plot() -> None:
    high = replace(
        LONG, values=(3500,) * 16, phases=(Phase(0, 16, 3600, 3300, 4182),), signals=(), projection=ROBBERY.projection
    )
    picture = Picture(high, NARROW)
    flag = next(mark for mark in tree(drawn(high, NARROW)).iter(f"{SVG}text") if mark.text == "projected")
    label = next(mark for mark in tree(drawn(high, NARROW)).iter(f"{SVG}text") if mark.text == "Upper")

    assert float(label.get("y", 0)) - picture.sheet.size >= float(flag.get("y", 0))


def test_labels_keep_their_order_and_distance_between_the_bounds() -> None:
    assert between([5, 6, 90], 10, 0, 80) == [5, 15, 80]
    assert between([-20, -20], 10, 0, 80) == [0, 10]
    assert between([79, 80, 81], 10, 0, 80) == [60, 70, 80]
    assert between([], 10, 0, 80) == []
