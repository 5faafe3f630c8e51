"""A control chart for a browser: one unit is a CSS pixel, and type is as large as the text around it.

A wide sheet holds every month. A narrow one holds the latest, because a phone shows no more at a size that can be read.
"""

from dataclasses import replace
from datetime import date

from opcc.documents.axes import Axis
from opcc.documents.charts.chart import FOLLOWS, alternative
from opcc.documents.charts.control import ControlSeries, value_axis
from opcc.documents.charts.picture import Picture, from_nought
from opcc.documents.charts.sheet import Sheet
from opcc.documents.svg import GREY, WHITE, Svg, box, drawing, text

LATEST = 16  # months on a phone
AHEAD = 3  # of them projected, at most
MOST_UNLIKE = 0.25  # a chart may be so much lower than the other on their common scale
WIDE = Sheet(width=960, plot=320, size=15, mark=8.5, most_labels=None, two_lines=False)
HALF = Sheet(width=560, plot=240, size=14, mark=8, most_labels=4, two_lines=True)  # two stand side by side
NARROW = Sheet(width=360, plot=200, size=12.5, mark=7.5, most_labels=4, two_lines=True)


def latest_months(series: ControlSeries, count: int = LATEST) -> ControlSeries:
    """The latest months with what belongs to them, some of them projected; all of them where those have no value."""
    projection = series.projection
    if projection is not None:
        projection = replace(projection, bands=projection.bands[:AHEAD])
    skip = len(series.values) + len(projection.bands if projection else ()) - count
    values = series.values[max(skip, 0) :]
    if skip <= 0 or all(value is None for value in values):
        return replace(series, projection=projection)
    made_up = series.synthetic_to
    return replace(
        series,
        first_month=series.months[skip],
        values=values,
        phases=tuple(
            replace(phase, start=max(phase.start - skip, 0), end=phase.end - skip)
            for phase in series.phases
            if phase.end > skip
        ),
        signals=tuple(replace(each, index=each.index - skip) for each in series.signals if each.index >= skip),
        annotations=tuple(replace(each, index=each.index - skip) for each in series.annotations if each.index >= skip),
        projection=projection,
        synthetic_to=None if made_up is None or made_up < skip else made_up - skip,
    )


def reaching_back(series: ControlSeries, count: int) -> ControlSeries:
    """The series with empty months before it, so that it has `count` in all and two charts begin alike."""
    more = count - len(series.values)
    if more <= 0:
        return series
    first = series.first_month.year * 12 + series.first_month.month - 1 - more
    return replace(
        series,
        first_month=date(first // 12, first % 12 + 1, 1),
        values=(*(None,) * more, *series.values),
        phases=tuple(replace(phase, start=phase.start + more, end=phase.end + more) for phase in series.phases),
        signals=tuple(replace(each, index=each.index + more) for each in series.signals),
        annotations=tuple(replace(each, index=each.index + more) for each in series.annotations),
        synthetic_to=None if series.synthetic_to is None else series.synthetic_to + more,
    )


def common_scale(first: ControlSeries, second: ControlSeries) -> Axis | None:
    """One scale from nought for both; None where they are of different kinds or one would be pressed flat by it."""
    if (first.suffix, first.places) != (second.suffix, second.places):
        return None
    heights = [value_axis(series, zero=True).high for series in (first, second)]
    if min(heights) < MOST_UNLIKE * max(heights):
        return None
    return value_axis(first if heights[0] >= heights[1] else second, zero=True)


def screen_chart(
    series: ControlSeries, *, sheet: Sheet, title: str, description: str, scale: Axis | None = None
) -> Svg:
    """The drawing alone: its title, its sentence and the table of its numbers stand around it on the page."""
    picture = Picture(series, sheet, scale=scale)
    words = alternative(title, description)
    return drawing(sheet.width, picture.height, picture.marks(), title=words, description=FOLLOWS, stretch=True)


def chart_file(series: ControlSeries, *, title: str, subtitle: str, description: str, source: str) -> Svg:
    """The wide drawing as a file that stands alone: on white, with its title above and its source below."""
    picture = Picture(series, WIDE, above=64, below=30)
    marks = [
        box((0, 0), WIDE.width, picture.height, fill=WHITE),
        text((10, 26), title, size=18, weight=700),
        text((10, 48), subtitle, size=WIDE.size, colour=GREY),
        *picture.marks(),
        text((10, picture.height - 12), source, size=13, colour=GREY),
    ]
    words = alternative(title, description)
    return drawing(WIDE.width, picture.height, marks, title=words, description=source, stretch=True)


def cut_axis_words(series: ControlSeries) -> str:
    """What the reader is told where the axis does not start at nought."""
    scale = value_axis(series, zero=from_nought(series))
    return f"The vertical axis starts at {scale.label(scale.low)}" if scale.broken else ""
