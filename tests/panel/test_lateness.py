"""What comes after its last day: papers with the chair's reason, and meetings at shorter notice."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from opcc.accounts.enums import Role
from opcc.core.errors import DomainError
from panel import operations, queries
from panel.enums import Audience, MeetingState, PackState
from panel.models import Pack, PanelMeeting, Paper, PaperPart, QuarterlyReport
from panel.printed import minutes_contents
from panel.printed.pack import compose
from tests.factories.accounts import UserFactory
from tests.factories.meetings import GroupFactory, TermFactory
from tests.factories.minutes import MinutesFactory
from tests.factories.panel import the_office
from tests.factories.papers import (
    SECRET,
    PackFactory,
    PaperFactory,
    PartFactory,
    approved_report,
    built_pack,
    paper_pdf,
)
from tests.factories.recommendations import ClaimFactory, ItemFactory, PlannedPanelMeetingFactory
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db
EARLY = datetime(2018, 2, 20, 9, 0, tzinfo=UTC)  # before the papers of 19 March 2018 are due, on the 9th
LATE = datetime(2018, 3, 14, 10, 0, tzinfo=UTC)
WHY: dict[str, Any] = {"late_reason": " The river rose. ", "by": None, "at": LATE}


def a_meeting(**fields: Any) -> PanelMeeting:
    """Of 19 March 2018, with one item."""
    meeting: PanelMeeting = PlannedPanelMeetingFactory.create(**fields)
    ItemFactory.create(meeting=meeting, position=1, title="The plan")
    return meeting


def a_paper(**fields: Any) -> Paper:
    paper: Paper = PaperFactory.create(item=a_meeting(agenda_published_at=EARLY).items.get(), **fields)
    return paper


def page(meeting: PanelMeeting) -> str:
    text = Client().get(reverse("panel:meeting", args=[meeting.public_id])).content.decode()
    return " ".join(text.split())


# --- Papers -------------------------------------------------------------------------------------------
PUT_IN: dict[str, Callable[..., PaperPart]] = {
    "upload": lambda **said: operations.upload_part(name="plan.pdf", content=paper_pdf(), **said),
    "write": lambda **said: operations.write_part(text="A note.", **said),
    "report": lambda **said: operations.take_report(report=QuarterlyReport.objects.get(), **said),
}


@pytest.mark.parametrize("way", sorted(PUT_IN))
def test_a_part_that_comes_late_has_the_reason_of_the_chair(way: str) -> None:
    the_office()
    approved_report()
    paper = a_paper(is_to_follow=True)
    with pytest.raises(DomainError, match=r"The papers were due by 9 March 2018\. Write the chair's reason") as caught:
        PUT_IN[way](paper=paper, by=None, at=LATE)
    assert (caught.value.field, paper.parts.count()) == ("late_reason", 0)
    assert PUT_IN[way](paper=paper, **WHY).late_reason == "The river rose."
    assert PUT_IN[way](paper=paper, letter="A", **WHY | {"at": EARLY}).late_reason == ""


def test_a_part_of_a_paper_that_has_a_reason_needs_none() -> None:
    part = PUT_IN["upload"](paper=a_paper(late_reason="It rained."), by=None, at=LATE)
    assert part.late_reason == ""


def test_replacing_a_part_after_the_last_day_needs_the_reason() -> None:
    paper = a_paper()
    PUT_IN["upload"](paper=paper, by=None, at=EARLY)
    with pytest.raises(DomainError, match="The papers were due by 9 March 2018"):
        PUT_IN["upload"](paper=paper, by=None, at=LATE)
    PUT_IN["upload"](paper=paper, **WHY)
    assert list(paper.parts.standing().values_list("late_reason", flat=True)) == ["The river rose."]


def late_papers() -> PanelMeeting:
    """On an open item a late paper, a late appendix and exempt late ones; and a late paper to an exempt item."""
    meeting = a_meeting(agenda_published_at=EARLY)
    item = meeting.items.get()
    PartFactory.create(paper=PaperFactory.create(item=item, position=1, title="Floods", late_reason="It rained."))
    paper = PaperFactory.create(item=item, position=2, title="Roads")
    PartFactory.create(paper=paper)
    PartFactory.create(paper=paper, letter="A", title="Costs", late_reason="The prices came today.")
    PartFactory.create(paper=paper, letter="B", exempt=True, late_reason=f"{SECRET} wrote today.")
    hidden = PaperFactory.create(item=item, position=3, title=f"{SECRET} bid", late_reason=f"{SECRET} bid today.")
    PartFactory.create(paper=hidden, exempt=True)
    secret = ItemFactory.create(meeting=meeting, position=2, exemption=ClaimFactory.create())
    PaperFactory.create(item=secret, title=f"{SECRET} paper", late_reason=f"{SECRET} fell ill.")
    return meeting


OPEN = ["Paper ‘Floods’ taken as urgent: It rained.", "Paper ‘Costs’ taken as urgent: The prices came today."]
KEPT_BACK = [
    f"Paper ‘{SECRET} prices’ taken as urgent: {SECRET} wrote today.",
    f"Paper ‘{SECRET} bid’ taken as urgent: {SECRET} bid today.",
]
EXEMPT = [f"Paper ‘{SECRET} paper’ taken as urgent: {SECRET} fell ill."]


def test_urgent_papers_are_those_the_reader_may_know_of() -> None:
    meeting = late_papers()
    plan, secret = meeting.items.in_order()
    for include_exempt, expected in ((False, {plan.pk: OPEN}), (True, {plan.pk: OPEN + KEPT_BACK, secret.pk: EXEMPT})):
        found = queries.urgent_papers(meeting, include_exempt=include_exempt)
        assert {key: [one.words for one in rows] for key, rows in found.items()} == expected


def test_a_paper_once_exempt_tells_its_reason_when_an_open_part_shows_its_name() -> None:
    paper = a_paper(title="Roads", late_reason="It rained.")
    meeting = paper.item.meeting
    part = PartFactory.create(paper=paper, exempt=True, withdrawn_at=EARLY, withdrawn_reason="Replaced.")
    assert queries.urgent_papers(meeting) == {}
    PartFactory.create(paper=part.paper)
    assert [one.title for one in queries.urgent_papers(meeting)[paper.item_id]] == ["Roads"]


def test_both_editions_of_a_pack_and_both_minutes_tell_the_reasons_that_are_theirs() -> None:
    office = the_office()
    meeting = late_papers()
    pack = PackFactory.create(meeting=meeting)
    told = {audience: compose(pack, audience=audience, at=LATE)["agenda"] for audience in Audience}
    assert [line["urgent_papers"] for line in told[Audience.PUBLIC]] == [OPEN, []]
    assert [line["urgent_papers"] for line in told[Audience.RESTRICTED]] == [OPEN + KEPT_BACK, EXEMPT]
    PanelMeeting.objects.update(state=MeetingState.HELD)
    meeting.refresh_from_db()
    said = {
        is_exempt: minutes_contents(MinutesFactory.create(meeting=meeting, is_exempt=is_exempt), office)["items"]
        for is_exempt in (False, True)
    }
    assert [item.get("urgent_papers") for item in said[False]] == [OPEN, None]
    assert [item.get("urgent_papers") for item in said[True]] == [KEPT_BACK, EXEMPT]
    assert SECRET not in str(said[False])


def test_pages_tell_the_public_why_papers_are_late_and_nothing_of_exempt_ones() -> None:
    meeting = late_papers()
    item = Client().get(reverse("panel:item", args=[meeting.items.get(title="The plan").public_id]))
    for text in (page(meeting), " ".join(item.content.decode().split())):
        assert [words in text for words in OPEN] == [True, True]
        assert SECRET not in text


def test_staff_give_the_reason_on_the_page_of_the_paper() -> None:
    paper = a_paper()
    client = signed_in_client(UserFactory.create(roles=[Role.PANEL_SUPPORT_OFFICER]))
    press = reverse("admin:panel_paper_press", args=[paper.pk, "write"])
    response = client.post(press, {"write-text": "A note.", "write-letter": "A"})
    assert "Write the chair&#x27;s reason for taking this paper as urgent" in response.content.decode()
    client.post(press, {"write-text": "A note.", "write-letter": "A", "write-late_reason": "It rained."})
    part = paper.parts.get()
    shown = client.get(reverse("admin:panel_paperpart_change", args=[part.pk])).content.decode()
    assert (part.late_reason, "It rained." in shown) == ("It rained.", True)


# --- Shorter notice -----------------------------------------------------------------------------------
def test_an_agenda_is_published_at_shorter_notice_with_the_reason() -> None:
    meeting = a_meeting()
    with pytest.raises(DomainError, match="or say why it is convened at shorter notice") as caught:
        operations.publish_agenda(meeting=meeting, by=None, at=LATE)
    assert caught.value.field == "short_notice_reason"
    with pytest.raises(DomainError, match="Write 500 characters or fewer"):
        operations.publish_agenda(meeting=meeting, short_notice_reason="x" * 501, by=None, at=LATE)
    published = operations.publish_agenda(meeting=meeting, short_notice_reason=" A flood. ", by=None, at=LATE)
    assert (published.short_notice_reason, published.agenda_published_at) == ("A flood.", LATE)


def test_an_agenda_in_time_keeps_no_reason() -> None:
    meeting = operations.publish_agenda(meeting=a_meeting(), short_notice_reason="A flood.", by=None, at=EARLY)
    assert meeting.short_notice_reason == ""


def test_at_shorter_notice_papers_are_due_on_the_day_of_the_agenda() -> None:
    meeting = a_meeting()
    meeting = operations.publish_agenda(meeting=meeting, short_notice_reason="A flood.", by=None, at=LATE)
    assert queries.papers_due(meeting) == date(2018, 3, 14)
    other = a_meeting(held_on=date(2018, 4, 3))
    assert queries.publication_days([meeting, other]) == {meeting.pk: date(2018, 3, 14), other.pk: date(2018, 3, 22)}
    item = meeting.items.get()
    same_day = operations.add_paper(item=item, title="Roads", by=None, at=LATE + timedelta(hours=2))
    assert same_day.is_late is False
    with pytest.raises(DomainError, match="The papers were due by 14 March 2018"):
        operations.add_paper(item=item, title="Rivers", by=None, at=LATE + timedelta(days=1))
    with pytest.raises(DomainError, match="The papers were due by 14 March 2018"):
        operations.add_item(meeting=meeting, title="Rivers", by=None, at=LATE + timedelta(days=1))


def test_dates_of_a_meeting_at_shorter_notice_say_so() -> None:
    rules = queries.panel_rules()
    closed = queries.closed_days(rules, 2018)
    day = "Thursday 15 March 2018"
    after_questions = datetime(2018, 3, 15, 10, 0, tzinfo=UTC)
    for at, asked in (
        (LATE, "Three working days before Monday 19 March 2018."),
        (
            after_questions,
            f"Three working days before Monday 19 March 2018. The meeting was convened after that, on {day}.",
        ),
    ):
        meeting = a_meeting(short_notice_reason="A flood.", agenda_published_at=at)
        dates = queries.dates_of(meeting, rules, closed)
        assert dates == queries.MeetingDates(
            publication=queries.Deadline(
                timezone.localdate(at), "Convened at shorter notice: papers are open from the day of the agenda."
            ),
            questions=queries.Deadline(date(2018, 3, 14), asked),
        )
        meeting.items.all().delete()
        meeting.delete()


def test_a_group_keeps_no_notice() -> None:
    meeting = a_meeting(group=GroupFactory.create())
    assert operations.publish_agenda(meeting=meeting, by=None, at=LATE).short_notice_reason == ""


@pytest.mark.parametrize("fields", [{"agenda_published_at": None}, {"group": True}])
def test_only_the_whole_panel_is_convened_at_shorter_notice_and_with_its_agenda(fields: dict[str, Any]) -> None:
    if "group" in fields:
        fields = {"group": GroupFactory.create()}
    said = {"agenda_published_at": LATE, "short_notice_reason": "A flood.", **fields}
    with pytest.raises(IntegrityError, match="panel_meeting_short_notice"):
        PlannedPanelMeetingFactory.create(**said)


def test_shorter_notice_is_told_on_the_page_in_the_pack_and_in_the_minutes() -> None:
    office = the_office()
    meeting = a_meeting(short_notice_reason="A flood.", agenda_published_at=LATE)
    assert "Convened at shorter notice<small>A flood.</small>" in page(meeting)
    words = "Convened at shorter notice: A flood."
    assert compose(PackFactory.create(meeting=meeting), audience=Audience.PUBLIC, at=LATE)["notice"] == words
    assert minutes_contents(MinutesFactory.create(meeting=meeting), office)["notice"] == words
    other = a_meeting(held_on=date(2018, 4, 26))
    assert compose(PackFactory.create(meeting=other), audience=Audience.PUBLIC, at=LATE)["notice"] == ""


def test_staff_publish_at_shorter_notice_by_a_button_that_asks_why() -> None:
    client = signed_in_client(UserFactory.create(roles=[Role.PANEL_SUPPORT_OFFICER]))
    soon, later = (a_meeting(held_on=timezone.localdate() + timedelta(days=days)) for days in (2, 60))
    shown = {}
    for name, meeting in (("soon", soon), ("later", later)):
        text = client.get(reverse("admin:panel_panelmeeting_change", args=[meeting.pk])).content.decode()
        shown[name] = "Publish the agenda at shorter notice" in text
    assert shown == {"soon": True, "later": False}
    press = reverse("admin:panel_panelmeeting_press", args=[soon.pk, "publish_late"])
    assert "Say why the meeting is convened at shorter notice." in client.post(press).content.decode()
    client.post(press, {"publish_late-short_notice_reason": "A flood."})
    soon.refresh_from_db()
    assert (soon.short_notice_reason, soon.agenda_published_at is not None) == ("A flood.", True)
    text = client.get(reverse("admin:panel_panelmeeting_change", args=[soon.pk])).content.decode()
    assert "A flood." in text


# --- Moving and changing ------------------------------------------------------------------------------
def test_moving_a_meeting_takes_its_built_pack_back() -> None:
    pack = built_pack(meeting=a_meeting(agenda_published_at=EARLY))
    operations.move_meeting(meeting=pack.meeting, held_on=date(2018, 3, 26), by=None, at=EARLY)
    pack.refresh_from_db()
    assert (pack.state, pack.editions.count()) == (PackState.FAILED, 0)


def test_changing_the_time_of_a_meeting_takes_its_built_pack_back_and_saving_it_unchanged_does_not() -> None:
    meeting = a_meeting(agenda_published_at=EARLY)
    pack = built_pack(meeting=meeting)
    said = {name: getattr(meeting, name) for name in ("starts_at", "venue", "is_closed", "is_filmed", "title")}
    said["broadcast_url"] = ""
    operations.change_meeting(meeting=meeting, **said, by=None, at=EARLY)
    pack.refresh_from_db()
    assert pack.state == PackState.READY
    operations.change_meeting(meeting=meeting, **said | {"venue": "Old hall"}, by=None, at=EARLY)
    pack.refresh_from_db()
    assert (pack.state, pack.editions.count()) == (PackState.FAILED, 0)


def test_an_earlier_day_must_keep_the_notice_or_have_the_reason() -> None:
    meeting = a_meeting(agenda_published_at=datetime(2018, 3, 8, 10, 0, tzinfo=UTC))
    day = date(2018, 3, 15)
    with pytest.raises(DomainError, match="was to be published by 7 March 2018; it was published on 8 March") as caught:
        operations.move_meeting(meeting=meeting, held_on=day, by=None, at=LATE)
    meeting.refresh_from_db()
    assert (caught.value.field, meeting.held_on) == ("short_notice_reason", date(2018, 3, 19))
    moved = operations.move_meeting(meeting=meeting, held_on=day, short_notice_reason="A flood.", by=None, at=LATE)
    assert (moved.held_on, moved.short_notice_reason) == (day, "A flood.")
    again = operations.move_meeting(meeting=meeting, held_on=date(2018, 3, 14), by=None, at=LATE)
    assert again.short_notice_reason == "A flood."
    back = operations.move_meeting(meeting=meeting, held_on=date(2018, 3, 19), by=None, at=LATE)
    assert back.short_notice_reason == ""


def test_a_meeting_without_an_agenda_and_a_groups_move_freely() -> None:
    for meeting in (a_meeting(), a_meeting(group=GroupFactory.create(), agenda_published_at=LATE)):
        moved = operations.move_meeting(meeting=meeting, held_on=date(2018, 3, 15), by=None, at=LATE)
        assert (moved.held_on, moved.short_notice_reason) == (date(2018, 3, 15), "")


def test_staff_who_move_a_meeting_are_told_of_the_pack_in_force() -> None:
    client = signed_in_client(UserFactory.create(roles=[Role.PANEL_SUPPORT_OFFICER]))
    pack = built_pack(PackState.ISSUED, meeting=a_meeting(agenda_published_at=EARLY))
    press = reverse("admin:panel_panelmeeting_press", args=[pack.meeting.pk, "move"])
    text = client.post(press, {"move-held_on": "Monday 26 March 2018"}, follow=True).content.decode()
    assert "Moved to 26 March 2018. The pack in force gives the old day: ask for a new version." in text


# --- What pages and packs say of items, papers and the quorum -----------------------------------------
def test_time_purpose_author_and_quorum_are_shown() -> None:
    the_office()
    meeting = a_meeting(agenda_published_at=EARLY)
    for _ in range(5):
        TermFactory.create()
    item = meeting.items.get()
    item.minutes, item.lead = 20, "Commissioner"
    item.save()
    paper = PaperFactory.create(item=item, title="Roads", author="Force", purpose="To comment on it.")
    part = PartFactory.create(paper=paper)
    pack = built_pack(meeting=meeting)
    contents = compose(pack, audience=Audience.PUBLIC, at=EARLY)
    assert (contents["agenda"][0]["minutes"], contents["quorum"]) == (20, "Quorum: 2 members")
    assert [(block["author"], block["purpose"]) for block in contents["blocks"]] == [("Force", "To comment on it.")]
    text = page(meeting)
    assert "Lead: Commissioner, 20 minutes" in text
    assert "<dt>Quorum</dt><dd>2 members</dd>" in text
    client = signed_in_client(UserFactory.create(roles=[Role.PANEL_SUPPORT_OFFICER]))
    staff = client.get(reverse("admin:panel_panelmeeting_agenda", args=[meeting.pk])).content.decode()
    assert ">20 min</td>" in staff
    lines = [
        {
            "key": f"part-{part.pk}", "at": item.pk, "item": "1", "label": "Item 1", "title": "Roads", "first": 2,
            "last": 2, "withheld": False, "author": "Force", "purpose": "To comment on it.",
        }
    ]  # fmt: skip
    for edition in pack.editions.all():
        edition.page_map = lines
        edition.save()
    Pack.objects.filter(pk=pack.pk).update(state=PackState.ISSUED, issued_at=EARLY)
    shown = Client().get(reverse("panel:item", args=[item.public_id])).content.decode()
    assert "<small>Force</small><small>To comment on it.</small>" in shown
    assert "Time: 20 minutes" in shown


def test_a_cancelled_meeting_of_a_day_to_come_stands_among_those_to_come() -> None:
    today = timezone.localdate()
    ahead = a_meeting(held_on=today + timedelta(days=30), state=MeetingState.CANCELLED, cancelled_reason="Snow")
    gone = a_meeting(held_on=today - timedelta(days=30), state=MeetingState.CANCELLED, cancelled_reason="Snow")
    planned = a_meeting(held_on=today + timedelta(days=60))
    response = Client().get(reverse("panel:meetings"))
    assert [row for row, _, _ in response.context["coming"]] == [ahead, planned]
    assert [row for row, _, _ in response.context["past"]] == [gone]
