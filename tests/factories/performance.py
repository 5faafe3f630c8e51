"""Measures of Westshire's force, their figures and what is said about them. Fixed days, never random."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from performance import models
from performance.enums import (
    AddsUp,
    Improvement,
    Inclusion,
    LoadState,
    MeasureKind,
    MeasureUnit,
    PhaseOrigin,
    QuestionState,
)
from performance.projection import Method, Projection, Step
from tests.factories.reference import ForceAreaFactory

LOADED_AT = datetime(2018, 1, 12, 9, 0, tzinfo=UTC)
ASKED_AT = datetime(2018, 1, 22, 9, 0, tzinfo=UTC)
QUARTER = date(2017, 10, 1)


class TopicGroupFactory(DjangoModelFactory[models.TopicGroup]):
    """One heading a test, unless it asks for another code."""

    class Meta:
        model = models.TopicGroup
        django_get_or_create = ("code",)

    code = "preventing-crime"
    name = factory.LazyAttribute(lambda group: group.code.replace("-", " ").capitalize())
    position = factory.Sequence(int)


class MeasureFactory(DjangoModelFactory[models.Measure]):
    """A count of offences that areas add up to."""

    class Meta:
        model = models.Measure
        django_get_or_create = ("code",)

    class Params:
        survey = factory.Trait(
            kind=MeasureKind.SURVEY,
            unit=MeasureUnit.PERCENT,
            rolling_months=6,
            adds_up=AddsUp.NOT,
            improvement=Improvement.INCREASE,
            noun="of victims asked",
        )
        rate = factory.Trait(
            kind=MeasureKind.RATE, unit=MeasureUnit.PERCENT, adds_up=AddsUp.NOT, improvement=Improvement.INCREASE
        )

    code = factory.Sequence(lambda n: f"measure-{n}")
    name = factory.LazyAttribute(lambda measure: measure.code.replace("-", " ").capitalize())
    noun = "offences"
    group = factory.SubFactory(TopicGroupFactory)
    position = factory.Sequence(int)
    unit = MeasureUnit.COUNT
    kind = MeasureKind.COUNT
    improvement = Improvement.STABLE
    inclusion = Inclusion.MONTH_AND_QUARTER
    adds_up = AddsUp.SUM
    source = "Westshire Police"


class SeriesFactory(DjangoModelFactory[models.Series]):
    """The force's own, unless a policing area or a district is given with `force_area=None`."""

    class Meta:
        model = models.Series

    measure = factory.SubFactory(MeasureFactory)
    force_area = factory.SubFactory(ForceAreaFactory)
    policing_area = None
    district = None


class LoadFactory(DjangoModelFactory[models.Load]):
    class Meta:
        model = models.Load

    file_name = factory.Sequence(lambda n: f"figures-{n}.csv")
    sha256 = factory.Sequence(lambda n: f"{n:064x}")
    size = 1000
    state = LoadState.LOADED
    rows = 3
    requested_at = LOADED_AT
    finished_at = LOADED_AT


class ObservationFactory(DjangoModelFactory[models.Observation]):
    class Meta:
        model = models.Observation

    series = factory.SubFactory(SeriesFactory)
    month = QUARTER
    value = Decimal(33)
    load = factory.SubFactory(LoadFactory)
    source = "Westshire Police"


class QuarterFigureFactory(DjangoModelFactory[models.QuarterFigure]):
    class Meta:
        model = models.QuarterFigure

    series = factory.SubFactory(SeriesFactory)
    quarter_starts_on = QUARTER
    value = Decimal(97)
    load = factory.SubFactory(LoadFactory)


class TargetFactory(DjangoModelFactory[models.Target]):
    class Meta:
        model = models.Target

    measure = factory.SubFactory(MeasureFactory)
    value = Decimal(80)
    starts_on = date(2016, 4, 1)
    words = "80% or more"


class AnnotationFactory(DjangoModelFactory[models.Annotation]):
    class Meta:
        model = models.Annotation

    measure = factory.SubFactory(MeasureFactory)
    month = QUARTER
    label = "New recording system"
    text = "Offences are recorded in a new system, and some keywords are not yet applied."


class PhaseChangeFactory(DjangoModelFactory[models.PhaseChange]):
    class Meta:
        model = models.PhaseChange

    series = factory.SubFactory(SeriesFactory)
    origin = PhaseOrigin.RUN
    effective_from = date(2017, 3, 1)
    detected_on = QUARTER
    old_mean = Decimal(20)
    new_mean = Decimal(33)


