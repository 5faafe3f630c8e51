"""The scorecard: every measure of an area in a quarter, by heading of the plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from opcc.accounts.permissions import public_page
from opcc.core.quarters import Quarter
from opcc.web.views import ChosenFilter, Column, chosen_filters, csv_response
from performance import reporting
from performance.filters import FiguresFilter, ScorecardFilter, area_choices, quarter_choices, short_quarter
from performance.reporting import Reading, Scorecard, ScorecardGroup, Tally
from performance.views.lines import ReadingLine, measures_words, signals_words
from performance.views.reader import Quarters, reads_restricted, record_restricted

CSV = (
    *("Heading", "Measure", "Code", "Area", "Area code", "Quarter", "Value", "Unit", "Previous quarter"),
    *("Same quarter a year before", "Quarter average", "Change", "Change in percent", "Tested", "Signal", "Letter"),
    *("Why not tested", "Improvement would be", "People asked", "Restricted", "Provisional", "Invented for the sample"),
)
LETTER_WORDS = {
    "H": "above the upper limit",
    "L": "below the lower limit",
    "T": "a trend",
    "N": "two of three near a limit",
    "S": "a lasting shift of the mean",
}


@dataclass(frozen=True)
class Heading:
    """A heading of the plan with the lines that are shown under it."""

    name: str
    count: str  # '6 measures, 2 signals'
    lines: tuple[ReadingLine, ...]


@public_page
@require_safe
def scorecard(request: HttpRequest) -> HttpResponseBase:
    """What the force's figures show, for a reader without training."""
    restricted = reads_restricted(request)
    quarters, areas = Quarters.read(), reporting.areas(include_restricted=restricted)
    if quarters.default is None or not areas:
        return render(request, "performance/scorecard.html", {"card": None})
    filters = ScorecardFilter(
        request.GET,
        choices={"quarter": quarter_choices(quarters.known), "area": area_choices(areas)},
        defaults={"quarter": str(quarters.default), "area": areas[0].code, "show": "all"},
    )
    quarter = Quarter.parse(filters.chosen("quarter"))
    card = reporting.scorecard(quarter, area=filters.chosen("area"), include_restricted=restricted)
    assert card is not None, "an area of the list has a series"
    taken = "csv" in request.GET and filters.is_valid()
    if any(reading.measure.is_restricted for reading in card.readings):
        record_restricted(request, f"Scorecard of {card.area.name}, {quarter}", exported=taken)
    if taken:
        return csv_response(f"scorecard {card.area.short_name} {quarter}", CSV, map(csv_row, card.readings))
    headings = _headings(card, filters)
    return render(
        request,
        "performance/scorecard.html",
        {
            "card": card,
            "filters": filters,
            "forms": [filters],
            "chosen": departures(request, filters),
            "headings": headings,
            "count": Count.of(card.readings),
            "columns": columns(quarter),
            "invented": invented_words(card.readings),
            "sources": sorted({reading.measure.source for reading in card.readings} - {""}),
            "compare_query": urlencode({**filters.departures, "measure": card.readings[0].measure.code}),
        },
    )


def departures(request: HttpRequest, filters: FiguresFilter) -> list[ChosenFilter]:
    """What was chosen other than the defaults, each with an address without it."""
    labels = {filters[name].label for name in filters.departures}
    return [each for each in chosen_filters(request, filters) if each.label in labels]


def columns(quarter: Quarter) -> list[Column]:
    """The same in every table, so that they stand under each other."""
    return [
        Column("Measure", "w-m"),
        Column("Signal", "w-g"),
        Column(short_quarter(quarter), "n w-n"),
        Column(short_quarter(quarter.previous), "n w-n"),
        Column("Change", "n w-c"),
        Column("Last 24 months", "w-s"),
        Column("Improvement would be", "w-b"),
    ]


@dataclass(frozen=True)
class Count:
    """How many measures have a signal, in plain words, and what the letters mean that may stand beside them."""

    lead: str
    rest: str
    letters: str

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> "Count":
        """'7 of 22 measures have a signal:' and the rest."""
        tally = Tally.of(readings)
        found, measures = tally.with_signal, measures_words(tally.measures)
        moved = f"{'it' if found == 1 else 'they'} moved more than {'it' if found == 1 else 'they'} usually"
        moved = f"{moved} {'does' if found == 1 else 'do'} from month to month."
        if not found:
            moved = "nothing moved more than it usually does from month to month."
        shown = {"H", "L", "S", *(reading.letter for reading in readings)}
        return cls(
            lead=f"{found} of {measures} {'has' if found == 1 else 'have'} a signal:"
            if found
            else f"None of {measures} has a signal:",
            rest=f"{moved} {rest_words(tally)}".strip(),
            letters=" ".join(f"{letter} {words}." for letter, words in LETTER_WORDS.items() if letter in shown),
        )


def rest_words(tally: Tally) -> str:
    """'12 have no signal and 3 are not tested.'"""
    quiet = f"{tally.without_signal} {'has' if tally.without_signal == 1 else 'have'} no signal"
    untested = f"{tally.not_tested} {'is' if tally.not_tested == 1 else 'are'} not tested"
    told = [words for words, count in ((quiet, tally.without_signal), (untested, tally.not_tested)) if count]
    return f"{' and '.join(told)}." if told else ""


def invented_words(readings: Sequence[Reading]) -> str:
    """What of the page was invented for the sample; nothing where nothing was."""
    if not any(reading.has_synthetic for reading in readings):
        return ""
    quarter = readings[0].quarter
    if any(month.is_synthetic for reading in readings for month in reading.months):
        return f"Sample data: some of the figures, those of {quarter.label} among them, are invented."
    return f"Sample data: the figures of {quarter.label} are the force’s; some of the earlier months are invented."


def measure_address(code: str, query: dict[str, str]) -> str:
    """A measure's page, with what differs from the defaults."""
    address = reverse("performance:measure", args=[code])
    return f"{address}?{urlencode(query)}" if query else address


def csv_row(reading: Reading) -> Sequence[object]:
    """A reading as the downloads have it: plain numbers."""
    change = reading.change
    return (
        *(reading.measure.group, reading.measure.name, reading.measure.code, reading.area.name, reading.area.code),
        *(reading.quarter, reading.value.value, reading.measure.unit.label, reading.previous.value),
        *(reading.same_last_year.value, reading.average.value, change.difference.value if change else None),
        *(change.percent if change else None, reading.is_tested, reading.headline, reading.letter),
        *(reading.why_not_tested, reading.measure.improvement_words, reading.n, reading.measure.is_restricted),
        *(reading.is_provisional, reading.has_synthetic),
    )


def _headings(card: Scorecard, filters: ScorecardFilter) -> list[Heading]:
    only_signals = filters.chosen("show") == "signals"
    query = {name: value for name, value in filters.departures.items() if name != "show"}
    found = [_heading(group, list(_lines(group, query, only_signals=only_signals))) for group in card.groups]
    return [heading for heading in found if heading.lines]


def _heading(group: ScorecardGroup, lines: Sequence[ReadingLine]) -> Heading:
    tally = group.tally
    return Heading(group.name, f"{measures_words(tally.measures)}, {signals_words(tally.with_signal)}", tuple(lines))


def _lines(group: ScorecardGroup, query: dict[str, str], *, only_signals: bool) -> Iterator[ReadingLine]:
    for reading in group.readings:
        if reading.has_signal or not only_signals:
            yield ReadingLine(reading, measure_address(reading.measure.code, query))
