"""Where phases begin: by the rules, by an analyst's decision, and never by a note alone."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from opcc.core.quarters import Quarter
from performance.enums import PhaseOrigin, PhaseState, RuleChoice, SignalKind
from performance.models import Series
from performance.reporting import SeriesHistory
from tests.factories.performance import AnnotationFactory, HouseRulesFactory, PhaseChangeFactory
from tests.performance.readings import (
    AT,
    BEFORE,
    MARCH_2016,
    Q3,
    QUIET,
    RUN,
    STEPPED,
    history_of,
    reading_of,
    series_of,
)

pytestmark = pytest.mark.django_db
MARCH = date(2017, 3, 1)
DECIDED: dict[str, Any] = {"decided_at": AT, "reason": "As seen at the meeting"}
DECLINED = {**DECIDED, "state": PhaseState.DECLINED}
CONFIRMED = {**DECIDED, "state": PhaseState.CONFIRMED}


def stepped(**measure: Any) -> Series:
    return series_of(STEPPED, first=MARCH_2016, **measure)


def starts(history: SeriesHistory) -> list[tuple[date, str]]:
    return [(phase.first, phase.decision) for phase in history.phases]


def letters(history: SeriesHistory) -> str:
    """The letter of each month, a dot for one that does not stand out."""
    found = {signal.month: signal.letter for signal in history.signals}
    return "".join(found.get(month.month, ".") for month in history.months)


def test_run_is_drawn_before_anybody_has_seen_it_and_while_it_is_proposed_or_confirmed() -> None:
    series = stepped()
    expected = [(MARCH_2016, ""), (MARCH, "proposed")]
    assert starts(history_of(series)) == expected
    assert letters(history_of(series)) == "." * 12 + "S" * 8 + ".."

    change = PhaseChangeFactory.create(series=series)
    assert starts(history_of(series)) == expected

    change.state, change.decided_at, change.reason = PhaseState.CONFIRMED, AT, "A lasting change"
    change.save()
    history = history_of(series)
    assert starts(history) == [(MARCH_2016, ""), (MARCH, "confirmed")]
    assert history.reading.headline == "Mean raised, 20 to 33"


def test_run_that_was_declined_is_not_drawn_and_stands_out_against_the_mean_that_stayed() -> None:
    series = stepped()
    PhaseChangeFactory.create(series=series, **DECLINED)

    history = history_of(series)
    assert starts(history) == [(MARCH_2016, "")]
    assert history.reading.headline_kind is SignalKind.SHIFT
    assert history.reading.headline == "10 months in a row above the mean"
    assert history.reading.headline_note == ""


def test_run_after_one_that_was_declined_is_drawn_and_so_are_those_on_record() -> None:
    fall = (10, 12, 11, 9, 10, 11, 12, 10)
    series = series_of((*BEFORE, *RUN, *fall), first=MARCH_2016)
    PhaseChangeFactory.create(series=series, **DECLINED)
    quarter = Quarter(2018, 1)

    history = history_of(series, quarter)
    assert starts(history) == [(MARCH_2016, ""), (date(2017, 11, 1), "proposed")]
    assert (history.reading.headline, history.reading.headline_note) == (
        "Mean lowered, 25 to 11",
        "A month, from November 2017",
    )

    PhaseChangeFactory.create(
        series=series,
        effective_from=date(2017, 11, 1),
        detected_on=date(2018, 6, 1),
        old_mean=Decimal("25.2"),
        new_mean=Decimal("10.6"),
        **CONFIRMED,
    )
    again = history_of(series, quarter)
    assert starts(again) == [(MARCH_2016, ""), (date(2017, 11, 1), "confirmed")]
    assert again.reading.headline == "Mean lowered, 25 to 11"


def test_run_that_was_confirmed_stays_when_revised_figures_no_longer_make_one() -> None:
    series = series_of(first=date(2016, 4, 1))
    PhaseChangeFactory.create(series=series, old_mean=None, new_mean=None, **CONFIRMED)

    history = history_of(series)
    assert starts(history) == [(date(2016, 4, 1), ""), (MARCH, "confirmed")]
    assert (history.reading.headline, history.reading.headline_note) == ("New mean", "A month, from March 2017")


def test_run_that_was_proposed_goes_when_revised_figures_no_longer_make_one() -> None:
    series = series_of()
    PhaseChangeFactory.create(series=series)

    assert starts(history_of(series)) == [(date(2016, 4, 1), "")]


def test_runs_on_record_are_drawn_beside_one_that_was_declined() -> None:
    series = stepped()
    september = date(2016, 9, 1)
    PhaseChangeFactory.create(series=series, effective_from=september, detected_on=date(2017, 4, 1), **CONFIRMED)
    PhaseChangeFactory.create(series=series, **DECLINED)

    assert starts(history_of(series)) == [(MARCH_2016, ""), (september, "confirmed")]


def test_decision_of_later_is_not_drawn_in_an_earlier_quarter() -> None:
    series = stepped()
    PhaseChangeFactory.create(series=series, detected_on=date(2017, 10, 1), **CONFIRMED)

    assert starts(history_of(series, Quarter(2017, 2))) == [(MARCH_2016, "")]
    assert starts(history_of(series, Q3)) == [(MARCH_2016, ""), (MARCH, "confirmed")]


def test_note_alone_begins_no_phase_and_a_decision_on_it_does() -> None:
    series = series_of()
    note = AnnotationFactory.create(measure=series.measure, month=date(2017, 10, 1))
    assert starts(history_of(series)) == [(date(2016, 4, 1), "")]

    PhaseChangeFactory.create(
        series=series,
        origin=PhaseOrigin.ANNOTATION,
        annotation=note,
        effective_from=note.month,
        old_mean=None,
        new_mean=None,
        **CONFIRMED,
    )
    history = history_of(series)
    assert starts(history) == [(date(2016, 4, 1), ""), (date(2017, 10, 1), "confirmed")]
    assert [(each.month, each.label) for each in history.annotations] == [(note.month, "New recording system")]
    assert history.reading.why_not_tested == "Too few months since October 2017 to say what is usual"
    assert history.reading.headline == ""


def test_annotations_are_those_of_the_charts_months() -> None:
    series = series_of()
    for month in (date(2016, 3, 1), date(2016, 4, 1), date(2017, 12, 1), date(2018, 1, 1)):
        AnnotationFactory.create(measure=None, month=month, label=f"{month:%b %y}")
    AnnotationFactory.create(month=date(2017, 1, 1), label="Another measure's")

    assert [note.label for note in history_of(series).annotations] == ["Apr 16", "Dec 17"]


def test_nhs_rules_begin_no_phase_by_themselves_and_keep_what_was_confirmed() -> None:
    HouseRulesFactory.create(rule_set=RuleChoice.NHS)
    series = stepped()
    assert starts(history_of(series)) == [(MARCH_2016, "")]

    PhaseChangeFactory.create(series=series, **CONFIRMED)
    assert starts(history_of(series)) == [(MARCH_2016, ""), (MARCH, "confirmed")]


def test_rules_of_the_measure_come_before_the_offices() -> None:
    HouseRulesFactory.create(rule_set=RuleChoice.NHS, run_length=12)

    assert len(history_of(stepped(rules=RuleChoice.RUN_OF_EIGHT)).phases) == 2
    assert "7 or more in a row" in history_of(stepped(rules=RuleChoice.NHS)).rules
    assert "12 or more in a row" in history_of(stepped()).rules


def test_gap_is_a_month_without_a_value() -> None:
    history = history_of(series_of((*QUIET[:10], None, *QUIET[11:])))

    assert [month.month for month in history.months if month.value is None] == [date(2017, 2, 1)]


def test_limits_are_drawn_from_nought_and_to_a_hundred_unless_figures_go_below() -> None:
    low, high, below = (
        history_of(series).phases[0]
        for series in (
            series_of((1, 3, 0) * 7),
            series_of(("99", "97", "100") * 7, rate=True),
            series_of((-5, 3, 4) * 7, unit="pounds"),
        )
    )
    assert low.lower == Decimal(0)
    assert high.upper == Decimal(100)
    assert below.lower is not None
    assert below.lower < 0


def at_the_end(*last: int) -> Series:
    """Eighteen quiet months about 20, then the quarter's three."""
    return series_of((*QUIET[:18], *last))


