"""What happens at a meeting: attendance, declarations, votes and minutes. Fixed days, never random."""

from datetime import date
from typing import Any

import factory
from factory.django import DjangoModelFactory

from panel import models
from panel.enums import Ballot, DeclaredKind, Post, Presence, ResolutionKind
from panel.printed import minutes_contents
from tests.factories.meetings import CouncilFactory, InterestFactory, PlaceFactory, PostFactory, TermFactory
from tests.factories.panel import the_office
from tests.factories.recommendations import (
    WRITTEN_AT,
    ClaimFactory,
    HeldMeetingFactory,
    ItemFactory,
    MemberFactory,
    ResolutionFactory,
)


class SubstituteFactory(DjangoModelFactory[models.Substitute]):
    class Meta:
        model = models.Substitute

    member = factory.SubFactory(MemberFactory, first_name="Ada", last_name="Fenwick")
    council = factory.SubFactory(CouncilFactory)
    starts_on = date(2017, 5, 15)


class AttendanceFactory(DjangoModelFactory[models.Attendance]):
    """A member who came on 1 February 2018."""

    class Meta:
        model = models.Attendance

    meeting = factory.SubFactory(HeldMeetingFactory)
    member = factory.LazyFunction(lambda: TermFactory.create().member)
    presence = Presence.PRESENT


class InAttendanceFactory(DjangoModelFactory[models.InAttendance]):
    class Meta:
        model = models.InAttendance

    meeting = factory.SubFactory(HeldMeetingFactory)
    position = factory.Sequence(lambda n: n + 1)
    name = "Howard Penhallow"
    office = "Chief Executive"


class DeclarationFactory(DjangoModelFactory[models.Declaration]):
    class Meta:
        model = models.Declaration

    item = factory.SubFactory(ItemFactory)
    attendance = factory.SubFactory(AttendanceFactory, meeting=factory.SelfAttribute("..item.meeting"))
    kind = DeclaredKind.NON_PECUNIARY
    what = "Lives next to the station."


class VoteFactory(DjangoModelFactory[models.Vote]):
    class Meta:
        model = models.Vote

    resolution = factory.SubFactory(ResolutionFactory)
    attendance = factory.SubFactory(AttendanceFactory, meeting=factory.SelfAttribute("..resolution.item.meeting"))
    ballot = Ballot.FOR


class MinutesFactory(DjangoModelFactory[models.PanelMinutes]):
    """A draft that nobody but staff has."""

    class Meta:
        model = models.PanelMinutes

    meeting = factory.SubFactory(HeldMeetingFactory)


class EntryFactory(DjangoModelFactory[models.MinuteEntry]):
    class Meta:
        model = models.MinuteEntry

    minutes = factory.SubFactory(MinutesFactory)
    item = factory.SubFactory(ItemFactory, meeting=factory.SelfAttribute("..minutes.meeting"))
    text = "Councillor Barker asked how many officers there are."


CONTENTS: dict[str, Any] = {
    "format": 1, "panel": "Panel", "office_colour": "#1d3d6b", "title": "Minutes of the meeting", "body": "Panel",
    "held_on": "2018-02-01", "venue": "", "starts_at": "", "rose_at": "", "is_exempt": False, "ground": "",
    "marking": "", "running_title": "Minutes",
    "present": [], "chair": "", "apologies": [], "absent": [], "replaced": [], "others": [], "quorum": "",
    "items": [], "is_specimen": False,
}  # fmt: skip


def printed(minutes: models.PanelMinutes, **fields: Any) -> models.PanelMinutes:
    """The minutes as published, with a small stand-in for their PDF."""
    models.PanelMinutes.objects.filter(pk=minutes.pk).update(
        **{"printed_at": WRITTEN_AT, "file": "minutes/stand-in.pdf", "sha256": "0" * 64, "pages": 1, "size": 9}
        | {"contents": CONTENTS}
        | fields
    )
    minutes.refresh_from_db()
    return minutes


def confirmed(minutes: models.PanelMinutes, **fields: Any) -> models.PanelMinutes:
    """Confirmed at the meeting of March."""
    later = HeldMeetingFactory.create(held_on=date(2018, 3, 19))
    return printed(minutes, state="confirmed", confirmed_at_meeting=later, confirmed_at=WRITTEN_AT, **fields)


