"""A figure as a report prints it: the value with its unit, its base, its source and the day it stood at."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import TypedDict

MINUS = "−"
NOT_KNOWN = "not known"


class Unit(StrEnum):
    """What a value counts or measures."""

    COUNT = "count"
    PERCENT = "percent"
    POINTS = "points"  # the difference of two percentages
    POUNDS = "pounds"
    RATE = "rate"  # per 1,000 people or households; the base says which
    DAYS = "days"
    MINUTES = "minutes"
    SECONDS = "seconds"  # shown as minutes and seconds


_PLACES = {Unit.PERCENT: 1, Unit.POINTS: 1, Unit.RATE: 2, Unit.MINUTES: 1}


class FigureData(TypedDict):
    """A figure as JSON keeps it: whole numbers as numbers, decimals as text, so that none is rounded."""

    key: str
    label: str
    value: int | str | None
    unit: str
    base: str
    source: str
    as_at: str | None
    places: int | None


@dataclass(frozen=True)
class Figure:
    """One number of a document. `value` None is 'not known'; a float is refused, because it is not exact."""

    key: str
    label: str
    value: int | Decimal | None
    unit: Unit = Unit.COUNT
    base: str = ""  # what it is a count, share or rate of: '30 forums', '1,349 residents'
    source: str = ""
    as_at: date | None = None
    places: int | None = None  # decimals shown, where the unit's own do not serve

    def __post_init__(self) -> None:
        if isinstance(self.value, bool) or not isinstance(self.value, int | Decimal | None):
            raise TypeError(f"The figure '{self.key}' holds {self.value!r}: give an int, a Decimal or None")
        if isinstance(self.value, Decimal) and not self.value.is_finite():
            raise ValueError(f"The figure '{self.key}' is not a finite number")

    @property
    def text(self) -> str:
        """The value as a sentence prints it: '10,448', '84.0%', '£24,000', '−3.0 points', '1 day'."""
        if self.value is None:
            return NOT_KNOWN
        if self.unit is Unit.POUNDS:
            return money(self.value)
        shown = number(self.value, self.places if self.places is not None else _PLACES.get(self.unit))
        match self.unit:
            case Unit.PERCENT:
                shown += "%"
            case Unit.POINTS | Unit.DAYS | Unit.MINUTES:
                shown += f" {self.unit.value.removesuffix('s') if shown == '1' else self.unit.value}"
            case Unit.SECONDS:
                shown = minutes_and_seconds(self.value)
        return shown

    def __str__(self) -> str:
        return self.text

    def to_dict(self) -> FigureData:
        """JSON-safe and exact: `from_dict(to_dict(f)) == f`."""
        return {
            "key": self.key,
            "label": self.label,
            "value": str(self.value) if isinstance(self.value, Decimal) else self.value,
            "unit": self.unit.value,
            "base": self.base,
            "source": self.source,
            "as_at": self.as_at.isoformat() if self.as_at else None,
            "places": self.places,
        }

    @classmethod
    def from_dict(cls, data: FigureData) -> "Figure":
        """The figure that `to_dict` wrote."""
        value = data["value"]
        return cls(
            key=data["key"],
            label=data["label"],
            value=Decimal(value) if isinstance(value, str) else value,
            unit=Unit(data["unit"]),
            base=data["base"],
            source=data["source"],
            as_at=date.fromisoformat(data["as_at"]) if data["as_at"] else None,
            places=data["places"],
        )


def rounded(value: int | Decimal, places: int) -> Decimal:
    """Round half away from zero, as a reader does by hand; never minus nought."""
    step = Decimal(1).scaleb(-places)
    return Decimal(value).quantize(step, rounding=ROUND_HALF_UP) + Decimal(0)


def number(value: int | Decimal, places: int | None = None) -> str:
    """'10,448', '−3.5': commas at the thousands and a real minus. Without `places` a Decimal shows what it holds."""
    shown = value if places is None else rounded(value, places)
    return f"{shown:,f}".replace("-", MINUS) if isinstance(shown, Decimal) else f"{shown:,}".replace("-", MINUS)


def money(value: int | Decimal) -> str:
    """'£24,000', '−£1,250.50': pence only where there are any."""
    exact = rounded(value, 2)
    shown = number(abs(exact), 0 if exact == exact.to_integral_value() else 2)
    return f"{MINUS if exact < 0 else ''}£{shown}"


def minutes_and_seconds(seconds: int | Decimal) -> str:
    """'12 minutes 5 seconds', '1 minute', '40 seconds', '−3 seconds': whole seconds, the half rounded up."""
    minutes, rest = divmod(int(abs(rounded(seconds, 0))), 60)
    parts = [count_of(minutes, "minute")] * bool(minutes) + [count_of(rest, "second")] * bool(rest or not minutes)
    return f"{MINUS if rounded(seconds, 0) < 0 else ''}{' '.join(parts)}"


def signed(value: int | Decimal, places: int | None = None) -> str:
    """A change: '+7', '−8', '0'."""
    shown = number(value, places)
    kept = value if places is None else rounded(value, places)
    return f"+{shown}" if kept > 0 else shown


def direction(change: int | Decimal, *, up: str = "rose", down: str = "fell", same: str = "did not change") -> str:
    """The word that the sign of a change calls for, so that prose cannot contradict its figure."""
    if change > 0:
        return up
    return down if change < 0 else same


def count_of(count: int, singular: str, plural: str = "") -> str:
    """'1 forum', '30 forums', '0 forums'; `plural` where an s does not make it."""
    return f"{number(count)} {singular if count == 1 else plural or singular + 's'}"


def times(count: int) -> str:
    """'once', 'twice', '3 times'."""
    return {1: "once", 2: "twice"}.get(count, f"{number(count)} times")


def percentage(part: int | Decimal, whole: int | Decimal) -> Decimal | None:
    """100 x part / whole, unrounded; None where the whole is nought, because no share exists."""
    return Decimal(part) * 100 / Decimal(whole) if whole else None


def percentage_change(before: int | Decimal, after: int | Decimal) -> Decimal | None:
    """100 x (after - before) / before, unrounded; None where it began at nought, because no rate of change exists."""
    return percentage(Decimal(after) - Decimal(before), before)
