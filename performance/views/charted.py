"""The control chart of a series as a page shows it: two drawings, a title, a sentence and the table of its months."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from opcc.documents.charts import ControlSeries
from opcc.documents.charts.screen import NARROW, WIDE, chart_file, cut_axis_words, latest_months, screen_chart
from opcc.documents.figures import number, rounded
from opcc.documents.svg import Svg
from performance.enums import MeasureKind, MeasureUnit, ObservationStatus
from performance.reporting import LETTERS, MonthValue, PhaseSeen, Reading, SeriesHistory
from performance.reporting.drawn import control_series, invented_to
from performance.views.lines import NO_FIGURE, NOTHING, plain_text

SIGNAL_WORDS = {
    "H": "Above the upper limit",
    "L": "Below the lower limit",
    "S": "Part of a shift",
    "T": "Part of a trend",
    "N": "One of two in three near a limit",
}


@dataclass(frozen=True)
class ShownChart:
    """One chart of a page. `narrow_words` says which months a phone sees."""

    title: str
    warning: str  # where the axis does not start at nought
    wide: Svg
    narrow: Svg
    narrow_words: str


@dataclass(frozen=True)
class MonthLine:
    """One month of the table that says what the chart draws."""

    month: date
    value: str
    parts: str  # '11 of 25', '120 people asked'
    mean: str
    limits: str
    signal: str
    status: str


@dataclass(frozen=True)
class Drawing:
    """A series with its chart, where it has one."""

    history: SeriesHistory
    series: ControlSeries | None

    @classmethod
    def of(cls, history: SeriesHistory) -> "Drawing":
        return cls(history, control_series(history))

    @property
    def title(self) -> str:
        """What, where and when."""
        first, last = self.history.months[0].month, self.history.months[-1].month
        return f"{self.subject}, {self.history.reading.area.name}, {first:%B %Y} to {last:%B %Y}"

    @property
    def subject(self) -> str:
        """'Robbery: offences a month'."""
        measure = self.history.reading.measure
        name = measure.name.removesuffix(" (%)")
        rolling = f", over {measure.rolling_months} months" if measure.rolling_months else ""
        if measure.unit in (MeasureUnit.SECONDS, MeasureUnit.MINUTES):
            return f"{name}: minutes, month by month"
        if measure.is_percent:
            return f"{name}: % {measure.noun}{rolling}"
        return f"{name}: {measure.noun} {'a month' if measure.kind is MeasureKind.COUNT else 'month by month'}{rolling}"

    @property
    def shown(self) -> ShownChart | None:
        """None where no month has a value."""
        if self.series is None:
            return None
        sentence = self.history.reading.sentence or "The months are in the table"
        latest = latest_months(self.series)
        months = len(latest.values)
        return ShownChart(
            title=self.title,
            warning=cut_axis_words(self.series),
            wide=screen_chart(self.series, sheet=WIDE, title=self.title, description=sentence),
            narrow=screen_chart(latest, sheet=NARROW, title=f"{self.title}: the latest months", description=sentence),
            narrow_words="" if months == len(self.series.values) else f"The latest {months} months",
        )

    def file(self, source: str) -> Svg | None:
        """The chart as a picture that stands alone."""
        if self.series is None:
            return None
        first, last = self.history.months[0].month, self.history.months[-1].month
        when = f"{self.history.reading.area.name}, {first:%B %Y} to {last:%B %Y}"
        warning = cut_axis_words(self.series)
        return chart_file(
            self.series,
            title=self.subject,
            subtitle=f"{when}. {warning}" if warning else when,
            description=self.history.reading.sentence or self.title,
            source=source,
        )

    @property
    def lines(self) -> list[MonthLine]:
        """Every month, the latest first."""
        letters = {signal.month: LETTERS[signal.kind] for signal in self.history.signals}
        return [
            MonthLine(
                month=month.month,
                value=NO_FIGURE if month.value is None else plain_text(self.history.reading, month.value),
                parts=_parts(month),
                mean=_level(phase.mean, self.history.reading) if phase else NOTHING,
                limits=_limits(phase, self.history.reading),
                signal=SIGNAL_WORDS.get(letters.get(month.month, ""), "None" if phase and phase.upper else NOTHING),
                status=_status(month),
            )
            for month in reversed(self.history.months)
            for phase in [self.phase_at(month.month)]
        ]

    def phase_at(self, month: date) -> PhaseSeen | None:
        """The phase in which a month lies."""
        return next((phase for phase in self.history.phases if phase.first <= month <= phase.last), None)

    @property
    def has_parts(self) -> bool:
        """Whether any month says what it is the share of, or how many were asked."""
        return any(_parts(month) for month in self.history.months)

    @property
    def has_statuses(self) -> bool:
        return any(_status(month) for month in self.history.months)

    @property
    def invented(self) -> str:
        """Which months were invented for the sample; nothing where none was."""
        months = self.history.months
        if not any(month.is_synthetic for month in months):
            return ""
        last = invented_to(months)
        if last is None:
            return "Sample data: some of the months are invented; the table says which."
        if last == len(months) - 1:
            return "Sample data: every month shown is invented."
        return f"Sample data: months before {months[last + 1].month:%B %Y} are invented; later ones are the force’s."

    @property
    def trial(self) -> str:
        """That the limits in force still rest on few months."""
        phase = self.history.phases[-1] if self.history.phases else None
        if phase is None or not phase.is_trial or phase.upper is None:
            return ""
        return "The limits are trial limits: they rest on few months and still move with each new one."


def _parts(month: MonthValue) -> str:
    if month.n is not None:
        return f"{number(month.n)} people asked"
    if month.numerator is not None and month.denominator is not None:
        return f"{number(month.numerator)} of {number(month.denominator)}"
    return ""


def _level(level: Decimal, reading: Reading) -> str:
    """A mean or a limit: a count with one decimal, anything else as its values are printed."""
    if reading.measure.unit in (MeasureUnit.COUNT, MeasureUnit.POUNDS):
        return number(rounded(level, 1))
    return plain_text(reading, rounded(level, 1))


def _limits(phase: PhaseSeen | None, reading: Reading) -> str:
    if phase is None or phase.lower is None or phase.upper is None:
        return NOTHING
    return f"{_level(phase.lower, reading)} to {_level(phase.upper, reading)}"


def _status(month: MonthValue) -> str:
    """'Provisional', 'Not available: new system', 'Invented'."""
    told = [] if month.status is ObservationStatus.VALUE else [month.status.label]
    if month.note:
        told.append(month.note)
    if month.is_synthetic:
        told.append("invented for the sample")
    words = ": ".join(told)
    return f"{words[:1].upper()}{words[1:]}"
