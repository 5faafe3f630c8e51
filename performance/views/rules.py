"""How signals are found, in plain English, from the rules in force."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from opcc.accounts.permissions import public_page
from performance.control_chart import RuleSet
from performance.enums import SignalKind
from performance.reporting import LETTERS
from performance.reporting.in_force import rules_in_force
from performance.views.reader import reads_restricted


@dataclass(frozen=True)
class Letter:
    """A letter on the charts, what it means, and whether this office looks for it."""

    letter: str
    name: str
    meaning: str
    in_use: bool


@public_page
@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """For a reader without training: what a signal is, what the letters mean, and what is not tested."""
    found = rules_in_force(include_restricted=reads_restricted(request))
    context = {"found": found, "rules": found.rules, "letters": letters(found.rules)}
    return render(request, "performance/rules.html", context)


def letters(rules: RuleSet) -> list[Letter]:
    """In the order in which one of several labels a month."""
    run, trend = rules.run or "Several", rules.trend or "Several"
    told = (
        (SignalKind.HIGH, "High", "The month lies above the upper limit", rules.outside),
        (SignalKind.LOW, "Low", "The month lies below the lower limit", rules.outside),
        (
            SignalKind.TREND,
            "Trend",
            f"{trend} months one after the other each rise, or each fall",
            rules.trend is not None,
        ),
        (
            SignalKind.TWO_IN_THREE,
            "Near",
            "Two of three months lie near the same limit, all three on the same side of the mean",
            rules.two_in_three,
        ),
        (SignalKind.SHIFT, "Shift", f"{run} months in a row lie on the same side of the mean", rules.run is not None),
    )
    return [Letter(LETTERS[kind], name, meaning, in_use) for kind, name, meaning, in_use in told]
