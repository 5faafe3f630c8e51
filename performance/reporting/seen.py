"""Small parts of a reading: a month as readers see it, the target in force, and why no rule was put to a chart."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from opcc.core.quarters import Quarter
from opcc.documents.figures import Figure, Unit
from performance.comparison import Number
from performance.enums import ObservationStatus
from performance.models import HouseRules, Target
from performance.queries.books import Kept
from performance.reporting.charting import Charted
from performance.reporting.facts import exact, plain
from performance.reporting.quarter_values import few_asked, is_hidden
from performance.reporting.readings import MonthValue
from performance.reporting.stored import NO_FIGURES

_MONTHS_OF_A_QUARTER = 3
KEPT = Decimal("0.0001")
LINE_ONLY = "Drawn as a line, without limits"
NO_MONTHS = "Figures for whole quarters only"
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def month_value(kept: Kept, house: HouseRules, month: date) -> MonthValue:
    """A month of a series. A share of too few people is left out, and says so."""
    figure = kept.months.get(month)
    if figure is None:
        return MonthValue(month, None, ObservationStatus.NOT_AVAILABLE)
    value, status, note = figure.value, ObservationStatus(figure.status), figure.note
    if value is not None and is_hidden(kept.series.measure, figure.n, house):
        value, status, note = None, ObservationStatus.NOT_AVAILABLE, few_asked(house)
    return MonthValue(
        month=month,
        value=plain(value),
        status=status,
        note=note,
        numerator=figure.numerator,
        denominator=figure.denominator,
        n=figure.n,
        is_synthetic=figure.is_synthetic,
    )


def to_keep(value: Number | None) -> Number | None:
    """A worked out number with the decimals that are kept of one."""
    if not isinstance(value, Decimal):
        return value
    return exact(value.quantize(KEPT, ROUND_HALF_UP))


def with_article(change: str) -> str:
    """'an increase of 14%', from 'increase of 14%'."""
    articles = {"increase": "an ", "decrease": "a "}
    return f"{articles.get(change.partition(' ')[0], '')}{change}"


def sentence_begun(words: str) -> str:
    """With a capital."""
    return f"{words[:1].upper()}{words[1:]}"


def target_on(targets: Sequence[Target], day: date) -> Target | None:
    """The target in force on a day: the area's own before the measure's, of those the one set last."""
    live = [each for each in targets if each.starts_on <= day and (each.ends_on is None or each.ends_on >= day)]
    return max(live, key=lambda each: (each.series_id is not None, each.starts_on), default=None)


def target_words(target: Target, unit: Unit) -> str:
    """'80% or more', as the office words it; the bare value where it has no words for it."""
    return target.words or Figure("target", "Target", exact(target.value), unit).text


def why_not_tested(kept: Kept, charted: Charted | None, quarter: Quarter) -> str:
    """Why no rule was put to the quarter's months; empty where one was."""
    measure = kept.series.measure
    if measure.is_rolling and (months := measure.rolling_months) is not None:
        return f"Rolling {_NUMBERS[months] if months < len(_NUMBERS) else months} months"
    if charted is None or all(value is None for value in charted.chart.values[-_MONTHS_OF_A_QUARTER:]):
        stated = kept.stated.get(quarter.start)
        return NO_MONTHS if stated is not None and stated.value is not None else NO_FIGURES
    if charted.chart.rules.line_only:
        return LINE_ONLY
    phase = charted.chart.phases[-1]
    if phase.lower is None:
        return f"Too few months since {charted.month(phase.start):%B %Y} to say what is usual"
    return ""
