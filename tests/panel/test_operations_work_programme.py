"""The work programme: items, their moves with reasons, and becoming items of an agenda."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.documents.cells import Lines
from opcc.documents.tables import GroupRow, Table
from panel import operations, queries
from panel.enums import ItemKind, MeetingState, WorkKind, WorkState
from panel.models import AgendaItem, PanelMeeting, WorkItem, WorkMove
from panel.printed import work_programme_section
from tests.factories.meetings import StandingItemFactory
from tests.factories.panel import QuarterlyReportFactory
from tests.factories.recommendations import (
    HeldMeetingFactory,
    PlannedPanelMeetingFactory,
    WorkItemFactory,
)

pytestmark = pytest.mark.django_db

AT = datetime(2018, 3, 9, 9, tzinfo=UTC)


@pytest.fixture
def officer(panel_support_officer: User) -> dict[str, Any]:
    return {"by": panel_support_officer, "at": AT}


def test_add_work_item_with_its_meeting(officer: dict[str, Any]) -> None:
    meeting = PlannedPanelMeetingFactory.create(held_on=date(2018, 6, 21), venue="Shire Hall")
    item = operations.add_work_item(
        title="Restorative justice", kind=WorkKind.DATED, meeting=meeting, last_report_on=date(2017, 7, 7), **officer
    )
    assert (item.meeting, item.state) == (meeting, WorkState.OPEN)


@pytest.mark.parametrize(
    ("last", "said"),
    [(date(2018, 3, 10), "has not come yet"), (date(2018, 2, 2), "is later than the next")],
)
def test_add_work_item_with_a_last_report_to_come_is_refused(officer: dict[str, Any], last: date, said: str) -> None:
    with pytest.raises(DomainError, match=said) as caught:
        operations.add_work_item(
            title="Roads", kind=WorkKind.DATED, meeting=HeldMeetingFactory.create(), last_report_on=last, **officer
        )
    assert (caught.value.field, WorkItem.objects.count()) == ("last_report_on", 0)


def test_add_work_item_that_is_dated_without_a_meeting_is_refused(officer: dict[str, Any]) -> None:
    with pytest.raises(DomainError, match="A dated item has its meeting"):
        operations.add_work_item(title="Roads", kind=WorkKind.DATED, **officer)


def test_work_programme_of_the_wrong_role_is_refused(commissioner: User) -> None:
    item = WorkItemFactory.create()
    who: dict[str, Any] = {"by": commissioner, "at": AT}
    steps: tuple[Callable[[], object], ...] = (
        lambda: operations.add_work_item(title="Roads", **who),
        lambda: operations.move_work_item(work_item=item, to=None, reason="Why", **who),
        lambda: operations.record_report(work_item=item, on=date(2018, 3, 1), **who),
        lambda: operations.drop_work_item(work_item=item, reason="Why", **who),
    )
    for step in steps:
        with pytest.raises(DomainError, match="Your role does not let you"):
            step()
    assert list(WorkItem.objects.values_list("state", flat=True)) == [WorkState.OPEN]


def test_move_work_item_keeps_each_move(officer: dict[str, Any]) -> None:
    item = WorkItemFactory.create(when_words="In 2019")
    june = PlannedPanelMeetingFactory.create(held_on=date(2018, 6, 21))
    item = operations.move_work_item(work_item=item, to=june, reason="The report is ready.", **officer)
    assert (item.kind, item.meeting, item.when_words) == (WorkKind.DATED, june, "")
    item = operations.move_work_item(work_item=item, to=None, reason="The author is ill.", **officer)
    assert (item.kind, item.meeting) == (WorkKind.TO_TIMETABLE, None)
    moves = WorkMove.objects.order_by("pk").values_list("from_meeting", "to_meeting", "reason")
    assert list(moves) == [(None, june.pk, "The report is ready."), (june.pk, None, "The author is ill.")]


def test_move_work_item_to_where_it_cannot_go_is_refused(officer: dict[str, Any]) -> None:
    item = WorkItemFactory.create()
    june = PlannedPanelMeetingFactory.create(held_on=date(2018, 6, 21))
    for one, to, reason, said in (
        (item, june, " ", "Say why"),
        (item, None, "Why", "there already"),
        (item, HeldMeetingFactory.create(), "Why", "Choose a planned one"),
        (WorkItemFactory.create(standing=True), june, "Why", "comes to every meeting"),
    ):
        with pytest.raises(DomainError, match=said):
            operations.move_work_item(work_item=one, to=to, reason=reason, **officer)
    assert not WorkMove.objects.exists()


def test_record_report_takes_a_dated_item_and_keeps_a_standing_one(officer: dict[str, Any]) -> None:
    meeting = HeldMeetingFactory.create()
    dated = WorkItemFactory.create(dated=True, meeting=meeting)
    standing = WorkItemFactory.create(standing=True)
    on = meeting.held_on
    assert operations.record_report(work_item=dated, on=on, **officer).state == WorkState.DONE
    assert operations.record_report(work_item=standing, on=on, **officer).state == WorkState.OPEN
    assert set(WorkItem.objects.values_list("last_report_on", flat=True)) == {on}
    for day, said in ((date(2018, 3, 10), "not in the future"), (date(2018, 1, 1), "The last report was on")):
        with pytest.raises(DomainError, match=said):
            operations.record_report(work_item=standing, on=day, **officer)
    with pytest.raises(DomainError, match="taken already"):
        operations.record_report(work_item=dated, on=on, **officer)


def test_drafted_agenda_takes_what_is_due_and_the_item_knows_it() -> None:
    meeting = PlannedPanelMeetingFactory.create(held_on=date(2018, 3, 19))
    due = WorkItemFactory.create(dated=True, meeting=meeting, title="The policing model")
    WorkItemFactory.create(dated=True)
    (made,) = operations.draft_agenda(meeting=meeting, by=None, at=AT)
    due.refresh_from_db()
    assert (made.title, made.added_because, due.item) == ("The policing model", "Due by the work programme", made)
    assert queries.business_due(meeting) == ()
    with pytest.raises(DomainError, match="on an agenda"):
        operations.move_work_item(work_item=due, to=None, reason="Why", by=None, at=AT)


def test_drafted_agenda_has_what_comes_to_every_meeting_once() -> None:
    """The outline has an item of the same name: then that is it."""
    StandingItemFactory.create(title="Work programme", kind=ItemKind.WORK_PROGRAMME)
    for title in ("Work Programme", "Report of the Commissioner"):
        WorkItemFactory.create(standing=True, title=title, detail="Progress with the plan")
    for held_on in (date(2018, 3, 19), date(2018, 6, 21)):
        meeting = PlannedPanelMeetingFactory.create(held_on=held_on)
        made = operations.draft_agenda(meeting=meeting, by=None, at=AT)
        assert [(item.title, item.purpose, item.added_because) for item in made] == [
            ("Report of the Commissioner", "Progress with the plan", "On the work programme of every meeting"),
            ("Work programme", "", ""),
        ]


def test_drafted_agenda_announces_the_reports_that_are_made_for_the_day() -> None:
    meeting = PlannedPanelMeetingFactory.create(held_on=date(2018, 3, 19))
    report = QuarterlyReportFactory.create(meeting_on=meeting.held_on)
    QuarterlyReportFactory.create(meeting_on=date(2018, 6, 21), year=2016)
    (made,) = operations.draft_agenda(meeting=meeting, by=None, at=AT)
    assert (made.title, made.added_because) == (report.title, "The report is made for this meeting")
    assert list(made.papers.values_list("title", "author", "is_to_follow")) == [(report.title, "Commissioner", True)]


def _cancelled(meeting: PanelMeeting) -> None:
    operations.cancel_meeting(meeting=meeting, reason="Snow", by=None, at=AT)


def _held_without_reaching_it(meeting: PanelMeeting) -> None:
    operations.hold_meeting(meeting=meeting, by=None, at=datetime(2018, 3, 19, 14, tzinfo=UTC))


@pytest.mark.parametrize("happened", [_cancelled, _held_without_reaching_it])
def test_an_item_that_its_meeting_never_reached_moves_on(happened: Callable[[PanelMeeting], None]) -> None:
    meeting = PlannedPanelMeetingFactory.create(held_on=date(2018, 3, 19))
    june = PlannedPanelMeetingFactory.create(held_on=date(2018, 6, 21))
    item = WorkItemFactory.create(dated=True, meeting=meeting)
    (left,) = operations.draft_agenda(meeting=meeting, by=None, at=AT)
    happened(meeting)
    moved = operations.move_work_item(work_item=item, to=june, reason="The meeting did not reach it.", by=None, at=AT)
    assert (moved.meeting, moved.item) == (june, None)
    assert [due.subject for due in queries.business_due(june)] == [f"{queries.WORK}:{item.pk}"]
    made = operations.put_on_agenda(work_item=item, by=None, at=AT)
    assert (made.meeting, AgendaItem.objects.filter(pk=left.pk).exists()) == (june, True)


def test_put_on_agenda_makes_an_item_once() -> None:
    meeting = PlannedPanelMeetingFactory.create(held_on=date(2018, 6, 21))
    item = WorkItemFactory.create(dated=True, meeting=meeting)
    made = operations.put_on_agenda(work_item=item, by=None, at=AT)
    item.refresh_from_db()
    assert (item.item, made.title, made.purpose) == (made, item.title, item.detail)
    with pytest.raises(DomainError, match="on the agenda already"):
        operations.put_on_agenda(work_item=item, by=None, at=AT)
    with pytest.raises(DomainError, match="no meeting yet"):
        operations.put_on_agenda(work_item=WorkItemFactory.create(), by=None, at=AT)


def test_work_programme_section_has_the_table_in_its_three_parts() -> None:
    june = PlannedPanelMeetingFactory.create(held_on=date(2018, 6, 21), venue="")
    asked = {"requested_by": "the Panel", "requested_on": date(2017, 9, 14)}
    WorkItemFactory.create(dated=True, meeting=june, title="Roads", detail="What was done", **asked)
    WorkItemFactory.create(standing=True, title="Complaints", detail="", last_report_on=date(2017, 9, 14))
    WorkItemFactory.create(title="The estate", detail="", when_words="In 2019")
    WorkItemFactory.create(title="Video", detail="")
    WorkItemFactory.create(title="Gone", state=WorkState.DROPPED, dropped_reason="Overtaken")
    (table,) = work_programme_section(queries.work_programme(queries.OPEN)).parts
    assert isinstance(table, Table)
    assert [line.label if isinstance(line, GroupRow) else line.cells for line in table.rows] == [
        "Items with a date",
        (
            Lines("21 June 2018", "Venue to be confirmed"), "Roads",
            Lines("What was done", "Asked for by the Panel on 14 September 2017"), "N/a",
        ),
        "Standing items",
        ("Every meeting", "Complaints", None, "14 September 2017"),
        "Items to be timetabled",
        ("In 2019", "The estate", None, "N/a"),
        ("To be confirmed", "Video", None, "N/a"),
    ]  # fmt: skip


def test_work_programme_of_the_public_leaves_out_closed_sessions() -> None:
    closed = PlannedPanelMeetingFactory.create(held_on=date(2018, 5, 1), is_closed=True, state=MeetingState.PLANNED)
    WorkItemFactory.create(dated=True, meeting=closed, title="Development day")
    shown = WorkItemFactory.create(dated=True)
    assert [item.pk for item in queries.work_programme(queries.PUBLIC).items] == [shown.pk]
    assert len(queries.work_programme(queries.OPEN).items) == 2
