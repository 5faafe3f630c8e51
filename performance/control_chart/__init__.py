"""Control charts of monthly figures: mean, limits, phases and the months that stand out. Plain values in and out."""

from performance.control_chart.chart import Chart, Phase, Rebasing, Signal
from performance.control_chart.improvement import Assurance, Direction, Judgement, assurance, judgement
from performance.control_chart.individuals import individuals_chart
from performance.control_chart.reading import reading, whole
from performance.control_chart.rules import NHS, ROLLING, RUN_OF_EIGHT, TREND, Began, RuleSet, SignalKind
from performance.control_chart.signals import two_in_three

__all__ = [
    "NHS",
    "ROLLING",
    "RUN_OF_EIGHT",
    "TREND",
    "Assurance",
    "Began",
    "Chart",
    "Direction",
    "Judgement",
    "Phase",
    "Rebasing",
    "RuleSet",
    "Signal",
    "SignalKind",
    "assurance",
    "individuals_chart",
    "judgement",
    "reading",
    "two_in_three",
    "whole",
]
