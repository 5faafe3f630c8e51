"""What a measure counts, what would be an improvement, and the states of figures, loads, decisions and questions."""

from django.db.models import TextChoices


class MeasureUnit(TextChoices):
    """What a value is given in. Seconds are shown as minutes and seconds."""

    COUNT = "count", "Count"
    PERCENT = "percent", "Percent"
    RATE = "rate", "Rate per 1,000"
    MINUTES = "minutes", "Minutes"
    SECONDS = "seconds", "Seconds"
    POUNDS = "pounds", "Pounds"


class MeasureKind(TextChoices):
    """How values come about, which decides how months add up to a quarter and which tests fit."""

    COUNT = "count", "A count: months add up"
    RATE = "rate", "A share or rate of a numerator and a denominator"
    SURVEY = "survey", "A share of the people asked, over a rolling window"
    LEVEL = "level", "An average or a level: months do not add up"


class Improvement(TextChoices):
    """Which way would be a sign of improvement."""

    INCREASE = "increase", "Increase"
    DECREASE = "decrease", "Decrease"
    STABLE = "stable", "Stable"
    NONE = "none", "None set"


class Inclusion(TextChoices):
    """When the measure has a section in a report."""

    MONTH_AND_QUARTER = "month_and_quarter", "Month and quarter"
    QUARTER = "quarter", "Quarter"
    QUARTER_UNLESS_EXCEPTIONAL = "quarter_unless_exceptional", "Quarter unless exceptional"
    EXCEPTIONAL = "exceptional", "Exceptional only"
    ADDITIONAL = "additional", "Additional"


EVERY_QUARTER = frozenset({Inclusion.MONTH_AND_QUARTER, Inclusion.QUARTER, Inclusion.QUARTER_UNLESS_EXCEPTIONAL})


class InclusionChoice(TextChoices):
    """What the office decided for one quarter, over the measure's rule."""

    BY_RULE = "by_rule", "As the measure’s rule says"
    INCLUDED = "included", "Include it this quarter"
    LEFT_OUT = "left_out", "Leave it out this quarter"


class AddsUp(TextChoices):
    """How the areas of a measure relate to the whole."""

    SUM = "sum", "Districts add to policing areas, and those to the force"
    NOT = "not", "Areas do not add up"


class AreaKind(TextChoices):
    """The three kinds of place, which are never confused: two of them may bear one name."""

    FORCE = "force", "Force area"
    POLICING_AREA = "policing_area", "Policing area"
    DISTRICT = "district", "District"


class ObservationStatus(TextChoices):
    VALUE = "value", "Value"
    PROVISIONAL = "provisional", "Provisional"
    REVISED = "revised", "Revised"
    NOT_AVAILABLE = "not_available", "Not available"


class RuleChoice(TextChoices):
    """Which rules find the signals of a measure's chart."""

    OFFICE = "office", "The office’s rules"
    RUN_OF_EIGHT = "run_of_eight", "Run of eight, with re-basing"
    NHS = "nhs", "NHS Making Data Count"
    LINE_ONLY = "line_only", "A line without limits"


class AverageChoice(TextChoices):
    """What 'the quarter average' means."""

    LATEST_FOUR = "latest_four", "Mean of the latest four quarters, this one included"
    PREVIOUS_FOUR = "previous_four", "Mean of the four quarters before this one"
    PHASE_MEAN = "phase_mean", "Three times the current monthly mean"


class LoadKind(TextChoices):
    OBSERVATIONS = "observations", "Monthly figures"
    QUARTERS = "quarters", "Quarter figures as the force states them"
    STREET_LEVEL = "street_level", "Police open data, street level"


class LoadState(TextChoices):
    """Queued and loading are background work; the other three are its ends."""

    QUEUED = "queued", "Queued"
    LOADING = "loading", "Loading"
    LOADED = "loaded", "Loaded"
    REFUSED = "refused", "Refused"
    FAILED = "failed", "Failed"


LOADS_IN_WORK = frozenset({LoadState.QUEUED, LoadState.LOADING})


class Severity(TextChoices):
    ERROR = "error", "Error"
    WARNING = "warning", "Warning"


class PhaseOrigin(TextChoices):
    RUN = "run", "A run on one side of the mean"
    ANNOTATION = "annotation", "A change in how it is recorded"


class PhaseState(TextChoices):
    """A proposed phase is drawn until an analyst declines it."""

    PROPOSED = "proposed", "Proposed"
    CONFIRMED = "confirmed", "Confirmed"
    DECLINED = "declined", "Declined"


class CommentaryState(TextChoices):
    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"


class QuestionState(TextChoices):
    """A question to the Chief Constable."""

    DRAFT = "draft", "Draft"
    ASKED = "asked", "Asked"
    ANSWERED = "answered", "Answered"
    CLOSED = "closed", "Closed"


class SignalKind(TextChoices):
    """The names that `performance.control_chart` gives its signals."""

    HIGH = "high", "Above the upper limit"
    LOW = "low", "Below the lower limit"
    SHIFT = "shift", "A shift of the mean"
    TREND = "trend", "A trend"
    TWO_IN_THREE = "two_in_three", "Two of three near a limit"
