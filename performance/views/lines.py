"""One reading as a line of a table: its signal, quarters, change and a small drawing, each in words."""

from dataclasses import dataclass
from decimal import Decimal

from opcc.documents.charts.small import sparkline
from opcc.documents.figures import Figure, Unit, rounded, signed
from opcc.documents.svg import Svg
from opcc.web.words import number
from performance.enums import MeasureUnit
from performance.reporting import LETTERS, Reading
from performance.reporting.facts import exact

NO_FIGURE = "No figure"
NOTHING = "–"


@dataclass(frozen=True)
class ReadingLine:
    """What a row of the scorecard or of an area's page prints."""

    reading: Reading
    url: str
    force: Reading | None = None  # the force's own, where the line is of one of its areas

    @property
    def value(self) -> str:
        """The latest quarter's."""
        return NO_FIGURE if self.reading.value.value is None else self.reading.value.text

    @property
    def previous(self) -> str:
        return NOTHING if self.reading.previous.value is None else self.reading.previous.text

    @property
    def change(self) -> str:
        """'+87', '−3.0 points'."""
        return NOTHING if self.reading.change is None else with_sign(self.reading.change.difference)

    @property
    def change_percent(self) -> str:
        """'+14%'; nothing where a percentage would say too much."""
        change = self.reading.change
        if change is None or change.percent is None:
            return ""
        return f"{signed(rounded(change.percent, 0))}%"

    @property
    def change_note(self) -> str:
        """That the two quarters cannot be compared."""
        change = self.reading.change
        return "Cannot be compared" if change is not None and change.warning else ""

    @property
    def status(self) -> str:
        """The signal in a few words; that there is none; or that no rule was put to the figures."""
        if not self.reading.is_tested:
            return "Not tested"
        return (self.reading.headline or self.reading.signals[0].words) if self.reading.has_signal else "No signal"

    @property
    def status_note(self) -> str:
        """What may explain the signal, or why a figure is not there; else why it was not tested."""
        return self.reading.headline_note or self.reading.why_not_tested

    @property
    def letter(self) -> str:
        """The letter that the charts print for the signal."""
        if not self.reading.has_signal:
            return ""
        return self.reading.letter or LETTERS[self.reading.signals[-1].kind]

    @property
    def notes(self) -> tuple[str, ...]:
        """What stands small beneath the measure's name."""
        reading = self.reading
        return tuple(
            filter(
                None,
                (
                    base_words(reading),
                    "Few people were asked" if reading.rests_on_few else "",
                    "Provisional: may still change" if reading.is_provisional else "",
                    "Figures disagree: see the measure" if reading.warnings else "",
                ),
            )
        )

    @property
    def spark(self) -> Svg | None:
        """The latest two years; only the latest signal is marked."""
        values = [None if value is None else float(value) for value in self.reading.spark]
        marked = self.reading.spark_signals[-1:] if self.letter else ()
        return sparkline(values, signal=(marked[0], self.letter) if marked else None)

    @property
    def spark_words(self) -> str:
        """What the small drawing shows, for those who do not see it. There is one wherever this is asked."""
        seen = [value for value in self.reading.spark if value is not None]
        lowest, highest, last = (plain_text(self.reading, value) for value in (min(seen), max(seen), seen[-1]))
        return f"Between {lowest} and {highest}; the last is {last}"

    @property
    def improvement(self) -> str:
        """'More reports': what the office says first of the signs of improvement."""
        return self.reading.measure.improvement_words.partition(",")[0]

    @property
    def rate(self) -> str:
        """Per 1,000 people or households in the quarter."""
        return NOTHING if self.reading.rate is None else self.reading.rate.text

    @property
    def force_rate(self) -> str:
        """The same for the whole force."""
        return NOTHING if self.force is None or self.force.rate is None else self.force.rate.text


def base_words(reading: Reading) -> str:
    """'284 people asked', '2,573 of 53,605 calls': what a share is of."""
    base = reading.value.base
    return f"{base} {reading.measure.noun.removeprefix('of ')}" if " of " in base else base


def average_text(reading: Reading) -> str:
    """The quarter average."""
    return NOTHING if reading.average.value is None else reading.average.text


def difference_from_average(reading: Reading) -> str:
    """How far the quarter lies from its average, as both are printed; shares in points."""
    value, average = reading.value.value, reading.average.value
    if value is None or average is None:
        return NOTHING
    places = reading.average.places if reading.measure.unit is MeasureUnit.COUNT else reading.value.places
    if reading.measure.unit is MeasureUnit.COUNT and places is not None:
        average = rounded(average, places)
    unit = Unit.POINTS if reading.measure.is_percent else reading.value.unit
    return with_sign(Figure("difference", "Difference", Decimal(value) - Decimal(average), unit, places=places))


def with_sign(difference: Figure) -> str:
    """A change with its sign; nought has none."""
    return f"+{difference.text}" if difference.value is not None and difference.value > 0 else difference.text


def plain_text(reading: Reading, value: Decimal) -> str:
    """A month's value as the measure's values are printed."""
    return Figure("month", "Month", exact(value), reading.value.unit).text


def measures_words(count: int) -> str:
    """'1 measure', '22 measures'."""
    return "1 measure" if count == 1 else f"{number(count)} measures"


def signals_words(count: int) -> str:
    """'no signals', '1 signal', '5 signals'."""
    return {0: "no signals", 1: "1 signal"}.get(count, f"{number(count)} signals")
