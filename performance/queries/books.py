"""All that readings of some series are worked out from, in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db.models import Q

from performance.enums import AddsUp
from performance.models import (
    Annotation,
    HouseRules,
    Observation,
    PeerMember,
    PeerStanding,
    PeerValue,
    PhaseChange,
    QuarterFigure,
    Series,
    Target,
)
from performance.queries.places import Places, places
from performance.queries.rules import house_rules


class MonthKept(NamedTuple):
    """The figure of one month that nothing superseded."""

    month: date
    value: Decimal | None
    status: str
    note: str
    numerator: int | None
    denominator: int | None
    n: int | None
    is_synthetic: bool


class QuarterKept(NamedTuple):
    """What the force states of one quarter, and nothing superseded."""

    quarter_starts_on: date
    value: Decimal | None
    average: Decimal | None
    status: str
    note: str
    numerator: int | None
    denominator: int | None
    n: int | None
    is_synthetic: bool


class PeerValueKept(NamedTuple):
    """One force's value in a group for a period."""

    group: int
    group_name: str
    force: str
    is_own: bool
    month: date
    value: Decimal


class Sum(NamedTuple):
    """Areas that together make up another: what they are called, and the months of each."""

    what: str  # 'Districts'
    parts: Sequence[Mapping[date, Decimal | None]]


@dataclass(frozen=True)
class Kept:
    """One series and all that is kept of it."""

    series: Series
    months: Mapping[date, MonthKept]
    stated: Mapping[date, QuarterKept]
    changes: Sequence[PhaseChange]
    annotations: Sequence[Annotation]
    targets: Sequence[Target]
    standings: Sequence[PeerStanding]
    peers: Sequence[PeerValueKept]
    sums: Sequence[Sum]


@dataclass(frozen=True)
class Book:
    """Some series, in the order asked for, with the rules and places that hold for all."""

    rules: HouseRules
    places: Places
    members: Mapping[int, Sequence[PeerMember]]
    kept: tuple[Kept, ...]


def book(series: Iterable[Series], *, first: date, last: date) -> Book:
    """Everything up to the month `last`; areas that add up are looked at from `first` on. Thirteen queries at most."""
    wanted = list(series)
    ids = [one.pk for one in wanted]
    of_measures = {one.measure_id for one in wanted}
    months, stated = _months(ids, last), _stated(ids, last)
    changes, notes, targets = _changes(ids), _annotations(of_measures, last), _targets(of_measures)
    standings, peers = _standings(ids, last), _peer_values(ids, last)
    around = places()
    sums = _sums(wanted, around, first, last)
    return Book(
        rules=house_rules(),
        places=around,
        members=_members(),
        kept=tuple(
            Kept(
                series=one,
                months=months[one.pk],
                stated=stated[one.pk],
                changes=changes[one.pk],
                annotations=[note for note in notes if note.measure_id in (None, one.measure_id)],
                targets=[each for each in targets[one.measure_id] if each.series_id in (None, one.pk)],
                standings=standings[one.pk],
                peers=peers[one.pk],
                sums=sums.get(one.pk, ()),
            )
            for one in wanted
        ),
    )


def _months(ids: Sequence[int], last: date) -> Mapping[int, dict[date, MonthKept]]:
    found: defaultdict[int, dict[date, MonthKept]] = defaultdict(dict)
    rows = Observation.objects.current().filter(series_id__in=ids, month__lte=last)
    for series, *figure in rows.order_by("series_id", "month").values_list("series_id", *MonthKept._fields):
        kept = MonthKept(*figure)
        found[series][kept.month] = kept
    return found


def _stated(ids: Sequence[int], last: date) -> Mapping[int, dict[date, QuarterKept]]:
    found: defaultdict[int, dict[date, QuarterKept]] = defaultdict(dict)
    rows = QuarterFigure.objects.current().filter(series_id__in=ids, quarter_starts_on__lte=last)
    for series, *figure in rows.values_list("series_id", *QuarterKept._fields):
        kept = QuarterKept(*figure)
        found[series][kept.quarter_starts_on] = kept
    return found


