"""The history of a series as a control chart is drawn from it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from opcc.documents import charts
from opcc.documents.charts import ControlSeries
from performance.enums import MeasureUnit
from performance.reporting.readings import MonthValue, SeriesHistory

_PLACES = {MeasureUnit.PERCENT: 1, MeasureUnit.RATE: 2, MeasureUnit.MINUTES: 1, MeasureUnit.SECONDS: 1}
_SUFFIX = {MeasureUnit.PERCENT: "%", MeasureUnit.MINUTES: " min", MeasureUnit.SECONDS: " min"}
_DIVISOR = {MeasureUnit.SECONDS: 60}  # drawn in minutes


def control_series(history: SeriesHistory) -> ControlSeries | None:
    """What its chart is drawn from; None where no month has a value. Seconds are drawn in minutes."""
    if all(month.value is None for month in history.months):
        return None
    unit = history.reading.measure.unit
    divisor = _DIVISOR.get(unit, 1)

    def level(value: Decimal) -> float:
        return float(value / divisor)

    count = len(history.months)
    projection = history.projection
    return ControlSeries(
        first_month=history.first,
        values=tuple(None if month.value is None else level(month.value) for month in history.months),
        phases=tuple(
            charts.Phase(
                start=_index(history, phase.first),
                end=_index(history, phase.last) + 1,
                mean=level(phase.mean),
                lower=None if phase.lower is None else level(phase.lower),
                upper=None if phase.upper is None else level(phase.upper),
                trial=phase.is_trial,
            )
            for phase in history.phases
        ),
        signals=tuple(charts.Signal(_index(history, signal.month), signal.letter) for signal in history.signals),
        annotations=tuple(
            charts.Annotation(index, note.label)
            for note in history.annotations
            for index in [_index(history, note.month)]
            if 0 <= index < count
        ),
        projection=None
        if projection is None
        else charts.Projection(
            tuple((level(low), level(middle), level(high)) for low, middle, high in projection.bands)
        ),
        synthetic_to=invented_to(history.months),
        places=_PLACES.get(unit, 0),
        suffix=_SUFFIX.get(unit, ""),
    )


def invented_to(months: Sequence[MonthValue]) -> int | None:
    """The last of the invented months, where every month with a value up to it is one; else None."""
    known = [(index, month.is_synthetic) for index, month in enumerate(months) if month.value is not None]
    invented = [index for index, is_invented in known if is_invented]
    if not invented or not all(is_invented for index, is_invented in known if index <= invented[-1]):
        return None
    return invented[-1]


def _index(history: SeriesHistory, month: date) -> int:
    return (month.year - history.first.year) * 12 + month.month - history.first.month
