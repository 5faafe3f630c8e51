"""The chart of a measure's months."""

from collections.abc import Sequence
from operator import attrgetter

from performance.control_chart.chart import Chart, Signal
from performance.control_chart.months import Months
from performance.control_chart.phases import measured
from performance.control_chart.rules import RUN_OF_EIGHT, RuleSet
from performance.control_chart.runs import divided
from performance.control_chart.signals import signals


def individuals_chart(
    values: Sequence[float | None],
    *,
    rules: RuleSet = RUN_OF_EIGHT,
    screen: bool = False,
    breaks: Sequence[int] = (),
) -> Chart:
    """Phases, limits and the months that stand out; None is a month without a value.

    Limits are the phase's mean plus and minus 2.66 mean moving ranges, in the unit of the values; `screen` leaves out
    moving ranges from 3.267 times their mean on. A phase starts at each month of `breaks`. Months are held against the
    mean as it was known month by month to find the runs that move it, and against the phases found to find those that
    stand out. Raises ValueError for a value that is no finite number or a break outside the months. Sources and a
    worked example: docs/calculations/control-chart.md.
    """
    months = Months.of(values, rules.run)
    spans, rebasings = divided(months, _starts(breaks, len(months.values)), rules)
    phases = tuple(measured(months.values, span, rules=rules, screen=screen) for span in spans)
    runs = {each.effective_from: each for each in rebasings if each.applied}
    found = [signal for phase in phases for signal in signals(months, phase, rules, runs.get(phase.start))]
    return Chart(months.values, phases, _in_order(found), tuple(rebasings), rules, screen)


def _starts(breaks: Sequence[int], months: int) -> list[int]:
    if outside := [at for at in breaks if not 0 <= at < months]:
        raise ValueError(f"The break at {outside[0]} is not one of the chart's months, 0 to {months - 1}.")
    return sorted({0, *breaks}) if months else []


def _in_order(found: list[Signal]) -> tuple[Signal, ...]:
    """By month, and within a month in the order of precedence, each once."""
    kept: list[Signal] = []
    for signal in sorted(found, key=attrgetter("index")):
        if not kept or signal != kept[-1]:
            kept.append(signal)
    return tuple(kept)