def _changes(ids: Sequence[int]) -> Mapping[int, list[PhaseChange]]:
    found: defaultdict[int, list[PhaseChange]] = defaultdict(list)
    for change in PhaseChange.objects.filter(series_id__in=ids).order_by("effective_from", "pk"):
        found[change.series_id].append(change)
    return found


def _annotations(measures: Iterable[int], last: date) -> list[Annotation]:
    about = Q(measure=None) | Q(measure_id__in=list(measures))
    return list(Annotation.objects.filter(about, month__lte=last).order_by("month", "label", "pk"))


def _targets(measures: Iterable[int]) -> Mapping[int, list[Target]]:
    found: defaultdict[int, list[Target]] = defaultdict(list)
    for target in Target.objects.filter(measure_id__in=list(measures)).order_by("starts_on", "pk"):
        found[target.measure_id].append(target)
    return found


def _standings(ids: Sequence[int], last: date) -> Mapping[int, list[PeerStanding]]:
    found: defaultdict[int, list[PeerStanding]] = defaultdict(list)
    rows = PeerStanding.objects.filter(series_id__in=ids, month__lte=last).select_related("group")
    for standing in rows.order_by("month", "group__name", "pk"):
        found[standing.series_id].append(standing)
    return found


def _peer_values(ids: Sequence[int], last: date) -> Mapping[int, list[PeerValueKept]]:
    found: defaultdict[int, list[PeerValueKept]] = defaultdict(list)
    rows = PeerValue.objects.filter(series_id__in=ids, month__lte=last).order_by("month", "member__force", "pk")
    names = ("member__group_id", "member__group__name", "member__force", "member__is_own", "month", "value")
    for series, *figure in rows.values_list("series_id", *names):
        found[series].append(PeerValueKept(*figure))
    return found


def _members() -> Mapping[int, list[PeerMember]]:
    found: defaultdict[int, list[PeerMember]] = defaultdict(list)
    for member in PeerMember.objects.order_by("force", "starts_on", "pk"):
        found[member.group_id].append(member)
    return found


def _sums(wanted: Sequence[Series], around: Places, first: date, last: date) -> dict[int, list[Sum]]:
    """For each series of a whole its parts, where every part is kept: a sum of some says nothing."""
    adding = [one for one in wanted if one.measure.adds_up == AddsUp.SUM and one.district_id is None]
    of_district, of_policing_area = _parts({one.measure_id for one in adding})
    wholes = {
        one.pk: [
            (what, parts)
            for what, of_area, areas in (
                ("Districts", of_district, around.districts_in(one)),
                ("Policing areas", of_policing_area, around.policing_areas_in(one)),
            )
            if areas and len(parts := _known(of_area, one.measure_id, areas)) == len(areas)
        ]
        for one in adding
    }
    months = _values([part for sums in wholes.values() for _, parts in sums for part in parts], first, last)
    return {pk: [Sum(what, [months[part] for part in parts]) for what, parts in sums] for pk, sums in wholes.items()}


def _known(of_area: Mapping[tuple[int, int], int], measure: int, areas: Iterable[int]) -> list[int]:
    return [of_area[measure, area] for area in areas if (measure, area) in of_area]


def _parts(measures: Iterable[int]) -> tuple[dict[tuple[int, int], int], dict[tuple[int, int], int]]:
    """The series of each measure by district and by policing area."""
    parts = list(Series.objects.filter(measure_id__in=list(measures), force_area=None))
    return (
        {(part.measure_id, part.district_id): part.pk for part in parts if part.district_id is not None},
        {(part.measure_id, part.policing_area_id): part.pk for part in parts if part.policing_area_id is not None},
    )


def _values(ids: Iterable[int], first: date, last: date) -> Mapping[int, dict[date, Decimal | None]]:
    found: defaultdict[int, dict[date, Decimal | None]] = defaultdict(dict)
    rows = Observation.objects.current().between(first, last).filter(series_id__in=set(ids))
    for series, month, value in rows.values_list("series_id", "month", "value"):
        found[series][month] = value
    return found
