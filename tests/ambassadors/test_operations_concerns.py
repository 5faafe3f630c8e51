"""What the office may do about a concern, in which order, and who may say that the forum was told."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from ambassadors.enums import ActionLevel, ConcernState, ItemKind
from ambassadors.models import Concern, ConcernAction
from ambassadors.operations import (
    assign_concern,
    close_concern,
    mark_told,
    open_concern,
    record_action,
    reply_to_concern,
    set_restricted,
)
from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.models import OutboxMessage
from tests.factories.accounts import UserFactory
from tests.factories.ambassadors import ConcernActionFactory, ConcernFactory
from tests.factories.forums import ForumFactory, PriorityTopicFactory
from tests.factories.reference import OrganisationFactory

AT = datetime(2018, 3, 14, 9, 30, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def refusal(operation: Any, **values: Any) -> tuple[str, str | None]:
    with pytest.raises(DomainError) as refused:
        operation(at=AT, **values)
    return refused.value.message, refused.value.field


def raised(**values: Any) -> Concern:
    given = {
        "forum": ForumFactory.create(),
        "topic": PriorityTopicFactory.create(),
        "kind": ItemKind.CONCERN,
        "text": "Dark path by the canal",
        "raised_on": date(2018, 3, 1),
        "by": None,
        "at": AT,
    }
    return open_concern(**{**given, **values})


def test_open_concern_numbers_within_the_year_it_is_opened() -> None:
    ConcernFactory.create(reference="C-2017-0009")
    ConcernFactory.create(reference="C-2018-9999")
    assert [raised().reference, raised().reference] == ["C-2018-10000", "C-2018-10001"]
    assert raised(at=datetime(2018, 12, 31, 23, 30, tzinfo=UTC)).reference == "C-2018-10002"
    assert raised(at=datetime(2019, 1, 1, 0, 30, tzinfo=UTC)).reference == "C-2019-0001"


def test_open_concern_keeps_what_is_given() -> None:
    concern = raised(text=" Dark path ", raised_by=" A resident ", needed_by=date(2018, 4, 1), source="Letter")
    assert (concern.text, concern.raised_by, concern.needed_by, concern.source, concern.state) == (
        "Dark path",
        "A resident",
        date(2018, 4, 1),
        "Letter",
        ConcernState.OPEN,
    )


@pytest.mark.parametrize(
    ("values", "is_restricted"),
    [
        ({"kind": ItemKind.CONCERN}, False),
        ({"kind": ItemKind.CONCERN, "is_restricted": True}, True),
        ({"kind": ItemKind.TENSION}, True),
    ],
)
def test_open_concern_restricts_tensions(values: dict[str, Any], is_restricted: bool) -> None:
    assert raised(**values).is_restricted is is_restricted


@pytest.mark.parametrize(
    ("values", "refused"),
    [
        ({"raised_on": date(2018, 3, 15)}, ("Enter a day that is not in the future.", "raised_on")),
        ({"text": " "}, ("Enter what was raised.", "text")),
        ({"text": "x" * 2001}, ("Write 2,000 characters or fewer. You wrote 2,001.", "text")),
        ({"kind": ItemKind.GOOD_NEWS}, ("Good news needs no answer.", None)),
        ({"raised_by": "x" * 151}, ("Ensure this value has at most 150 characters (it has 151).", "raised_by")),
    ],
)
def test_open_concern_refuses(values: dict[str, Any], refused: tuple[str, str | None]) -> None:
    with pytest.raises(DomainError) as error:
        raised(**values)
    assert (error.value.message, error.value.field) == refused
    assert not Concern.objects.exists()


def test_assign_concern_names_the_officer_and_the_partner(policy_officer: User) -> None:
    partner = OrganisationFactory.create()
    concern = assign_concern(
        concern=ConcernFactory.create(), officer=policy_officer, partner=partner, by=policy_officer, at=AT
    )
    assert (concern.assigned_to, concern.partner) == (policy_officer, partner)
    assert assign_concern(concern=concern, officer=None, by=None, at=AT).assigned_to is None


def test_assign_concern_refuses_people_outside_the_office(ambassador_user: User, policy_officer: User) -> None:
    concern = ConcernFactory.create()
    words = f"{ambassador_user} does not work in the office. Choose another person."
    assert refusal(assign_concern, concern=concern, officer=ambassador_user, by=None) == (words, "officer")
    policy_officer.is_active = False
    assert refusal(assign_concern, concern=concern, officer=policy_officer, by=None)[1] == "officer"


def test_record_action_adds_and_never_changes(policy_officer: User) -> None:
    concern = ConcernFactory.create()
    for text in ("Passed on", "Passed on again"):
        record_action(
            concern=concern,
            level=ActionLevel.PASSED_ON,
            taken_on=date(2018, 3, 14),
            text=text,
            by=policy_officer,
            at=AT,
        )
    assert list(
        concern.actions.order_by("pk").values_list("level", "taken_on", "text", "recorded_by", "recorded_at")
    ) == [
        ("3_passed_on", date(2018, 3, 14), "Passed on", policy_officer.pk, AT),
        ("3_passed_on", date(2018, 3, 14), "Passed on again", policy_officer.pk, AT),
    ]


@pytest.mark.parametrize(
    ("values", "refused"),
    [
        (
            {"taken_on": date(2018, 2, 26)},
            ("This was raised on 27 February 2018. Enter that day or a later one.", "taken_on"),
        ),
        ({"taken_on": date(2018, 3, 15)}, ("Enter the day on which it was done: today or earlier.", "taken_on")),
        ({"text": ""}, ("Enter what was done.", "text")),
        ({"level": "7_shouted"}, ("Value '7_shouted' is not a valid choice.", "level")),
    ],
)
def test_record_action_refuses(values: dict[str, Any], refused: tuple[str, str]) -> None:
    given = {"level": ActionLevel.NOTED, "taken_on": date(2018, 3, 1), "text": "Noted", "by": None}
    assert refusal(record_action, concern=ConcernFactory.create(), **{**given, **values}) == refused
    assert not ConcernAction.objects.exists()


def test_a_closed_concern_takes_no_more() -> None:
    concern = close_concern(concern=ConcernFactory.create(), reason="Raised twice: see C-2018-0001", by=None, at=AT)
    words = ("This concern is closed. Nothing more can be recorded on it.", None)
    assert refusal(assign_concern, concern=concern, officer=None, by=None) == words
    assert refusal(reply_to_concern, concern=concern, text="Done", by=None) == words
    assert (
        refusal(
            record_action, concern=concern, level=ActionLevel.NOTED, taken_on=date(2018, 3, 1), text="Noted", by=None
        )
        == words
    )


def test_reply_to_concern_answers_and_writes(policy_officer: User) -> None:
    concern = ConcernActionFactory.create(concern__ambassador__email="m@home.example").concern
    answered = reply_to_concern(concern=concern, text=" Lights are mended. ", by=policy_officer, at=AT)
    assert (answered.state, answered.reply, answered.replied_at, answered.replied_by) == (
        ConcernState.REPLIED,
        "Lights are mended.",
        AT,
        policy_officer,
    )
    mail = OutboxMessage.objects.get()
    assert (mail.to, mail.subject) == ("m@home.example", f"The office answered {concern.reference}")
    assert "Lights are mended." not in mail.body


def test_reply_to_concern_of_no_ambassador_writes_no_mail() -> None:
    concern = ConcernActionFactory.create(concern__ambassador=None).concern
    reply_to_concern(concern=concern, text="Done", by=None, at=AT)
    assert not OutboxMessage.objects.exists()


def test_reply_to_concern_needs_an_action_first() -> None:
    assert refusal(reply_to_concern, concern=ConcernFactory.create(), text="Done", by=None) == (
        "Record what was done before you reply. 'Noted and monitored' is enough.",
        None,
    )


def test_reply_to_concern_answers_once() -> None:
    assert refusal(reply_to_concern, concern=ConcernFactory.create(replied=True), text="Done", by=None) == (
        "This concern was answered already. Record anything new as an action.",
        None,
    )


def test_mark_told_by_the_ambassador_or_the_office(policy_officer: User) -> None:
    theirs = ConcernFactory.create(replied=True, ambassador__signs_in=True)
    assert theirs.ambassador is not None
    for concern, by in ((theirs, theirs.ambassador.user), (ConcernFactory.create(replied=True), policy_officer)):
        assert by is not None
        told = mark_told(concern=concern, told_on=date(2018, 3, 6), by=by, at=AT)
        assert (told.state, told.told_on) == (ConcernState.TOLD, date(2018, 3, 6))


def test_mark_told_refuses_a_stranger(ambassador_user: User) -> None:
    words = "Only the ambassador who passed this on, or the office, can say that the forum was told."
    for concern in (ConcernFactory.create(replied=True), ConcernFactory.create(replied=True, ambassador=None)):
        assert refusal(mark_told, concern=concern, told_on=date(2018, 3, 6), by=ambassador_user) == (words, None)


@pytest.mark.parametrize(
    ("state", "told_on", "refused"),
    [
        (
            {},
            date(2018, 3, 6),
            ("The office has not answered this yet, so the forum cannot have been told.", None),
        ),
        ({"told": True}, date(2018, 3, 6), ("The forum was told of this already.", None)),
        (
            {"replied": True},
            date(2018, 3, 15),
            ("Enter the day on which the forum was told: today or earlier.", "told_on"),
        ),
        (
            {"replied": True},
            date(2018, 3, 5),
            ("The office answered on 6 March 2018. Enter that day or a later one.", "told_on"),
        ),
    ],
)
def test_mark_told_refuses(
    policy_officer: User, state: dict[str, bool], told_on: date, refused: tuple[str, str | None]
) -> None:
    concern = ConcernFactory.create(**state)
    assert refusal(mark_told, concern=concern, told_on=told_on, by=policy_officer) == refused


def test_close_concern_keeps_the_day_and_the_reason() -> None:
    closed = close_concern(concern=ConcernFactory.create(), reason=" Raised twice ", by=None, at=AT)
    assert (closed.state, closed.closed_on, closed.closed_reason) == (
        ConcernState.CLOSED,
        date(2018, 3, 14),
        "Raised twice",
    )


def test_close_concern_refuses() -> None:
    assert refusal(close_concern, concern=ConcernFactory.create(), reason="", by=None) == (
        "Say why it is closed.",
        "reason",
    )
    assert refusal(close_concern, concern=ConcernFactory.create(replied=True), reason="Twice", by=None) == (
        "Only a concern that waits for an answer can be closed without one.",
        None,
    )


def test_set_restricted_both_ways() -> None:
    concern = ConcernFactory.create()
    assert set_restricted(concern=concern, is_restricted=True, by=None, at=AT).is_restricted
    assert not set_restricted(concern=concern, is_restricted=False, by=None, at=AT).is_restricted


def test_set_restricted_never_frees_a_tension() -> None:
    concern = ConcernFactory.create(kind=ItemKind.TENSION)
    words = ("A community tension is always restricted.", None)
    assert refusal(set_restricted, concern=concern, is_restricted=False, by=None) == words
    assert set_restricted(concern=concern, is_restricted=True, by=None, at=AT).is_restricted


def test_changes_are_put_down_to_who_made_them(policy_officer: User) -> None:
    concern = ConcernFactory.create()
    assign_concern(concern=concern, officer=UserFactory.create(roles=[Role.POLICY_OFFICER]), by=policy_officer, at=AT)
    context = concern.events.order_by("pgh_id").last().pgh_context.metadata  # type: ignore[attr-defined]  # pghistory adds it
    assert context == {"reason": "Concern assigned", "user": policy_officer.pk}