@pytest.mark.parametrize(
    ("last", "kind", "words"),
    [
        ((20, 20, 20), None, ""),
        ((40, 20, 20), SignalKind.HIGH, "Above limit, Oct"),
        ((40, 42, 20), SignalKind.HIGH, "Above limit, Oct and Nov"),
        ((2, 1, 3), SignalKind.LOW, "Below limit, Oct to Dec"),
        ((40, 20, 2), SignalKind.HIGH, "Above limit, Oct; below limit, Dec"),
    ],
)
def test_headline_of_months_outside_the_limits(last: tuple[int, ...], kind: SignalKind | None, words: str) -> None:
    reading = reading_of(at_the_end(*last))

    assert (reading.headline_kind, reading.headline, reading.has_signal) == (kind, words, kind is not None)


def test_headline_has_what_happened_to_the_recording_beneath() -> None:
    series = at_the_end(40, 20, 20)
    AnnotationFactory.create(measure=series.measure, month=date(2017, 9, 1), label="Before")
    AnnotationFactory.create(measure=series.measure, month=date(2017, 10, 1))

    assert reading_of(series).headline_note == "New recording system, October 2017"


@pytest.mark.parametrize(
    ("last", "headline"),
    [
        ((18, 19, 20, 21, 22, 23), (SignalKind.TREND, "Rising, 6 months in a row")),
        ((23, 22, 21, 20, 19, 18), (SignalKind.TREND, "Falling, 6 months in a row")),
        ((20, 20, 20, 25, 25, 21), (SignalKind.TWO_IN_THREE, "Near the upper limit, Oct and Nov")),
        ((20, 20, 20, 16, 16, 19), (SignalKind.TWO_IN_THREE, "Near the lower limit, Oct and Nov")),
    ],
)
def test_headline_of_trends_and_of_months_near_a_limit(last: tuple[int, ...], headline: tuple[SignalKind, str]) -> None:
    HouseRulesFactory.create(trend_length=6, two_in_three=True)
    reading = reading_of(series_of((*QUIET[:15], *last)))

    assert (reading.headline_kind, reading.headline) == headline


def test_headline_of_a_run_that_moves_no_mean() -> None:
    HouseRulesFactory.create(rule_set=RuleChoice.NHS)
    reading = reading_of(series_of((20, 22, 19, 23) * 3 + (18,) * 9))

    assert (reading.headline_kind, reading.headline) == (SignalKind.SHIFT, "9 months in a row below the mean")


@pytest.mark.parametrize(
    ("before", "after", "measure", "headline"),
    [
        ((2, 3, 2, 1, 2, 3, 2, 1, 2, 2, 3, 1, 2), (6, 7, 6, 7, 6, 7, 6, 7), {}, "Mean raised, 2.0 to 6.5"),
        (("80",) * 13, ("80.2",) * 8, {"rate": True}, "Mean raised, 80.0% to 80.2%"),
        ((20,) * 13, ("20.2",) * 8, {"unit": "pounds"}, "Mean raised, 20.00 to 20.20"),
    ],
)
def test_headline_gives_means_with_as_many_decimals_as_tell_them_apart(
    before: tuple[str, ...], after: tuple[str, ...], measure: dict[str, Any], headline: str
) -> None:
    assert reading_of(series_of((*before, *after), **measure)).headline == headline
