"""What a page or a report reads of one series: plain values, as JSON keeps them in a quarter's summary."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils.text import slugify

from opcc.core.quarters import Quarter
from opcc.documents.figures import Figure
from performance.enums import AreaKind, Improvement, Inclusion, MeasureKind, MeasureUnit, ObservationStatus, SignalKind
from performance.reporting.exact import Exact

LETTERS = {
    SignalKind.HIGH: "H",
    SignalKind.LOW: "L",
    SignalKind.SHIFT: "S",
    SignalKind.TREND: "T",
    SignalKind.TWO_IN_THREE: "N",
}


@dataclass(frozen=True)
class Area(Exact):
    """Where a series is kept. `name` carries the kind, because two areas may share a name."""

    kind: AreaKind
    code: str
    name: str  # 'North Westshire policing area'
    short_name: str  # 'North Westshire'
    within: str = ""  # the code of the policing area a district lies in

    @property
    def key(self) -> str:
        """What stands before a figure's name in a placeholder: 'north-westshire', 'northton-district', 'force'."""
        if self.kind is AreaKind.FORCE:
            return "force"
        return slugify(self.short_name if self.kind is AreaKind.POLICING_AREA else f"{self.short_name} district")


@dataclass(frozen=True)
class MeasureFacts(Exact):
    """What a reader needs to know of a measure."""

    code: str
    name: str
    noun: str
    definition: str
    group: str
    objective: str
    unit: MeasureUnit
    kind: MeasureKind
    rolling_months: int | None
    improvement: Improvement
    improvement_words: str
    inclusion: Inclusion
    source: str
    owner: str
    is_restricted: bool
    is_synthetic: bool

    @property
    def is_percent(self) -> bool:
        return self.unit is MeasureUnit.PERCENT


@dataclass(frozen=True)
class MonthValue(Exact):
    """One month. `value` None is a gap, and `note` says why where that is known."""

    month: date
    value: Decimal | None
    status: ObservationStatus = ObservationStatus.VALUE
    note: str = ""
    numerator: int | None = None
    denominator: int | None = None
    n: int | None = None
    is_synthetic: bool = False


@dataclass(frozen=True)
class SignalSeen(Exact):
    """A month that stands out, in words and with the letter the chart prints."""

    month: date
    kind: SignalKind
    words: str  # 'Above the upper limit in October 2017'

    @property
    def letter(self) -> str:
        """H, L, S, T or N."""
        return LETTERS[self.kind]


@dataclass(frozen=True)
class PhaseSeen(Exact):
    """Months with one mean and one pair of limits. The limits are None where there are too few months."""

    first: date
    last: date
    mean: Decimal
    lower: Decimal | None
    upper: Decimal | None
    is_trial: bool = False
    decision: str = ""  # 'proposed' or 'confirmed' for a change of average that is on record


@dataclass(frozen=True)
class Change(Exact):
    """This quarter against the one before: the number, and the words that follow from its sign."""

    difference: Figure
    percent: Decimal | None  # None where the earlier number is too small for one, or the unit is percent already
    words: str  # 'a decrease of 14%'
    warning: str = ""  # why the two may not be compared


@dataclass(frozen=True)
class Reading(Exact):
    """One series in one quarter."""

    series_id: int
    measure: MeasureFacts
    area: Area
    quarter: Quarter
    months: tuple[MonthValue, ...]  # the three of the quarter
    value: Figure
    previous: Figure
    same_last_year: Figure
    average: Figure
    average_definition: str
    change: Change | None
    against_average: str  # 'below the quarter average'
    rate: Figure | None = None
    interval: tuple[Decimal, Decimal] | None = None  # Wilson, in percent
    n: int | None = None
    rests_on_few: bool = False  # fewer people asked than make a share firm
    target: str = ""
    assurance: str = ""
    phase: PhaseSeen | None = None  # the one in force at the quarter's end
    signals: tuple[SignalSeen, ...] = ()  # of this quarter
    is_tested: bool = False
    why_not_tested: str = ""
    sentence: str = ""  # what the chart shows, in one sentence
    headline_kind: SignalKind | None = None
    headline: str = ""  # the signal in a few words: 'Mean raised, 20 to 33'
    headline_note: str = ""
    spark: tuple[Decimal | None, ...] = ()  # the latest 24 months
    spark_signals: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()  # what does not add up
    is_provisional: bool = False
    has_synthetic: bool = False
    standing: str = ""  # '6th of 8 most similar forces'

    @property
    def has_signal(self) -> bool:
        """Whether a month of the quarter stands out."""
        return bool(self.signals)

    @property
    def letter(self) -> str:
        """The letter of the headline's signal; nothing where there is none."""
        return LETTERS[self.headline_kind] if self.headline_kind else ""


@dataclass(frozen=True)
class AnnotationSeen(Exact):
    """A mark on the chart."""

    month: date
    label: str
    text: str
    suspends_comparison: bool = False


@dataclass(frozen=True)
class ProjectionSeen(Exact):
    """The coming months: low, middle and high of the 80% band, and the sentence that names the method."""

    first: date
    bands: tuple[tuple[Decimal, Decimal, Decimal], ...]
    sentence: str


@dataclass(frozen=True)
class SeriesHistory(Exact):
    """Every month of one series up to a quarter's end, as its chart draws it."""

    reading: Reading
    first: date
    months: tuple[MonthValue, ...]  # from `first`, without a hole: a month that is not known has no value
    phases: tuple[PhaseSeen, ...]
    signals: tuple[SignalSeen, ...]
    annotations: tuple[AnnotationSeen, ...] = ()
    projection: ProjectionSeen | None = None
    rules: str = ""  # the rules in force, in one sentence
    more: tuple[str, ...] = field(default=())
