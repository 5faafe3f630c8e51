"""For every constraint of the app's tables: rows it lets in, and rows it keeps out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from factory.django import DjangoModelFactory

from performance.enums import (
    AddsUp,
    CommentaryState,
    InclusionChoice,
    LoadState,
    MeasureKind,
    MeasureUnit,
    ObservationStatus,
    PhaseOrigin,
    PhaseState,
    QuestionState,
    RuleChoice,
)
from tests.factories import performance as make
from tests.factories.reference import DistrictFactory, ForceAreaFactory, PolicingAreaFactory

AT = datetime(2018, 1, 12, 9, 0, tzinfo=UTC)
EARLIER = datetime(2018, 1, 12, 8, 59, tzinfo=UTC)
DAY = date(2018, 1, 12)
MID_MONTH = date(2017, 10, 2)
IN_QUARTER = date(2017, 11, 1)
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Check:
    """A rule on one row. A value that is a factory stands for a row of it; the message is what a person reads."""

    name: str
    factory: type[DjangoModelFactory[Any]]
    message: str
    right: tuple[Values, ...]
    wrong: tuple[Values, ...]


@dataclass(frozen=True)
class Once:
    """A rule on two rows: both with `same`, the second with `apart` is let in, without it is kept out."""

    name: str
    factory: type[DjangoModelFactory[Any]]
    message: str
    same: Values
    apart: tuple[Values, ...]


NUMBERED = object()  # stands for a text of its own in each row
SURVEY = {
    "kind": MeasureKind.SURVEY,
    "unit": MeasureUnit.PERCENT,
    "adds_up": AddsUp.NOT,
    "rolling_months": 6,
}
LEVEL = {"kind": MeasureKind.LEVEL, "unit": MeasureUnit.MINUTES, "adds_up": AddsUp.NOT}
DONE = {"state": LoadState.LOADED, "finished_at": AT}
RUNNING = {"state": LoadState.LOADING, "lease_until": AT, "finished_at": None}
QUEUED = {"state": LoadState.QUEUED, "finished_at": None}
REFUSED = {"state": LoadState.REFUSED, "error_count": 1}
FAILED = {"state": LoadState.FAILED, "failure": "The worker stopped."}
DECIDED = {"state": PhaseState.CONFIRMED, "decided_at": AT, "reason": "A lasting change"}
NOTED = {"origin": PhaseOrigin.ANNOTATION, "annotation": make.AnnotationFactory}
ASKED = {"state": QuestionState.ASKED, "asked_at": AT, "due_on": DAY}
ANSWER = {
    "answer": "More patrols",
    "answered_for": "Chief Constable",
    "answered_on": DAY,
    "answer_is_restricted": False,
}
ANSWERED = {**ASKED, **ANSWER, "state": QuestionState.ANSWERED}
CLOSED = {**ASKED, "state": QuestionState.CLOSED, "closed_at": AT, "closed_note": "Taken back"}
BEFORE_IT_STARTS = {"starts_on": date(2017, 4, 1), "ends_on": date(2017, 3, 31)}
ONE_DAY = {"starts_on": date(2017, 4, 1), "ends_on": date(2017, 4, 1)}
NOT_THERE = {"status": ObservationStatus.NOT_AVAILABLE, "value": None, "note": "A new recording system"}
FIRST_OF_MONTH = "A month is written as its first day."
FIRST_OF_QUARTER = "A quarter starts on 1 January, April, July or October."
FIRST_DAYS: tuple[Values, ...] = tuple({"quarter_starts_on": date(2017, month, 1)} for month in (1, 4, 7, 10))
OTHER_DAYS: tuple[Values, ...] = ({"quarter_starts_on": MID_MONTH}, {"quarter_starts_on": IN_QUARTER})
VALUE_OR_REASON = "Give the value, or say why it is not available."
WITHIN = "The numerator is not more than the denominator."

MEASURES = (
    Check(
        "performance_measure_code_is_no_page",
        make.MeasureFactory,
        "This code is the address of another page of the force’s figures. "
        "Choose another, such as 'compare-offences' for 'compare'.",
        right=({"code": "compare-offences"}, {"code": "area"}),
        wrong=({"code": "areas"}, {"code": "compare"}, {"code": "how-signals-are-found"}),
    ),
    Check(
        "performance_measure_survey_has_window",
        make.MeasureFactory,
        "A survey has its rolling window of 1 to 36 months, and nothing else has one.",
        right=({}, SURVEY, {**SURVEY, "rolling_months": 1}, {**SURVEY, "rolling_months": 36}),
        wrong=(
            {"rolling_months": 6},
            {**SURVEY, "rolling_months": None},
            {**SURVEY, "rolling_months": 0},
            {**SURVEY, "rolling_months": 37},
        ),
    ),
    Check(
        "performance_measure_survey_in_percent",
        make.MeasureFactory,
        "A survey's share is in percent.",
        right=(SURVEY, LEVEL),
        wrong=({**SURVEY, "unit": MeasureUnit.RATE},),
    ),
    Check(
        "performance_measure_count_unit",
        make.MeasureFactory,
        "A count is in numbers or pounds. Choose another kind for this unit.",
        right=({}, {"unit": MeasureUnit.POUNDS}, LEVEL),
        wrong=({"unit": MeasureUnit.PERCENT}, {"unit": MeasureUnit.MINUTES}),
    ),
    Check(
        "performance_measure_counts_add_up",
        make.MeasureFactory,
        "Only counts of areas add up.",
        right=({"adds_up": AddsUp.SUM}, LEVEL),
        wrong=({**LEVEL, "adds_up": AddsUp.SUM}, {**SURVEY, "adds_up": AddsUp.SUM}),
    ),
    Check(
        "performance_measure_rate_of_counts",
        make.MeasureFactory,
        "Only a count has a rate per 1,000.",
        right=({"rate_base": "residents"}, {"rate_base": "households"}, LEVEL),
        wrong=({"rate_base": "residents", "unit": MeasureUnit.POUNDS}, {**LEVEL, "rate_base": "residents"}),
    ),
    Check(
        "performance_measure_rolling_has_no_runs",
        make.MeasureFactory,
        "A rolling measure is drawn as a line: run rules do not fit it.",
        right=({"rules": RuleChoice.NHS}, {**SURVEY, "rules": RuleChoice.LINE_ONLY}, SURVEY),
        wrong=({**SURVEY, "rules": RuleChoice.NHS}, {**SURVEY, "rules": RuleChoice.RUN_OF_EIGHT}),
    ),
    Once(
        "performance_measure_name_once",
        make.MeasureFactory,
        "There is a measure of this name.",
        same={"name": "Robbery"},
        apart=({"name": "Robbery of shops"},),
    ),
    Once(
        "performance_group_name_once",
        make.TopicGroupFactory,
        "There is a heading of this name.",
        same={"name": "Crime", "code": NUMBERED},
        apart=({"name": "Victims"},),
    ),
    Check(
        "performance_series_one_area",
        make.SeriesFactory,
        "Choose one area: the force, a policing area or a district.",
        right=(
            {},
            {"force_area": None, "policing_area": PolicingAreaFactory},
            {"force_area": None, "district": DistrictFactory},
        ),
        wrong=(
            {"force_area": None},
            {"policing_area": PolicingAreaFactory},
            {"district": DistrictFactory},
            {"force_area": None, "policing_area": PolicingAreaFactory, "district": DistrictFactory},
        ),
    ),
    Once(
        "performance_series_once",
        make.SeriesFactory,
        "This measure is kept for that area already.",
        same={"measure": make.MeasureFactory, "force_area": ForceAreaFactory},
        apart=({"measure": make.MeasureFactory}, {"force_area": None, "district": DistrictFactory}),
    ),
    Check(
        "performance_target_dates",
        make.TargetFactory,
        "The target ends on or after the day it starts.",
        right=({}, ONE_DAY),
        wrong=(BEFORE_IT_STARTS,),
    ),
    Once(
        "performance_target_once",
        make.TargetFactory,
        "There is a target from that day.",
        same={"measure": make.MeasureFactory, "starts_on": date(2017, 4, 1)},
        apart=({"starts_on": date(2018, 4, 1)}, {"series": make.SeriesFactory}, {"measure": make.MeasureFactory}),
    ),
)
FIGURES = (
    Once(
        "performance_observation_one_current",
        make.ObservationFactory,
        "There is a figure for that month.",
        same={"series": make.SeriesFactory, "month": IN_QUARTER},
        apart=({"month": date(2017, 12, 1)}, {"superseded_by": make.LoadFactory}, {"series": make.SeriesFactory}),
    ),
    Check(
        "performance_observation_first_of_month",
        make.ObservationFactory,
        FIRST_OF_MONTH,
        right=({}, {"month": IN_QUARTER}),
        wrong=({"month": MID_MONTH},),
    ),
    Check(
        "performance_observation_value_or_reason",
        make.ObservationFactory,
        VALUE_OR_REASON,
        right=({}, {"value": 0}, {"status": ObservationStatus.PROVISIONAL}, NOT_THERE),
        wrong=({"value": None}, {**NOT_THERE, "note": ""}, {**NOT_THERE, "value": 1}),
    ),
    Check(
        "performance_observation_numerator_within",
        make.ObservationFactory,
        WITHIN,
        right=({"numerator": 5}, {"denominator": 5}, {"numerator": 5, "denominator": 5}),
        wrong=({"numerator": 6, "denominator": 5},),
    ),
    Once(
        "performance_quarterfigure_one_current",
        make.QuarterFigureFactory,
        "There is a figure for that quarter.",
        same={"series": make.SeriesFactory},
        apart=(
            {"quarter_starts_on": date(2017, 7, 1)},
            {"superseded_by": make.LoadFactory},
            {"series": make.SeriesFactory},
        ),
    ),
    Check(
        "performance_quarterfigure_first_day",
        make.QuarterFigureFactory,
        FIRST_OF_QUARTER,
        right=FIRST_DAYS,
        wrong=OTHER_DAYS,
    ),
    Check(
        "performance_quarterfigure_value_or_reason",
        make.QuarterFigureFactory,
        VALUE_OR_REASON,
        right=({}, {"value": None, "average": 91}, NOT_THERE),
        wrong=({"value": None}, {**NOT_THERE, "note": ""}, {**NOT_THERE, "value": 1}),
    ),
    Check(
        "performance_quarterfigure_numerator_within",
        make.QuarterFigureFactory,
        WITHIN,
        right=({"numerator": 5}, {"denominator": 5}, {"numerator": 5, "denominator": 5}),
        wrong=({"numerator": 6, "denominator": 5},),
    ),
    Once(
        "performance_summary_once",
        make.QuarterSummaryFactory,
        "Quarter summary with this Quarter starts on and Series already exists.",
        same={"series": make.SeriesFactory},
        apart=({"quarter_starts_on": date(2017, 7, 1)}, {"series": make.SeriesFactory}),
    ),
    Check(
        "performance_summary_signal_if_tested",
        make.QuarterSummaryFactory,
        "Constraint “performance_summary_signal_if_tested” is violated.",
        right=({}, {"is_tested": True}, {"is_tested": True, "has_signal": True}),
        wrong=({"has_signal": True},),
    ),
)
LOADS = (
    Once(
        "performance_load_file_once",
        make.LoadFactory,
        "This very file is loaded already.",
        same={"sha256": "a" * 64},
        apart=(
            {"sha256": "b" * 64},
            {"kind": "quarters"},
            {"replaces": True, "reason": "The force revised them"},
            FAILED,
            REFUSED,
        ),
    ),
    Check(
        "performance_load_replacing_has_reason",
        make.LoadFactory,
        "Say why figures are replaced, if and only if they are.",
        right=({}, {"replaces": True, "reason": "The force revised them"}),
        wrong=({"replaces": True}, {"reason": "The force revised them"}),
    ),
    Check(
        "performance_load_failure_has_reason",
        make.LoadFactory,
        "A failed load has its reason, and no other has.",
        right=(DONE, FAILED),
        wrong=({**FAILED, "failure": ""}, {"failure": "The worker stopped."}),
    ),
    Check(
        "performance_load_refused_for_errors",
        make.LoadFactory,
        "A load is refused for its errors, and only then has any.",
        right=(DONE, REFUSED),
        wrong=({**REFUSED, "error_count": 0}, {"error_count": 1}),
    ),
    Check(
        "performance_load_differences_are_errors",
        make.LoadFactory,
        "Figures that would change are among the errors.",
        right=(DONE, REFUSED, {**REFUSED, "difference_count": 1}),
        wrong=({**REFUSED, "difference_count": 2},),
    ),
    Check(
        "performance_load_finished_has_time",
        make.LoadFactory,
        "A finished load has the time it ended.",
        right=(DONE, REFUSED, FAILED, QUEUED, RUNNING),
        wrong=({"finished_at": None}, {**QUEUED, "finished_at": AT}, {**RUNNING, "finished_at": AT}),
    ),
    Check(
        "performance_load_lease_while_loading",
        make.LoadFactory,
        "A load has a lease while it runs, and only then.",
        right=(RUNNING, QUEUED),
        wrong=({**RUNNING, "lease_until": None}, {**QUEUED, "lease_until": AT}, {"lease_until": AT}),
    ),
    Check(
        "performance_load_counts_when_loaded",
        make.LoadFactory,
        "Only a finished load has figures.",
        right=({"created": 1, "superseded": 2, "unchanged": 3}, QUEUED),
        wrong=({**QUEUED, "created": 1}, {**FAILED, "superseded": 1}, {**REFUSED, "unchanged": 1}),
    ),
    Check(
        "performance_load_ends_after_start",
        make.LoadFactory,
        "A load ends after it was asked for.",
        right=({"requested_at": AT, "finished_at": AT}, QUEUED),
        wrong=({"requested_at": AT, "finished_at": EARLIER},),
    ),
)
DECISIONS = (
    Check(
        "performance_annotation_first_of_month",
        make.AnnotationFactory,
        FIRST_OF_MONTH,
        right=({}, {"month": IN_QUARTER}),
        wrong=({"month": MID_MONTH},),
    ),
    Once(
        "performance_annotation_once",
        make.AnnotationFactory,
        "There is a note like this for that month.",
        same={"measure": None},
        apart=({"label": "New definition"}, {"month": IN_QUARTER}, {"measure": make.MeasureFactory}),
    ),
    Once(
        "performance_phasechange_once",
        make.PhaseChangeFactory,
        "A new average begins in that month already.",
        same={"series": make.SeriesFactory},
        apart=({"effective_from": date(2017, 4, 1)}, {"series": make.SeriesFactory}),
    ),
    Check(
        "performance_phasechange_first_of_month",
        make.PhaseChangeFactory,
        FIRST_OF_MONTH,
        right=({},),
        wrong=({"effective_from": date(2017, 3, 2)}, {"detected_on": MID_MONTH}),
    ),
    Check(
        "performance_phasechange_has_cause",
        make.PhaseChangeFactory,
        "A change that rests on a note names the note.",
        right=({}, {**DECIDED, **NOTED}),
        wrong=({"annotation": make.AnnotationFactory}, {**DECIDED, "origin": PhaseOrigin.ANNOTATION}),
    ),
    Check(
        "performance_phasechange_decision_all_or_none",
        make.PhaseChangeFactory,
        "A decision has its time and its reason.",
        right=({}, DECIDED, {**DECIDED, "state": PhaseState.DECLINED}),
        wrong=(
            {"decided_at": AT},
            {"reason": "A lasting change"},
            {**DECIDED, "decided_at": None},
            {**DECIDED, "state": PhaseState.DECLINED, "reason": ""},
        ),
    ),
    Check(
        "performance_phasechange_annotation_decided",
        make.PhaseChangeFactory,
        "A note starts a new average only by a decision.",
        right=({}, {**DECIDED, **NOTED}),
        wrong=(NOTED, {**DECIDED, **NOTED, "state": PhaseState.DECLINED}),
    ),
    Once(
        "performance_projection_once",
        make.ArchivedProjectionFactory,
        "This projection is kept already.",
        same={"series": make.SeriesFactory},
        apart=({"months": 3}, {"first_month": date(2018, 4, 1)}, {"published_in": "2017-18Q3, version 2"}),
    ),
    Check(
        "performance_projection_first_of_month",
        make.ArchivedProjectionFactory,
        FIRST_OF_MONTH,
        right=({},),
        wrong=({"first_month": date(2018, 1, 2)},),
    ),
    Check(
        "performance_projection_reach",
        make.ArchivedProjectionFactory,
        "A projection reaches 1 to 12 months ahead.",
        right=({"months": 1}, {"months": 12}),
        wrong=({"months": 0}, {"months": 13}),
    ),
    Check(
        "performance_projection_score_all_or_none",
        make.ArchivedProjectionFactory,
        "A score has the time it was worked out.",
        right=({}, {"score": {"inside": 3}, "scored_at": AT}),
        wrong=({"score": {"inside": 3}}, {"scored_at": AT}),
    ),
)
WORDS = (
    Once(
        "performance_commentary_once",
        make.CommentaryFactory,
        "This measure has a commentary for that quarter. Change that one.",
        same={"measure": make.MeasureFactory},
        apart=({"quarter_starts_on": date(2017, 7, 1)}, {"measure": make.MeasureFactory}),
    ),
    Check(
        "performance_commentary_first_day",
        make.CommentaryFactory,
        FIRST_OF_QUARTER,
        right=FIRST_DAYS,
        wrong=OTHER_DAYS,
    ),
    Check(
        "performance_commentary_choice_has_reason",
        make.CommentaryFactory,
        "Say why, if and only if you depart from the measure's rule.",
        right=({}, {"inclusion": InclusionChoice.LEFT_OUT, "reason": "Nothing new"}),
        wrong=({"inclusion": InclusionChoice.INCLUDED}, {"reason": "Nothing new"}),
    ),
    Check(
        "performance_commentary_published_has_time",
        make.CommentaryFactory,
        "A published commentary has the time it was published.",
        right=({}, {"state": CommentaryState.PUBLISHED, "published_at": AT}),
        wrong=({"state": CommentaryState.PUBLISHED}, {"published_at": AT}),
    ),
    Check(
        "performance_question_first_day",
        make.ForceQuestionFactory,
        FIRST_OF_QUARTER,
        right=FIRST_DAYS,
        wrong=OTHER_DAYS,
    ),
    Check(
        "performance_question_signal_has_month",
        make.ForceQuestionFactory,
        "A signal has its month.",
        right=({}, {"signal": "high", "signal_month": IN_QUARTER}),
        wrong=({"signal": "high"}, {"signal_month": IN_QUARTER}),
    ),
    Check(
        "performance_question_asked_has_time",
        make.ForceQuestionFactory,
        "A question that was asked has its time and the day an answer is needed.",
        right=({}, ASKED, ANSWERED, CLOSED),
        wrong=({"asked_at": AT}, {"due_on": DAY}, {**ASKED, "asked_at": None}, {**ANSWERED, "due_on": None}),
    ),
    Check(
        "performance_question_answer_all_or_none",
        make.ForceQuestionFactory,
        "An answer has its day, who gave it, and whether it is restricted.",
        right=(ASKED, ANSWERED, {**ANSWERED, "answer_is_restricted": True}),
        wrong=(
            {**ANSWERED, "answered_on": None},
            {**ANSWERED, "answered_for": ""},
            {**ANSWERED, "answer_is_restricted": None},
            {**ASKED, "answered_on": DAY},
            {**ASKED, "answer_is_restricted": False},
            {**ASKED, "answered_for": "Chief Constable"},
        ),
    ),
    Check(
        "performance_question_answered_has_answer",
        make.ForceQuestionFactory,
        "An answered question has its answer.",
        right=(ASKED, ANSWERED, CLOSED, {**CLOSED, **ANSWER}),
        wrong=({**ASKED, "state": QuestionState.ANSWERED}, {**ASKED, **ANSWER}),
    ),
    Check(
        "performance_question_closed_all_or_none",
        make.ForceQuestionFactory,
        "A closed question has its time and outcome.",
        right=(ASKED, CLOSED),
        wrong=(
            {**CLOSED, "closed_at": None},
            {**CLOSED, "closed_note": ""},
            {**ASKED, "closed_at": AT},
            {**ASKED, "closed_note": "Taken back"},
        ),
    ),
)
PEERS = (
    Once(
        "performance_peergroup_name_once",
        make.PeerGroupFactory,
        "There is a group of this name.",
        same={"name": "Most similar"},
        apart=({"name": "Neighbours"},),
    ),
    Once(
        "performance_peermember_once",
        make.PeerMemberFactory,
        "This force is in the group from that day already.",
        same={"group": make.PeerGroupFactory, "force": "Eastshire"},
        apart=({"force": "Northshire"}, {"starts_on": date(2018, 1, 1)}, {"group": make.PeerGroupFactory}),
    ),
    Check(
        "performance_peermember_dates",
        make.PeerMemberFactory,
        "Membership ends on or after the day it starts.",
        right=({}, ONE_DAY),
        wrong=(BEFORE_IT_STARTS,),
    ),
    Once(
        "performance_standing_once",
        make.PeerStandingFactory,
        "There is a rank for that period.",
        same={"series": make.SeriesFactory, "group": make.PeerGroupFactory},
        apart=({"month": date(2017, 9, 1)}, {"group": make.PeerGroupFactory}, {"series": make.SeriesFactory}),
    ),
    Check(
        "performance_standing_first_of_month",
        make.PeerStandingFactory,
        FIRST_OF_MONTH,
        right=({},),
        wrong=({"month": MID_MONTH},),
    ),
    Check(
        "performance_standing_rank_within",
        make.PeerStandingFactory,
        "The rank is from 1 to the number of forces.",
        right=({"rank": 1, "of": 8}, {"rank": 8, "of": 8}),
        wrong=({"rank": 0, "of": 8}, {"rank": 9, "of": 8}),
    ),
    Once(
        "performance_peervalue_once",
        make.PeerValueFactory,
        "There is a value for that period.",
        same={"series": make.SeriesFactory, "member": make.PeerMemberFactory},
        apart=({"month": date(2017, 9, 1)}, {"member": make.PeerMemberFactory}, {"series": make.SeriesFactory}),
    ),
    Check(
        "performance_peervalue_first_of_month",
        make.PeerValueFactory,
        FIRST_OF_MONTH,
        right=({},),
        wrong=({"month": MID_MONTH},),
    ),
)
RULES = (
    Check(
        "performance_rules_one",
        make.HouseRulesFactory,
        "There is one set of rules.",
        right=({},),
        wrong=({"id": 2},),
    ),
    Check(
        "performance_rules_run",
        make.HouseRulesFactory,
        "A shift is 5 to 15 months on one side.",
        right=({}, {"run_length": 5}, {"run_length": 15}),
        wrong=({"run_length": 4}, {"run_length": 16}),
    ),
    Check(
        "performance_rules_trend",
        make.HouseRulesFactory,
        "A trend is 4 to 12 months.",
        right=({}, {"trend_length": 4}, {"trend_length": 12}),
        wrong=({"trend_length": 3}, {"trend_length": 13}),
    ),
    Check(
        "performance_rules_limits",
        make.HouseRulesFactory,
        "Limits need 3 months or more, and firm ones no fewer than trial ones.",
        right=({}, {"fewest_for_limits": 3, "fewest_for_firm_limits": 3}),
        wrong=({"fewest_for_limits": 2}, {"fewest_for_limits": 6, "fewest_for_firm_limits": 5}),
    ),
    Check(
        "performance_rules_survey",
        make.HouseRulesFactory,
        "A firm share needs no fewer people than one that is shown.",
        right=({}, {"survey_hidden_below": 30, "survey_trial_below": 30}),
        wrong=({"survey_hidden_below": 31, "survey_trial_below": 30},),
    ),
    Check(
        "performance_rules_question_days",
        make.HouseRulesFactory,
        "The force has 1 to 60 working days to answer.",
        right=({"question_days": 1}, {"question_days": 60}),
        wrong=({"question_days": 0}, {"question_days": 61}),
    ),
)
CONSTRAINTS: tuple[Check | Once, ...] = (*MEASURES, *FIGURES, *LOADS, *DECISIONS, *WORDS, *PEERS, *RULES)
CHECKS = tuple(each for each in CONSTRAINTS if isinstance(each, Check))
ONCES = tuple(each for each in CONSTRAINTS if isinstance(each, Once))
