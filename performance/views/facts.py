"""The facts that decide things at the top of a measure's page, and what the quarter is compared with."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from opcc.core.quarters import Quarter
from opcc.documents.figures import Figure, Unit, number, rounded
from performance.enums import MeasureKind, MeasureUnit
from performance.reporting import Reading
from performance.reporting.facts import exact
from performance.views.lines import (
    NO_FIGURE,
    ReadingLine,
    average_text,
    base_words,
    difference_from_average,
    plain_text,
    with_sign,
)

ASSURED = {
    "consistently passes": "as things are, nearly every month meets it",
    "consistently fails": "as things are, hardly any month meets it",
    "hit and miss": "as things are, some months meet it and some do not",
}


@dataclass(frozen=True)
class Fact:
    """One of the facts: a label, the fact, notes beneath, and the letter of a signal."""

    label: str
    value: str
    notes: tuple[str, ...] = ()
    letter: str = ""


@dataclass(frozen=True)
class ComparisonRow:
    """What the quarter is held against, its figure, and what follows."""

    name: str
    value: str
    meaning: str


def facts(reading: Reading) -> tuple[Fact, ...]:
    """The quarter, the change, the signal, and what would be an improvement."""
    return (_quarter(reading), _change(reading), _signal(reading), _improvement(reading))


def comparison_rows(reading: Reading) -> tuple[ComparisonRow, ...]:
    """Only what is known."""
    return tuple(row for row in (_before(reading), _year_before(reading), _average(reading), *_others(reading)) if row)


def _quarter(reading: Reading) -> Fact:
    months = ", ".join(
        f"{month.month:%b} {NO_FIGURE.lower() if month.value is None else plain_text(reading, month.value)}"
        for month in reading.months
    )
    if reading.value.value is None:
        return Fact(reading.quarter.label, NO_FIGURE, tuple(filter(None, (reading.headline_note, months))))
    noun = f" {reading.measure.noun}" if reading.measure.kind is MeasureKind.COUNT and _counts(reading) else ""
    notes = (months if any(month.value is not None for month in reading.months) else "", base_words(reading))
    return Fact(reading.quarter.label, f"{reading.value.text}{noun}", tuple(filter(None, notes)))


def _counts(reading: Reading) -> bool:
    return reading.measure.unit is MeasureUnit.COUNT


def _change(reading: Reading) -> Fact:
    change = reading.change
    if change is None or change.difference.value is None:
        return Fact("Change", "Not known", ("A figure of one of the two quarters is missing",))
    difference = change.difference.value
    size = replace(change.difference, value=-difference if difference < 0 else difference)
    way = "Up" if difference > 0 else "Down"
    words = f"{way} {size.text}" if difference else "No change"
    percent = "" if change.percent is None else f"{ReadingLine(reading, '').change_percent}, "
    against = f"{percent}from {reading.previous.text} in {reading.quarter.previous.label}"
    return Fact("Change", words, tuple(filter(None, (against, change.warning))))


def _signal(reading: Reading) -> Fact:
    line = ReadingLine(reading, "")
    return Fact("Signal", line.status, (line.status_note,) if line.status_note else (), line.letter)


def _improvement(reading: Reading) -> Fact:
    first, _, rest = reading.measure.improvement_words.partition(",")
    return Fact("Signs of improvement would be", first, (rest.strip(),) if rest.strip() else ())


def _before(reading: Reading) -> ComparisonRow | None:
    if reading.previous.value is None:
        return None
    meaning = _sentence(f"{reading.change.words}. {reading.change.warning}") if reading.change else ""
    return ComparisonRow(f"Quarter before, {reading.quarter.previous.label}", reading.previous.text, meaning)


def _year_before(reading: Reading) -> ComparisonRow | None:
    if reading.same_last_year.value is None:
        return None
    quarter, value = Quarter(reading.quarter.year - 1, reading.quarter.number), reading.value.value
    meaning = ""
    if value is not None:
        unit = Unit.POINTS if reading.measure.is_percent else reading.value.unit
        change = Figure("change", "Change", exact(Decimal(value) - reading.same_last_year.value), unit)
        meaning = f"{with_sign(change)} since then" if change.value else "no change since then"
    return ComparisonRow(
        f"Same quarter a year before, {quarter.label}", reading.same_last_year.text, _sentence(meaning)
    )


def _average(reading: Reading) -> ComparisonRow | None:
    if reading.average.value is None:
        return None
    definition = reading.average_definition
    words = f"{reading.against_average} ({difference_from_average(reading)})" if reading.against_average else ""
    return ComparisonRow("Quarter average", average_text(reading), _sentence(words, definition))


def _others(reading: Reading) -> Sequence[ComparisonRow | None]:
    return (_rate(reading), _interval(reading), _peers(reading), _target(reading))


def _rate(reading: Reading) -> ComparisonRow | None:
    rate = reading.rate
    if rate is None:
        return None
    _, _, people = rate.base.partition("; ")
    return ComparisonRow(rate.label, rate.text, _sentence(people, f"source: {rate.source}" if rate.source else ""))


def _interval(reading: Reading) -> ComparisonRow | None:
    if reading.interval is None or reading.n is None:
        return None
    low, high = (number(rounded(end, 1)) for end in reading.interval)
    few = "so few that the share is on trial" if reading.rests_on_few else ""
    told = f"{number(reading.n)} people were asked"
    return ComparisonRow(
        "If everybody had been asked", f"{low}% to {high}%", _sentence(f"{told}, {few}" if few else told)
    )


def _peers(reading: Reading) -> ComparisonRow | None:
    if not reading.standing:
        return None
    rank, _, rest = reading.standing.partition(" in ")
    return ComparisonRow("Most similar forces", rank, _sentence(f"in {rest}"))


def _target(reading: Reading) -> ComparisonRow | None:
    if not reading.target:
        return None
    return ComparisonRow("Target", reading.target, _sentence(ASSURED.get(reading.assurance, reading.assurance)))


def _sentence(*parts: str) -> str:
    """The parts as sentences, each with its capital and its full stop."""
    told = [part.strip().rstrip(".") for part in parts if part.strip(" .")]
    return " ".join(f"{part[:1].upper()}{part[1:]}." for part in told)
