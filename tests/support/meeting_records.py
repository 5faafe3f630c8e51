"""Members, meetings and agendas for the tests that open all of the staff's pages."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import count
from typing import Any

from django.db.models import Model
from django.utils import timezone

from panel import models
from panel.enums import DeclaredKind, MeetingState, PackState
from tests.factories import meetings as m
from tests.factories.accounts import UserFactory
from tests.factories.minutes import (
    AttendanceFactory,
    DeclarationFactory,
    MinutesFactory,
    SubstituteFactory,
    VoteFactory,
    confirmed,
    printed,
    signed,
)
from tests.factories.papers import PackFactory, PartFactory, approved_report, built_pack
from tests.factories.recommendations import ClaimFactory, ItemFactory, PlannedPanelMeetingFactory, ResolutionFactory
from tests.factories.reference import DistrictFactory

DAYS = count()


def _member(number: int) -> models.Member:
    member = m.TermFactory.create().member
    m.PlaceFactory.create(member=member)
    m.InterestFactory.create(member=member)
    return member


def _meeting(number: int) -> models.PanelMeeting:
    m.GroupFactory.create()
    meeting = PlannedPanelMeetingFactory.create(held_on=timezone.localdate() + timedelta(days=50 + number))
    item = ItemFactory.create(meeting=meeting)
    ItemFactory.create(meeting=meeting, parent=item, position=1)
    return meeting


def _item(number: int) -> models.AgendaItem:
    return ItemFactory.create(meeting=_meeting(100 + number), position=90 + number)


def _resolved() -> models.AgendaItem:
    return ResolutionFactory.create(mover=_member(1), seconder=_member(2)).item


def _past() -> models.PanelMeeting:
    return PlannedPanelMeetingFactory.create(held_on=date(2018, 1, 1) + timedelta(days=next(DAYS)))


def _too_late_for_its_agenda() -> models.PanelMeeting:
    return ItemFactory.create(meeting=_past()).meeting


def _at_shorter_notice() -> models.PanelMeeting:
    return PlannedPanelMeetingFactory.create(
        held_on=timezone.localdate() + timedelta(days=40), agenda_published_at=timezone.now(),
        short_notice_reason="The Commissioner’s proposal came late.",
    )  # fmt: skip


def _of_group() -> models.PanelMeeting:
    return PlannedPanelMeetingFactory.create(group=m.GroupFactory.create(), held_on=date(2018, 2, 15))


def _cancelled() -> models.PanelMeeting:
    return PlannedPanelMeetingFactory.create(
        held_on=date(2016, 1, 1) + timedelta(days=next(DAYS)), state=MeetingState.CANCELLED, cancelled_reason="Snow"
    )


def _held() -> models.PanelMeeting:
    """With its attendance taken: the page then leads to it and to the minutes."""
    line = AttendanceFactory.create(meeting__held_on=date(2017, 6, 1) + timedelta(days=next(DAYS)))
    return line.meeting


def _of_new_meeting() -> models.PanelMinutes:
    return MinutesFactory.create(meeting__held_on=date(2014, 1, 1) + timedelta(days=next(DAYS)))


def _paper_with_reports() -> models.Paper:
    """A report is approved, which can then be put in."""
    approved_report()
    paper: models.Paper = PartFactory.create(paper__item=_item(700)).paper
    return paper


def _ground(number: int) -> models.ExemptionClaim:
    """Of an exempt item, and to be looked at again."""
    claim = ClaimFactory.create(review_on=date(2018, 6, 1), decided_by=UserFactory.create())
    ItemFactory.create(meeting=_meeting(800 + number), exemption=claim)
    return claim


RECORDS: Mapping[type[Model], Callable[[int], Any]] = {
    models.AgendaItem: _item,
    models.Council: lambda number: SubstituteFactory.create(council__district=DistrictFactory.create()).council,
    models.Declaration: lambda number: DeclarationFactory.create(),
    models.ExemptionClaim: _ground,
    models.Pack: lambda number: built_pack(meeting=_meeting(200 + number)),
    models.Paper: lambda number: PartFactory.create(paper__item=_item(300 + number)).paper,
    models.PaperPart: lambda number: PartFactory.create(paper__item=_item(400 + number)),
    models.Member: _member,
    models.PanelMeeting: _meeting,
    models.PanelMinutes: lambda number: _of_new_meeting(),
    models.PanelRules: lambda number: m.RulesFactory.create(),
    models.Resolution: lambda number: VoteFactory.create().resolution,
    models.StandingItem: lambda number: m.StandingItemFactory.create(parent=m.StandingItemFactory.create()),
    models.WorkingGroup: lambda number: m.PlaceFactory.create(group=m.GroupFactory.create()).group,
}

STATES: Mapping[type[Model], tuple[Callable[[], Any], ...]] = {
    models.Declaration: (lambda: DeclarationFactory.create(kind=DeclaredKind.PECUNIARY),),
    models.ExemptionClaim: (
        lambda: ResolutionFactory.create(exemption=ClaimFactory.create()).exemption,
        lambda: PartFactory.create(paper__item=_item(900), exempt=True).exemption,
    ),
    models.Member: (lambda: m.TermFactory.create(independent=True, member__style="").member,),
    models.AgendaItem: (_resolved, lambda: ItemFactory.create(exemption=ClaimFactory.create())),
    models.PanelMeeting: (_past, _of_group, _cancelled, _held, _too_late_for_its_agenda, _at_shorter_notice),
    models.PanelMinutes: (
        lambda: printed(_of_new_meeting()),
        lambda: confirmed(_of_new_meeting()),
        lambda: signed(_of_new_meeting()),
    ),
    models.Resolution: (lambda: ResolutionFactory.create(exemption=ClaimFactory.create()),),
    models.Pack: (
        lambda: built_pack(PackState.ISSUED, meeting=_meeting(500)),
        lambda: built_pack(PackState.WITHDRAWN, meeting=_meeting(501)),
        lambda: PackFactory.create(meeting=_meeting(502), failed=True),
        lambda: PackFactory.create(meeting=_meeting(503)),
    ),
    models.Paper: (_paper_with_reports,),
    models.PaperPart: (lambda: PartFactory.create(paper__item=_item(600), exempt=True, late_reason="It rained."),),
}