def signed(minutes: models.PanelMinutes) -> models.PanelMinutes:
    """Confirmed in March, and signed there."""
    models.PanelMinutes.objects.filter(pk=confirmed(minutes).pk).update(
        state="signed", signed_by="Councillor Alan Barker, Chair", signed_on=date(2018, 3, 19)
    )
    minutes.refresh_from_db()
    return minutes


def a_meeting_of_the_panel(held_on: date = date(2018, 2, 1)) -> dict[str, Any]:
    """A meeting at which Hale is replaced by Fenwick and Davey sends apologies, with four items, one of them exempt."""
    meeting = HeldMeetingFactory.create(held_on=held_on)
    county, vale = CouncilFactory.create(name="Westshire County Council", seats=3), CouncilFactory.create(name="Vale")
    people = {
        name: TermFactory.create(
            council=council, member=MemberFactory.create(first_name=first, last_name=name)
        ).member
        for name, first, council in (
            ("Marsh", "Ellen", county), ("Poole", "Adrian", county), ("Davey", "Stuart", vale), ("Hale", "Joan", vale),
        )
    }  # fmt: skip
    independent = TermFactory.create(
        independent=True, member=MemberFactory.create(style="", first_name="Tariq", last_name="Bell")
    ).member
    if not models.PanelPost.objects.exists():  # one chair at a time, where another part of the Panel is there
        PostFactory.create(member=people["Marsh"], post=Post.CHAIR)
    PlaceFactory.create(member=people["Marsh"], is_chair=True)
    InterestFactory.create(member=people["Marsh"])
    stand_in = SubstituteFactory.create(council=vale).member
    lines = {
        name: AttendanceFactory.create(meeting=meeting, member=people[name], took_chair=name == "Marsh")
        for name in ("Marsh", "Poole")
    }
    lines["Bell"] = AttendanceFactory.create(meeting=meeting, member=independent)
    AttendanceFactory.create(meeting=meeting, member=people["Davey"], presence=Presence.APOLOGIES)
    AttendanceFactory.create(meeting=meeting, member=people["Hale"], presence=Presence.APOLOGIES)
    lines["Fenwick"] = AttendanceFactory.create(meeting=meeting, member=stand_in, stands_for=people["Hale"])
    InAttendanceFactory.create(meeting=meeting)
    general = ItemFactory.create(meeting=meeting, position=1, title="General")
    precept = ItemFactory.create(meeting=meeting, position=2, title="Precept 2018/19")
    estate = ItemFactory.create(meeting=meeting, position=3, title="Estate")
    hidden = ItemFactory.create(
        meeting=meeting, position=4, title="Dismissal", exemption=ClaimFactory.create(public_title="A staffing matter")
    )
    passed = ResolutionFactory.create(
        item=precept, number=1, kind=ResolutionKind.SUPPORTS, text="That the Panel supports the precept.",
        mover=people["Poole"], seconder=stand_in,
    )  # fmt: skip
    return {
        "meeting": meeting, "people": people, "independent": independent, "stand_in": stand_in, "lines": lines,
        "general": general, "precept": precept, "estate": estate, "hidden": hidden, "passed": passed,
        "councils": (county, vale),
    }  # fmt: skip


def meeting_with_minutes(held_on: date = date(2018, 2, 1)) -> dict[str, Any]:
    """The same with declarations, votes, and open and exempt minutes, as published."""
    world = a_meeting_of_the_panel(held_on)
    meeting, lines = world["meeting"], world["lines"]
    DeclarationFactory.create(item=world["estate"], attendance=lines["Bell"], kind=DeclaredKind.PECUNIARY)
    for line in lines.values():
        VoteFactory.create(resolution=world["passed"], attendance=line)
    kept = {
        "open": MinutesFactory.create(meeting=meeting),
        "exempt": MinutesFactory.create(meeting=meeting, is_exempt=True),
    }
    EntryFactory.create(
        minutes=kept["open"], item=world["precept"], text="Mrs Young asked why.\nCouncillor Poole agreed."
    )
    EntryFactory.create(minutes=kept["exempt"], item=world["hidden"], text="The officer was dismissed.")
    office = the_office()
    for row in kept.values():
        printed(row, contents=minutes_contents(row, office))
    return world | kept
