"""What the Panel's report reads of a quarter of the force's figures."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opcc.core.errors import DomainError
from opcc.core.quarters import Quarter
from performance import operations, reporting
from performance.enums import (
    AreaKind,
    CommentaryState,
    Inclusion,
    InclusionChoice,
    QuestionState,
)
from performance.models import Series
from performance.reporting import Area, ForceQuarter, QuestionPair, ReportedMeasure
from tests.factories.performance import CommentaryFactory, ForceQuestionFactory, MeasureFactory, TopicGroupFactory
from tests.factories.reference import DistrictFactory, PolicingAreaFactory
from tests.performance.readings import AT, Q3, QUIET, changed, history_of, reading_of, refreshed, series_in, series_of
from tests.performance.seeing import everything_read

pytestmark = pytest.mark.django_db
AS_AT = date(2018, 3, 1)
PUBLISHED = {"state": CommentaryState.PUBLISHED, "published_at": AT}
ASKED = {"state": QuestionState.ASKED, "asked_at": AT, "due_on": date(2018, 2, 1)}
ANSWERED = {
    **ASKED,
    "state": QuestionState.ANSWERED,
    "answer": "Two offenders were released.",
    "answered_for": "Assistant Chief Constable",
    "answered_on": date(2018, 2, 20),
    "answer_is_restricted": False,
}
CANARY = "Canary of restricted words"


def report(*, include_restricted: bool = False, as_at: date = AS_AT) -> ForceQuarter:
    return reporting.quarter(Q3, as_at=as_at, include_restricted=include_restricted)


def only(found: ForceQuarter) -> ReportedMeasure:
    (measure,) = found.measures
    return measure


def test_quarter_whole() -> None:
    crime = TopicGroupFactory.create(code="crime", position=1)
    north = PolicingAreaFactory.create(code="north", name="North Westshire")
    robbery = MeasureFactory.create(code="robbery", name="Robbery", group=crime, position=2)
    force, area = series_in(robbery, QUIET), series_in(robbery, QUIET[1:], area={"policing_area": north})
    extra = series_of(code="extra", group=crime, position=1, inclusion=Inclusion.ADDITIONAL)
    CommentaryFactory.create(
        measure=robbery,
        summary="{{ value }} offences",
        text="{{ value }} offences, {{ change }}.\n\n\n{{ north-westshire_value }} of them in the north.",
        restricted_text="A trial is under way.",
        **PUBLISHED,
    )
    asked = ForceQuestionFactory.create(series=area, **ANSWERED)
    refreshed()

    assert report() == ForceQuarter(
        quarter=Q3,
        as_at=AS_AT,
        includes_restricted=False,
        measures=(
            ReportedMeasure(
                reading=reading_of(extra),
                areas=(reading_of(extra),),
                included=False,
                why="by its rule, ‘Additional’",
                history=None,
                summary="",
                commentary=(),
                restricted_commentary=(),
                questions=(),
            ),
            ReportedMeasure(
                reading=reading_of(force),
                areas=(reading_of(force), reading_of(area)),
                included=True,
                why="by its rule, ‘Month and quarter’",
                history=history_of(force),
                summary="60 offences",
                commentary=("60 offences, a decrease of 5%.", "not known of them in the north."),
                restricted_commentary=(),
                questions=(
                    QuestionPair(
                        reference=asked.reference,
                        area=Area(AreaKind.POLICING_AREA, "north", "North Westshire policing area", "North Westshire"),
                        question="What explains the rise in October?",
                        asked_on=date(2018, 1, 15),
                        due_on=date(2018, 2, 1),
                        answer="Two offenders were released.",
                        answered_for="Assistant Chief Constable",
                        answered_on=date(2018, 2, 20),
                        is_restricted=False,
                        as_at=AS_AT,
                    ),
                ),
            ),
        ),
        area_table=None,
    )
    restricted = report(include_restricted=True).measures[1]
    assert restricted.restricted_commentary == ("A trial is under way.",)
    assert [measure.why_left_out for measure in report().measures] == ["by its rule, ‘Additional’", ""]


def test_draft_says_and_decides_nothing() -> None:
    series = series_of()
    CommentaryFactory.create(measure=series.measure, inclusion=InclusionChoice.LEFT_OUT, reason="Nothing new")

    found = only(report())
    assert (found.included, found.summary, found.commentary) == (True, "", ())


@pytest.mark.parametrize(
    ("rule", "choice", "included"),
    [(Inclusion.QUARTER, InclusionChoice.LEFT_OUT, False), (Inclusion.ADDITIONAL, InclusionChoice.INCLUDED, True)],
)
def test_choice_of_the_office_comes_before_the_rule(rule: Inclusion, choice: InclusionChoice, included: bool) -> None:
    series = series_of(inclusion=rule)
    CommentaryFactory.create(measure=series.measure, inclusion=choice, reason="Because of the trial", **PUBLISHED)

    found = only(report())
    assert (found.included, found.why) == (included, "Because of the trial")
    assert (found.history is not None) is included


def test_exceptional_measure_has_a_section_where_a_month_is_outside_the_limits() -> None:
    quiet = series_of(inclusion=Inclusion.EXCEPTIONAL, position=1)
    series_of((*QUIET[:18], 40, 20, 20), inclusion=Inclusion.EXCEPTIONAL, position=2)
    refreshed()

    assert [measure.included for measure in report().measures] == [False, True]
    assert report().measures[0].reading == reading_of(quiet)


def test_commentary_that_names_no_figure_stops_the_report_in_words() -> None:
    series = series_of(name="Robbery")
    CommentaryFactory.create(measure=series.measure, text="{{ vallue }} offences", **PUBLISHED)

    with pytest.raises(DomainError) as error:
        report()
    assert error.value.message == (
        "The commentary on Robbery, October to December 2017, cannot be printed. There is no figure called ‘vallue’. "
        "Did you mean ‘value’? It is in line 1: ‘{{ vallue }} offences’. Withdraw it, put it right and publish it "
        "again."
    )


def test_figure_that_was_revised_is_in_the_words_before_its_summary_is_worked_out_anew() -> None:
    districts = [DistrictFactory.create() for _ in range(2)]
    measure = MeasureFactory.create()
    force = series_in(measure, QUIET)
    parts: list[Series] = [series_in(measure, QUIET, area={"district": district}) for district in districts]
    CommentaryFactory.create(measure=measure, text="{{ value }} offences.", **PUBLISHED)
    refreshed()
    before = only(report())

    for series in (force, parts[0]):
        changed(series, date(2017, 12, 1), 120)
        operations.mark_stale(series_ids=[series.pk], month=date(2017, 12, 1))
    after = only(report())
    refreshed(since=date(2017, 12, 1))

    assert (before.commentary, after.commentary) == (("60 offences.",), ("160 offences.",))
    assert after.areas == tuple(reading_of(series) for series in (force, *parts))
    assert after == only(report())


def test_series_that_is_stale_only_after_the_quarter_is_read_as_it_is_kept() -> None:
    series = series_of()
    refreshed()
    changed(series, date(2017, 12, 1), 120)
    operations.mark_stale(series_ids=[series.pk], month=date(2018, 1, 1))

    assert only(report()).areas[0].value.text == "60"


def question_pairs(as_at: date = AS_AT, *, include_restricted: bool = False) -> list[tuple[str, str, bool, bool]]:
    found = only(report(as_at=as_at, include_restricted=include_restricted)).questions
    return [(pair.question, pair.answer, pair.is_restricted, pair.is_overdue) for pair in found]


def test_questions_are_those_of_the_quarter_as_they_stood_on_the_day() -> None:
    series = series_of()
    late = {"asked_at": datetime(2018, 3, 2, tzinfo=UTC)}
    closed = {"closed_at": AT, "closed_note": "Taken back", "state": QuestionState.CLOSED}
    for question, values in (
        ("Draft", {}),
        ("Asked too late", {**ASKED, **late}),
        ("Of another quarter", {**ASKED, "quarter_starts_on": Quarter(2017, 2).start}),
        ("Taken back", {**ASKED, **closed}),
        ("Waiting", ASKED),
        ("Answered", ANSWERED),
        ("Closed", {**ANSWERED, **closed}),
    ):
        ForceQuestionFactory.create(series=series, question=question, **values)

    answer = "Two offenders were released."
    assert question_pairs() == [
        ("Waiting", "", False, True),
        ("Answered", answer, False, False),
        ("Closed", answer, False, False),
    ]
    assert question_pairs(date(2018, 2, 19)) == [
        ("Waiting", "", False, True),
        ("Answered", "", False, True),
        ("Closed", "", False, True),
    ]
    assert question_pairs(date(2018, 2, 1))[0] == ("Waiting", "", False, False)


def test_question_of_which_either_half_is_restricted_is_in_the_restricted_edition_only() -> None:
    series = series_of()
    ForceQuestionFactory.create(series=series, question="One", **{**ANSWERED, "answer_is_restricted": True})
    ForceQuestionFactory.create(series=series, question="Two", question_is_restricted=True, **ASKED)

    assert question_pairs() == []
    assert [(pair[0], pair[2]) for pair in question_pairs(include_restricted=True)] == [("One", True), ("Two", True)]


def test_restricted_words_are_never_read_from_the_database_for_a_public_edition() -> None:
    series = series_of()
    hidden = series_of(is_restricted=True)
    for measure in (series.measure, hidden.measure):
        CommentaryFactory.create(measure=measure, restricted_text=CANARY, **PUBLISHED)
    CommentaryFactory.create(measure=hidden.measure, text=CANARY, quarter_starts_on=Quarter(2017, 2).start, **PUBLISHED)
    ForceQuestionFactory.create(series=hidden, question=CANARY, **ASKED)
    ForceQuestionFactory.create(series=series, question=CANARY, question_is_restricted=True, **ASKED)
    ForceQuestionFactory.create(series=series, **{**ANSWERED, "answer": CANARY, "answer_is_restricted": True})
    refreshed()

    with everything_read() as seen:
        public = report()
    assert seen
    assert CANARY not in repr((seen, public))
    with everything_read() as seen:
        restricted = report(include_restricted=True)
    assert CANARY in repr(seen)
    assert CANARY in repr(restricted)


def test_quarter_says_whether_anything_was_invented() -> None:
    series = series_of()
    assert not report().has_synthetic
    changed(series, date(2017, 12, 1), 20, is_synthetic=True)
    refreshed()
    assert report().has_synthetic


def test_quarter_without_measures_is_empty() -> None:
    assert report() == ForceQuarter(Q3, AS_AT, False, (), None)


@pytest.mark.parametrize("more", [2, 9])
def test_quarter_asks_the_same_queries_for_one_and_for_many(more: int) -> None:
    def fill() -> Series:
        series = series_of()
        CommentaryFactory.create(measure=series.measure, **PUBLISHED)
        ForceQuestionFactory.create(series=series, **ANSWERED)
        return series

    def asked(**restricted: Any) -> int:
        with CaptureQueriesContext(connection) as queries:
            report(**restricted)
        return len(queries)

    fill()
    refreshed()
    before = asked(), asked(include_restricted=True)
    for _ in range(more):
        fill()
    refreshed()
    assert before == (asked(), asked(include_restricted=True)) == (20, 20)
    operations.mark_stale(series_ids=[*Series.objects.values_list("pk", flat=True)], month=Q3.start)
    assert asked() == 33
