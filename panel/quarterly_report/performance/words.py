"""How the sections on performance name months, changes and what is invented."""

from datetime import date
from decimal import Decimal

from opcc.documents.figures import Figure, number, rounded, signed
from performance.reporting import Reading

SOURCE = "the police force's figures"


def anchor(reading: Reading) -> str:
    """The name of a measure's place in the document."""
    return f"measure-{reading.measure.code}"


def short_month(month: date) -> str:
    """'Oct 17' without a place to break."""
    return f"{month:%b}\u00a0{month:%y}"


def change_cell(reading: Reading) -> str | None:
    """The change on the quarter before: in percent where it has one, else as a difference; a dash if not known."""
    change = reading.change
    if change is None or change.difference.value is None:
        return None
    if change.percent is not None:
        return f"{signed(rounded(change.percent, 0))}%"
    return f"+{change.difference.text}" if change.difference.value > 0 else change.difference.text


def against_average_cell(reading: Reading) -> str | None:
    """How far the quarter lies from its average, in percent; a dash where one is not known or both are shares."""
    value, average = reading.value.value, reading.average.value
    if value is None or not average or reading.measure.is_percent:
        return None
    return f"{signed(rounded((Decimal(value) - average) * 100 / average, 0))}%"


def comparison(reading: Reading) -> str:
    """The quarter against the one before, the same a year ago and its average, in one sentence."""
    told = []
    if reading.previous.value is not None and reading.change is not None:
        told.append(f"{reading.change.words} on the quarter before ({reading.previous})")
    if reading.average.value is not None and reading.against_average:
        told.append(f"{reading.against_average} ({reading.average})")
    if reading.same_last_year.value is not None:
        told.append(f"{reading.same_last_year} in the same quarter a year before")
    if reading.rate is not None and reading.rate.value is not None:
        told.append(f"{reading.rate} {reading.rate.base}")
    text = f"{reading.value} in the quarter; {', '.join(told)}." if told else ""
    if not told and reading.value.value is not None:
        text = f"{reading.value} in the quarter."
    warning = reading.change.warning if reading.change else ""
    return " ".join(filter(None, (text, _interval(reading), warning, _whole(reading.standing))))


def _interval(reading: Reading) -> str:
    """Between what the share of everybody would lie, as far as those asked can tell."""
    if reading.interval is None or reading.n is None:
        return ""
    low, high = (number(rounded(end, 1)) for end in reading.interval)
    return f"{number(reading.n)} were asked, so the share of all lies between {low}% and {high}%, as far as they can tell."


def _whole(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}." if words else ""


def summary_data(reading: Reading) -> str:
    """The 'Data' of the summary: '10,448, a decrease of 5%'."""
    if reading.value.value is None:
        return "No figure"
    words = reading.change.words if reading.change else ""
    return f"{reading.value.text}, {words}" if words else reading.value.text


def figures_of(reading: Reading) -> tuple[Figure, ...]:
    """Every figure that a section's sentences rest on."""
    kept = (reading.value, reading.previous, reading.same_last_year, reading.average, reading.rate)
    return tuple(figure for figure in kept if figure is not None)


def whole(value: Decimal | None) -> int | Decimal | None:
    """A number without decimals that it does not need."""
    return int(value) if value is not None and value == value.to_integral_value() else value