class CommentaryFactory(DjangoModelFactory[models.Commentary]):
    class Meta:
        model = models.Commentary

    measure = factory.SubFactory(MeasureFactory)
    quarter_starts_on = QUARTER
    summary = "Volumes stayed in the usual range"
    text = "Patrols moved to the town centre."
    written_at = LOADED_AT


class ForceQuestionFactory(DjangoModelFactory[models.ForceQuestion]):
    """A question still being written."""

    class Meta:
        model = models.ForceQuestion

    class Params:
        asked = factory.Trait(state=QuestionState.ASKED, asked_at=ASKED_AT, due_on=date(2018, 2, 5))
        answered = factory.Trait(
            asked=True,
            state=QuestionState.ANSWERED,
            answer="Patrols moved to two town centres.",
            answer_is_restricted=True,
            answered_for="Assistant Chief Constable",
            answered_on=date(2018, 2, 2),
        )

    reference = factory.Sequence(lambda n: f"Q-2018-{n:03d}")
    series = factory.SubFactory(SeriesFactory)
    quarter_starts_on = QUARTER
    question = "What explains the rise in October?"


class PeerGroupFactory(DjangoModelFactory[models.PeerGroup]):
    class Meta:
        model = models.PeerGroup

    name = factory.Sequence(lambda n: f"Most similar group {n}")


class PeerMemberFactory(DjangoModelFactory[models.PeerMember]):
    class Meta:
        model = models.PeerMember

    group = factory.SubFactory(PeerGroupFactory)
    force = factory.Sequence(lambda n: f"Force {n}")
    starts_on = date(2013, 11, 1)


class PeerStandingFactory(DjangoModelFactory[models.PeerStanding]):
    class Meta:
        model = models.PeerStanding

    series = factory.SubFactory(SeriesFactory)
    group = factory.SubFactory(PeerGroupFactory)
    month = date(2017, 6, 1)
    rank = 6
    of = 8


class PeerValueFactory(DjangoModelFactory[models.PeerValue]):
    class Meta:
        model = models.PeerValue

    series = factory.SubFactory(SeriesFactory)
    member = factory.SubFactory(PeerMemberFactory)
    month = date(2017, 6, 1)
    value = Decimal("80.3")


def six_months() -> Projection:
    """30 a month, in a band of 25 to 35."""
    bands = [Decimal(each) for each in (30, 25, 35, 20, 40)]
    steps = tuple(Step(ahead, *bands) for ahead in range(1, 7))
    return Projection(Method.SEASONAL_NAIVE, "Each month is the same month of the year before.", steps)


class ArchivedProjectionFactory(DjangoModelFactory[models.ArchivedProjection]):
    class Meta:
        model = models.ArchivedProjection

    series = factory.SubFactory(SeriesFactory)
    first_month = date(2018, 1, 1)
    months = 6
    published_in = "2017-18Q3, version 1"
    contents = factory.LazyFunction(lambda: six_months().to_dict())
    archived_at = LOADED_AT


class HouseRulesFactory(DjangoModelFactory[models.HouseRules]):
    class Meta:
        model = models.HouseRules
        django_get_or_create = ("id",)

    id = 1


def months_of(
    series: models.Series, first: date, values: Sequence[int | str | None], *, load: models.Load | None = None
) -> list[models.Observation]:
    """One observation a month from `first`, in one load. None leaves a hole."""
    start = first.year * 12 + first.month - 1
    bring = load or LoadFactory.create()
    return models.Observation.objects.bulk_create(
        models.Observation(
            series=series,
            month=date((start + index) // 12, (start + index) % 12 + 1, 1),
            value=Decimal(value),
            load=bring,
            source="Westshire Police",
        )
        for index, value in enumerate(values)
        if value is not None
    )


class QuarterSummaryFactory(DjangoModelFactory[models.QuarterSummary]):
    """A summary of which nothing was found; tests about its contents have it worked out."""

    class Meta:
        model = models.QuarterSummary

    series = factory.SubFactory(SeriesFactory)
    quarter_starts_on = QUARTER
    contents = factory.LazyFunction(dict)
    made_at = LOADED_AT


class LoadProblemFactory(DjangoModelFactory[models.LoadProblem]):
    class Meta:
        model = models.LoadProblem

    load = factory.SubFactory(LoadFactory)
    severity = "error"
    line = 3
    message = "No such area."
