"""Each step of the publication checklist, who sees what is late, and what is refused."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from panel import operations, queries, reporting
from panel.models import Publication, PublicationDuty
from panel.publication import Frequency
from panel.specified_information import SPECIFIED
from tests.factories.accounts import UserFactory
from tests.factories.minutes import MinutesFactory, printed
from tests.factories.papers import PackFactory
from tests.factories.recommendations import PlannedPanelMeetingFactory
from tests.factories.register import DutyFactory, PublicationFactory
from tests.support.actors import signed_in_client
from tests.support.uploads import jpeg

pytestmark = pytest.mark.django_db

AT = datetime(2018, 3, 20, 9, tzinfo=UTC)


@pytest.fixture
def officer(panel_support_officer: User) -> dict[str, Any]:
    return {"by": panel_support_officer, "at": AT}


def test_add_duty_takes_the_frequency_of_the_list_unless_told_otherwise(officer: dict[str, Any]) -> None:
    made = [
        operations.add_duty(code="spending", owner_role="treasurer", **officer),
        operations.add_duty(code="gifts", owner=officer["by"], frequency=Frequency.MONTHLY, **officer),
    ]
    assert [(row.code, row.frequency, row.owner, row.owner_role) for row in made] == [
        ("spending", "monthly", None, "treasurer"),
        ("gifts", "monthly", officer["by"], ""),
    ]
    assert [row.item.paragraph for row in PublicationDuty.objects.order_by("place")] == ["2", "3(g)"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"code": "nonsense"}, "Choose what has to be published"),
        ({"code": "structure"}, "already exists"),
        ({"code": "spending", "frequency": Frequency.ANNUALLY}, "The Order itself sets how often"),
    ],
)
def test_add_duty_refused_adds_nothing(fields: dict[str, Any], said: str, officer: dict[str, Any]) -> None:
    DutyFactory.create(code="structure")
    with pytest.raises(DomainError, match=said):
        operations.add_duty(**fields, **officer)
    assert PublicationDuty.objects.count() == 1


def test_change_duty_names_one_owner_and_forgets_a_change_that_no_longer_counts(officer: dict[str, Any]) -> None:
    duty = DutyFactory.create(code="structure", changed_on=date(2018, 3, 1))
    with pytest.raises(DomainError, match="a person or a role, not both"):
        operations.change_duty(
            duty=duty, owner=officer["by"], owner_role="treasurer", frequency=Frequency.ON_CHANGE, **officer
        )
    changed = operations.change_duty(
        duty=duty, owner=officer["by"], owner_role="", frequency=Frequency.ANNUALLY, **officer
    )
    assert (changed.owner, changed.owner_role, changed.frequency, changed.changed_on) == (
        officer["by"], "", "annually", None,
    )  # fmt: skip


def test_record_publication_with_a_link_and_with_a_file(officer: dict[str, Any]) -> None:
    duty = DutyFactory.create()
    linked = operations.record_publication(
        duty=duty, published_on=date(2018, 3, 20), about=" February  2018 ", url="https://office.example/x", **officer
    )
    shown = operations.record_publication(
        duty=duty, published_on=date(2018, 2, 1), name="page.jpg", content=jpeg(), **officer
    )
    assert (linked.about, linked.url, linked.file.name, linked.recorded_by) == (
        "February 2018", "https://office.example/x", "", officer["by"],
    )  # fmt: skip
    assert (shown.name, shown.content_type, shown.url, shown.size is not None) == ("page.jpg", "image/jpeg", "", True)
    assert [line.last_on for line in queries.checklist(date(2018, 3, 20))] == [date(2018, 3, 20)]


@pytest.mark.parametrize(
    ("code", "fields", "said"),
    [
        ("spending", {"published_on": date(2018, 3, 21)}, "not in the future"),
        ("spending", {"url": ""}, "address or a file as proof"),
        ("spending", {"name": "a.jpg", "content": jpeg()}, "address or a file as proof"),
        ("spending", {"for_year": 2018}, "Only what is published before each financial year"),
        ("budget", {}, "Say for which financial year"),
        ("decisions", {}, "This site publishes it by itself"),
        ("gifts", {}, "does not apply to the office"),
    ],
)
def test_record_publication_refused_adds_nothing(
    code: str, fields: dict[str, Any], said: str, officer: dict[str, Any]
) -> None:
    duty = DutyFactory.create(code=code, set_aside_reason="None." if code == "gifts" else "")
    answers: dict[str, Any] = {"published_on": date(2018, 3, 1), "url": "https://office.example/x", **fields}
    with pytest.raises(DomainError, match=said):
        operations.record_publication(duty=duty, **answers, **officer)
    assert not Publication.objects.exists()


def test_budget_that_was_late_is_not_taken_for_the_next_years(officer: dict[str, Any]) -> None:
    duty = DutyFactory.create(code="budget")
    late: dict[str, Any] = {"published_on": date(2017, 5, 2), "for_year": 2017, "url": "https://office.example/budget"}
    operations.record_publication(duty=duty, **late, **officer)
    (line,) = queries.checklist(date(2018, 3, 20))
    assert (line.last_on, line.due_on, line.standing) == (date(2017, 5, 2), date(2018, 3, 31), "due")


def test_minutes_and_reports_are_as_new_as_the_last_pack_or_minutes_that_anybody_may_read() -> None:
    DutyFactory.create(code="minutes")

    def last() -> list[date | None]:
        return [line.last_on for line in queries.checklist(date(2018, 3, 20))]

    assert last() == [None]
    printed(MinutesFactory.create(), printed_at=datetime(2018, 2, 20, 9, tzinfo=UTC))
    printed(MinutesFactory.create(is_exempt=True), printed_at=datetime(2018, 3, 19, 9, tzinfo=UTC))
    assert last() == [date(2018, 2, 20)]
    PackFactory.create(issued=True)
    closed = PlannedPanelMeetingFactory.create(held_on=date(2018, 4, 9), is_closed=True)
    PackFactory.create(issued=True, meeting=closed, issued_at=datetime(2018, 3, 19, 9, tzinfo=UTC))
    assert last() == [date(2018, 3, 8)]


def test_note_change_makes_it_due_until_it_is_published_again(officer: dict[str, Any]) -> None:
    duty = DutyFactory.create(code="structure")
    PublicationFactory.create(duty=duty)
    assert [line.standing for line in queries.checklist(date(2018, 3, 20))] == ["current"]
    operations.note_change(duty=duty, changed_on=date(2018, 3, 19), **officer)
    assert [(line.due_on, line.standing) for line in queries.checklist(date(2018, 3, 20))] == [
        (date(2018, 3, 19), "overdue")
    ]
    address: dict[str, Any] = {"published_on": date(2018, 3, 20), "url": "https://office.example/structure"}
    operations.record_publication(duty=duty, **address, **officer)
    assert [line.standing for line in queries.checklist(date(2018, 3, 20))] == ["current"]


@pytest.mark.parametrize(
    ("code", "day", "said"),
    [
        ("spending", date(2018, 3, 1), "not published when it changes"),
        ("meetings", date(2018, 3, 1), "not published when it changes"),
        ("structure", date(2018, 3, 21), "not in the future"),
    ],
)
def test_note_change_refused_changes_nothing(code: str, day: date, said: str, officer: dict[str, Any]) -> None:
    duty = DutyFactory.create(code=code)
    with pytest.raises(DomainError, match=said):
        operations.note_change(duty=duty, changed_on=day, **officer)
    assert PublicationDuty.objects.get().changed_on is None


def test_duty_that_does_not_apply_is_on_no_list_until_it_is_taken_up(officer: dict[str, Any]) -> None:
    duty = DutyFactory.create()
    with pytest.raises(DomainError, match="applies already"):
        operations.take_up_duty(duty=duty, **officer)
    operations.set_duty_aside(duty=duty, reason="There is none.", **officer)
    with pytest.raises(DomainError, match="does not apply already"):
        operations.set_duty_aside(duty=duty, reason="Again", **officer)
    assert queries.checklist(date(2018, 3, 20)) == ()
    operations.take_up_duty(duty=duty, **officer)
    assert [line.duty for line in reporting.publications_late(date(2018, 3, 20))] == [duty]


STEPS: dict[str, Callable[[PublicationDuty, dict[str, Any]], object]] = {
    "add": lambda duty, who: operations.add_duty(code="gifts", **who),
    "change": lambda duty, who: operations.change_duty(
        duty=duty, owner=None, owner_role="", frequency=Frequency.MONTHLY, **who
    ),
    "record": lambda duty, who: operations.record_publication(
        duty=duty, published_on=date(2018, 3, 1), url="https://office.example/x", **who
    ),
    "note": lambda duty, who: operations.note_change(duty=duty, changed_on=date(2018, 3, 1), **who),
    "set aside": lambda duty, who: operations.set_duty_aside(duty=duty, reason="x", **who),
    "take up": lambda duty, who: operations.take_up_duty(duty=duty, **who),
}


@pytest.mark.parametrize("name", sorted(STEPS))
def test_step_by_a_wrong_role_is_refused(name: str, panel_member: User) -> None:
    duty = DutyFactory.create()
    with pytest.raises(DomainError, match="Your role does not let you"):
        STEPS[name](duty, {"by": panel_member, "at": AT})
    assert (PublicationDuty.objects.get(), Publication.objects.count()) == (duty, 0)


def test_treasurer_records_a_publication_and_does_not_keep_the_checklist(treasurer: User) -> None:
    duty = DutyFactory.create()
    STEPS["record"](duty, {"by": treasurer, "at": AT})
    assert Publication.objects.get().recorded_by == treasurer
    with pytest.raises(DomainError, match="Your role does not let you"):
        STEPS["set aside"](duty, {"by": treasurer, "at": AT})


def test_home_page_says_how_many_are_overdue_and_how_many_are_mine(treasurer: User) -> None:
    DutyFactory.create()  # the treasurer's, never published
    DutyFactory.create(code="gifts", owner_role="", owner=treasurer)
    DutyFactory.create(code="premises", owner_role="chief_executive")
    fresh = DutyFactory.create(code="contracts", owner_role="treasurer")
    PublicationFactory.create(duty=fresh, published_on=timezone.localdate())
    client = signed_in_client(treasurer)
    text = " ".join(client.get(reverse("admin:index")).content.decode().split())
    assert "Publications overdue" in text
    assert "You look after 2 of them" in text
    listed = reverse("admin:panel_publicationduty_changelist")
    counts = [
        len(client.get(f"{listed}{query}").context["cl"].result_list) for query in ("", "?overdue=yes", "?overdue=mine")
    ]
    assert counts == [4, 3, 2]
    grants = signed_in_client(UserFactory.create(roles=[Role.GRANTS_OFFICER]))
    assert "You look after" not in grants.get(reverse("admin:index")).content.decode()


def test_checklist_asks_one_query_however_long_it_and_its_log_are(treasurer: User) -> None:
    client, counts = signed_in_client(treasurer), []
    client.get(reverse("admin:panel_publicationduty_changelist"))
    made = 0
    for size in (1, 50, 500):
        for number in range(made, size):
            duty = DutyFactory.create(code=SPECIFIED[number % len(SPECIFIED)].code, owner_role="")
            PublicationFactory.create(duty=duty, published_on=date(2016, 1, 1) + timedelta(days=number))
        made = size
        for address in (reverse("panel:publications"), reverse("admin:panel_publicationduty_changelist")):
            with CaptureQueriesContext(connection) as caught:
                assert client.get(address).status_code == 200
            counts.append((address, len(caught)))
    assert len(set(counts)) == 2, counts
    with CaptureQueriesContext(connection) as caught:
        assert len(queries.checklist(date(2018, 3, 20))) == 31
    assert len(caught) == 1
