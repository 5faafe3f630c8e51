"""How dates, money, numbers and delays are written on every page."""

from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeVar

from django.utils import timezone

MINUS = "−"
DateOrTime = TypeVar("DateOrTime", date, datetime)
Number = int | float | Decimal


def nice_date(day: date | datetime) -> str:
    """'19 March 2018'; a datetime is read in London."""
    day = _london(day)
    return f"{day.day} {day:%B %Y}"


def nice_weekday(day: date | datetime) -> str:
    """'Monday 19 March 2018'."""
    return f"{_london(day):%A} {nice_date(day)}"


def nice_time(moment: time | datetime) -> str:
    """'10:30am', '7pm', 'midday', 'midnight'; a datetime is read in London."""
    if isinstance(moment, datetime):
        moment = _london(moment).time()
    if moment.minute == 0 and moment.hour in (0, 12):
        return "midday" if moment.hour else "midnight"
    minutes = f":{moment.minute:02d}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{'am' if moment.hour < 12 else 'pm'}"


def nice_datetime(moment: datetime) -> str:
    """'19 March 2018, 10:30am'."""
    return f"{nice_date(moment)}, {nice_time(moment)}"


def money(amount: Number) -> str:
    """'£24,000', and pence only where there are some: '£24,000.50'."""
    pounds = Decimal(str(amount)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    words = f"£{abs(pounds):,.2f}".removesuffix(".00")
    return f"{MINUS if pounds < 0 else ''}{words}"


def number(value: Number, places: int | None = None) -> str:
    """'10,447', with a real minus and, if asked for, a fixed number of decimal places."""
    if places is not None:
        value = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{value:,}".replace("-", MINUS)


def change(value: Number) -> str:
    """'+7', '−8' or '0'."""
    return f"{'+' if value > 0 else ''}{number(value)}"


def percent1(value: Number) -> str:
    """'70.9%', from 70.9: one decimal, whatever the value."""
    return f"{number(value, 1)}%"


def days(count: int) -> str:
    """'1 day', '6 days'."""
    return "1 day" if count == 1 else f"{number(count)} days"


def days_left(count: int) -> str:
    """'3 days left', 'today is the last day' or, below nothing, '2 days overdue'."""
    if count < 0:
        return f"{days(-count)} overdue"
    return f"{days(count)} left" if count else "today is the last day"


def due(day: date, today: date) -> str:
    """'Overdue by 6 days', 'Due today', 'Due tomorrow', 'Due in 5 days' or, beyond a fortnight, 'Due 30 March 2018'."""
    left = (day - today).days
    if left < 0:
        return f"Overdue by {days(-left)}"
    if left > 14:
        return f"Due {nice_date(day)}"
    return {0: "Due today", 1: "Due tomorrow"}.get(left, f"Due in {days(left)}")


def ago(day: date, today: date) -> str:
    """'today', 'yesterday', '6 days ago' or, beyond a month, the date."""
    gone = (today - day).days
    if gone < 0 or gone > 31:
        return nice_date(day)
    return {0: "today", 1: "yesterday"}.get(gone, f"{days(gone)} ago")


def file_size(size: int) -> str:
    """'820 bytes', '45 KB', '1.2 MB'."""
    if size < 1000:
        return f"{size} bytes"
    if size < 1_000_000:
        return f"{round(size / 1000)} KB"
    return f"{size / 1_000_000:.1f} MB"


def _london(day: DateOrTime) -> DateOrTime:
    return timezone.localtime(day) if isinstance(day, datetime) and timezone.is_aware(day) else day
