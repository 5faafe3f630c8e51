"""Each step of a recommendation and its actions: it works, the wrong role, and what is refused changes nothing."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.contrib.auth.models import Permission

from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from panel import operations, queries
from panel.enums import ActionState, AnswerKind, Opinion, Recipient, RecommendationState, ResolutionKind
from panel.models import AgendaItem, PanelAction, ProgressUpdate, Recommendation
from tests.factories.accounts import UserFactory
from tests.factories.recommendations import (
    ActionFactory,
    ClaimFactory,
    HeldMeetingFactory,
    ItemFactory,
    PlannedPanelMeetingFactory,
    RecommendationFactory,
    ResolutionFactory,
    ResponseFactory,
    UpdateFactory,
    VerdictFactory,
)
from tests.support.uploads import jpeg

pytestmark = pytest.mark.django_db

AT = datetime(2018, 3, 20, 9, tzinfo=UTC)


@pytest.fixture
def officer(panel_support_officer: User) -> dict[str, Any]:
    return {"by": panel_support_officer, "at": AT}


def made(officer: dict[str, Any], **fields: Any) -> Recommendation:
    return operations.make_recommendation(
        resolution=ResolutionFactory.create(**fields), title="Numbers", due_on=date(2018, 3, 1), **officer
    )


def test_make_recommendation_numbers_by_the_year_of_the_meeting_without_gaps(officer: dict[str, Any]) -> None:
    first, second = made(officer), made(officer)
    other = made(officer, item__meeting__held_on=date(2017, 11, 30))
    assert [row.reference for row in (first, second, other)] == ["2018/01", "2018/02", "2017/01"]
    assert (first.text, first.state) == (first.resolution.text, RecommendationState.MADE)
    with pytest.raises(DomainError):
        operations.make_recommendation(resolution=ResolutionFactory.create(), title="", **officer)
    assert made(officer).reference == "2018/03"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"kind": ResolutionKind.NOTES}, "asks nobody for anything"),
        ({"is_carried": False}, "was not carried"),
    ],
)
def test_make_recommendation_of_another_resolution_is_refused(
    officer: dict[str, Any], fields: dict[str, Any], said: str
) -> None:
    with pytest.raises(DomainError, match=said):
        made(officer, **fields)
    assert not Recommendation.objects.exists()


def test_make_recommendation_twice_of_one_resolution_is_refused(officer: dict[str, Any]) -> None:
    row = made(officer)
    with pytest.raises(DomainError, match="2018/01"):
        operations.make_recommendation(resolution=row.resolution, title="Again", **officer)


def test_make_recommendation_of_an_exempt_resolution_takes_clearance(officer: dict[str, Any]) -> None:
    treasurer = UserFactory.create(roles=[Role.TREASURER])
    treasurer.user_permissions.add(Permission.objects.get(codename="add_recommendation"))
    with pytest.raises(DomainError, match="no such recommendation"):
        made({**officer, "by": treasurer}, exemption=ClaimFactory.create())
    assert not Recommendation.objects.exists()


STEPS: dict[str, Callable[[Recommendation, PanelAction, dict[str, Any]], object]] = {
    "change": lambda row, action, who: operations.change_recommendation(
        recommendation=row, title="T", to=Recipient.PANEL, to_other="", lead="", due_on=None, update_on=None, **who
    ),
    "respond": lambda row, action, who: operations.record_response(
        recommendation=row, answer=AnswerKind.ACCEPTED, text="Yes", given_on=date(2018, 2, 28), **who
    ),
    "withdraw": lambda row, action, who: operations.withdraw_recommendation(
        recommendation=row, reason="Asked twice", **who
    ),
    "act": lambda row, action, who: operations.add_action(recommendation=row, text="Do", lead="Treasurer", **who),
    "update": lambda row, action, who: operations.write_update(
        recommendation=row, text="Done", on=date(2018, 3, 1), **who
    ),
    "evidence": lambda row, action, who: operations.add_evidence(
        recommendation=row, title="Page", on=date(2018, 3, 1), url="https://a.example", **who
    ),
    "end": lambda row, action, who: operations.end_action(action=action, state=ActionState.DONE, outcome="", **who),
}


@pytest.mark.parametrize("step", sorted(STEPS))
@pytest.mark.parametrize("role", [Role.COMMISSIONER, Role.PANEL_MEMBER])
def test_step_of_the_wrong_role_is_refused(step: str, role: Role) -> None:
    row = RecommendationFactory.create()
    action = ActionFactory.create(recommendation=row)
    with pytest.raises(DomainError, match="Your role does not let you"):
        STEPS[step](row, action, {"by": UserFactory.create(roles=[role]), "at": AT})
    row.refresh_from_db()
    assert (row.state, row.title, ProgressUpdate.objects.count()) == (
        RecommendationState.MADE, "Written detail on officer numbers", 0,
    )  # fmt: skip


def test_record_response_keeps_what_was_answered(officer: dict[str, Any]) -> None:
    row = RecommendationFactory.create()
    response = operations.record_response(
        recommendation=row, answer=AnswerKind.IN_PART, part="The first half", reason="never kept", text="Half of it.",
        given_on=date(2018, 2, 28), **officer,
    )  # fmt: skip
    row.refresh_from_db()
    assert (response.answer, response.part, response.reason) == ("in_part", "The first half", "")
    assert (row.state, response.recorded_by) == (RecommendationState.RESPONDED, officer["by"])


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"answer": AnswerKind.IN_PART}, "part"),
        ({"answer": AnswerKind.REJECTED}, "reason"),
        ({"text": " "}, "text"),
        ({"given_on": date(2018, 1, 31)}, "given_on"),
        ({"given_on": date(2018, 3, 21)}, "given_on"),
    ],
)
def test_record_response_that_says_too_little_is_refused(
    officer: dict[str, Any], said: dict[str, Any], field: str
) -> None:
    row = RecommendationFactory.create()
    whole = {"answer": AnswerKind.ACCEPTED, "text": "Yes.", "given_on": date(2018, 2, 28), **said}
    with pytest.raises(DomainError) as caught:
        operations.record_response(recommendation=row, **whole, **officer)
    row.refresh_from_db()
    assert (caught.value.field, row.state, hasattr(row, "response")) == (field, RecommendationState.MADE, False)


def test_record_response_twice_is_refused_and_correcting_keeps_one(officer: dict[str, Any]) -> None:
    row = RecommendationFactory.create(answered=True)
    said: dict[str, Any] = {
        "answer": AnswerKind.REJECTED,
        "reason": "No money.",
        "text": "No.",
        "given_on": date(2018, 3, 1),
    }
    with pytest.raises(DomainError, match="2018"):
        operations.record_response(recommendation=row, **said, **officer)
    response = operations.correct_response(recommendation=row, why="Misread", **said, **officer)
    assert (response.answer, response.text) == ("rejected", "No.")


def verdict(row: Recommendation, officer: dict[str, Any], **said: Any) -> Any:
    item = said.pop("item", None) or ItemFactory.create(meeting__held_on=date(2018, 3, 19))
    return operations.record_verdict(recommendation=row, item=item, **said, **officer)


def test_verdict_that_is_not_satisfied_keeps_it_open_with_a_new_day(officer: dict[str, Any]) -> None:
    row = RecommendationFactory.create(for_verdict=True)
    verdict(row, officer, opinion=Opinion.NOT_SATISFIED, update_on=date(2018, 6, 21))
    row.refresh_from_db()
    assert (row.state, row.update_on) == (RecommendationState.IN_PROGRESS, date(2018, 6, 21))
    with pytest.raises(DomainError, match="has not said that it is satisfied"):
        operations.close_recommendation(recommendation=row, **officer)


@pytest.mark.parametrize("day", [None, date(2018, 3, 19)])
def test_verdict_that_is_not_satisfied_without_a_later_day_is_refused(
    officer: dict[str, Any], day: date | None
) -> None:
    row = RecommendationFactory.create(for_verdict=True)
    with pytest.raises(DomainError, match="comes back"):
        verdict(row, officer, opinion=Opinion.PARTLY, update_on=day)
    assert not row.verdicts.exists()


def test_verdict_at_a_meeting_not_held_or_before_the_resolution_is_refused(officer: dict[str, Any]) -> None:
    row = RecommendationFactory.create(for_verdict=True)
    planned = ItemFactory.create(meeting=PlannedPanelMeetingFactory.create(held_on=date(2018, 6, 21)))
    early = ItemFactory.create(meeting__held_on=date(2017, 11, 30))
    for item in (planned, early):
        with pytest.raises(DomainError) as caught:
            verdict(row, officer, opinion=Opinion.SATISFIED, item=item)
        assert caught.value.field == "item"


def test_close_recommendation_waits_for_its_actions(officer: dict[str, Any]) -> None:
    row = RecommendationFactory.create(for_verdict=True)
    action = operations.add_action(recommendation=row, text="Publish", lead="Communications officer", **officer)
    verdict(row, officer, opinion=Opinion.SATISFIED)
    with pytest.raises(DomainError, match="1 action is still open"):
        operations.close_recommendation(recommendation=row, **officer)
    operations.end_action(action=action, state=ActionState.DONE, outcome="", **officer)
    closed = operations.close_recommendation(recommendation=row, **officer)
    assert (closed.state, closed.closed_on) == (RecommendationState.CLOSED, date(2018, 3, 20))
    with pytest.raises(DomainError, match="is now: closed"):
        operations.close_recommendation(recommendation=row, **officer)


@pytest.mark.parametrize("day", [date(2018, 3, 18), date(2018, 3, 21)])
def test_close_recommendation_before_the_verdict_or_in_the_future_is_refused(
    officer: dict[str, Any], day: date
) -> None:
    row = RecommendationFactory.create(for_verdict=True)
    verdict(row, officer, opinion=Opinion.SATISFIED)
    with pytest.raises(DomainError) as caught:
        operations.close_recommendation(recommendation=row, closed_on=day, **officer)
    assert caught.value.field == "closed_on"


def test_withdraw_recommendation_takes_a_reason_and_no_open_action(officer: dict[str, Any]) -> None:
    row = RecommendationFactory.create()
    action = ActionFactory.create(recommendation=row)
    for reason, said in (("", "Say why"), ("Asked twice", "still open")):
        with pytest.raises(DomainError, match=said):
            operations.withdraw_recommendation(recommendation=row, reason=reason, **officer)
    operations.end_action(action=action, state=ActionState.DROPPED, outcome="Asked twice", **officer)
    withdrawn = operations.withdraw_recommendation(recommendation=row, reason="Asked twice", **officer)
    assert (withdrawn.state, withdrawn.withdrawn_reason) == (RecommendationState.WITHDRAWN, "Asked twice")


def test_end_action_that_is_dropped_has_a_reason(officer: dict[str, Any]) -> None:
    action = ActionFactory.create()
    with pytest.raises(DomainError, match="Say why it is dropped"):
        operations.end_action(action=action, state=ActionState.DROPPED, outcome=" ", **officer)
    action.refresh_from_db()
    assert action.state == ActionState.OPEN


def test_add_action_stands_alone_under_an_item_and_not_under_nothing(officer: dict[str, Any]) -> None:
    item = ItemFactory.create()
    action = operations.add_action(item=item, text="Circulate a report", lead="Policy officer", **officer)
    assert (action.raised_on, queries.hanging_on(item)) == (date(2018, 2, 1), ["actions"])
    with pytest.raises(DomainError, match="belongs to a recommendation, or"):
        operations.add_action(text="Circulate a report", lead="Policy officer", **officer)
    with pytest.raises(DomainError, match="Enter a later day"):
        operations.add_action(item=item, text="Act", lead="Post", due_on=date(2018, 1, 31), **officer)
    assert PanelAction.objects.count() == 1


def test_write_update_in_the_future_or_to_what_has_ended_is_refused(officer: dict[str, Any]) -> None:
    row, closed = RecommendationFactory.create(), RecommendationFactory.create(closed=True)
    with pytest.raises(DomainError, match="not in the future"):
        operations.write_update(recommendation=row, text="Done", on=date(2018, 3, 21), **officer)
    with pytest.raises(DomainError, match="is closed"):
        operations.write_update(recommendation=closed, text="Done", on=date(2018, 3, 1), **officer)
    assert not ProgressUpdate.objects.exists()


def test_add_evidence_keeps_a_file_made_afresh(officer: dict[str, Any]) -> None:
    row = RecommendationFactory.create()
    kept = operations.add_evidence(
        recommendation=row, title="Photo", on=date(2018, 3, 1), name="board.jpg", content=jpeg(), **officer
    )
    assert (kept.name, kept.content_type, kept.url) == ("board.jpg", "image/jpeg", "")
    assert "board" not in kept.file.name
    assert len(kept.sha256) == 64


def test_add_evidence_of_neither_or_both_is_refused(officer: dict[str, Any]) -> None:
    row = RecommendationFactory.create()
    both: dict[str, Any] = {"url": "https://a.example", "name": "a.jpg", "content": jpeg()}
    for said in ({}, both):
        with pytest.raises(DomainError, match="one of the two"):
            operations.add_evidence(recommendation=row, title="Photo", on=date(2018, 3, 1), **said, **officer)
    with pytest.raises(DomainError, match="is a program"):
        operations.add_evidence(
            recommendation=row, title="P", on=date(2018, 3, 1), name="a.jpg", content=b"MZ not a picture", **officer
        )
    assert not row.evidence.exists()


def test_business_due_names_what_waits_and_nothing_exempt() -> None:
    meeting = PlannedPanelMeetingFactory.create(held_on=date(2018, 3, 19))
    RecommendationFactory.create(reference="2018/01", due_on=date(2018, 3, 19))
    RecommendationFactory.create(due_on=date(2018, 3, 20))
    RecommendationFactory.create(for_verdict=True, reference="2018/21")
    RecommendationFactory.create(closed=True)
    assert [(due.title, due.because, due.is_exempt) for due in queries.business_due(meeting)] == [
        ("Responses to the Panel's recommendations", "2 recommendations are due or waiting for the Panel's verdict",
         False),
    ]  # fmt: skip
    RecommendationFactory.create(exempt=True, title="Quillfeather")
    found = queries.business_due(meeting)
    assert found[0].purpose == (
        "To consider the responses to recommendations 2018/01 and 2018/21, and say whether the Panel is satisfied"
    )
    assert [(due.title, due.is_exempt) for due in found] == [
        ("Responses to the Panel's recommendations", False), ("Exempt recommendations and actions", True),
    ]  # fmt: skip
    assert "Quillfeather" not in str(found)


def test_hanging_on_names_verdicts(officer: dict[str, Any]) -> None:
    item: AgendaItem = VerdictFactory.create().item
    assert queries.hanging_on(item) == ["verdicts"]


def test_action_log_holds_six_months_of_what_was_completed() -> None:
    alone = ItemFactory.create(meeting=HeldMeetingFactory.create(held_on=date(2017, 9, 14)))
    ends = {"recommendation": None, "item": alone, "state": ActionState.DONE}
    ActionFactory.create(**ends, text="Last day in", ended_on=date(2017, 9, 19), outcome="Sent.")
    ActionFactory.create(**ends, text="A day too early", ended_on=date(2017, 9, 18))
    ActionFactory.create(recommendation=None, item=alone, text="Open", update_on=date(2018, 3, 19))
    row = RecommendationFactory.create(answered=True, reference="2018/01")
    UpdateFactory.create(recommendation=row, on=date(2018, 3, 20), text="After the day")
    RecommendationFactory.create(exempt=True)
    log = queries.action_log(date(2018, 3, 19))
    assert [(line.what, line.reference, line.update_on, line.notes) for line in log.in_progress] == [
        ("Written detail on officer numbers", "2018/01", None, ("28 February 2018: Accepted.",)),
        ("Open", "", date(2018, 3, 19), ()),
    ]
    assert [(line.what, line.notes) for line in log.completed] == [
        ("Last day in", ("19 September 2017: Done: Sent.",)),
    ]


def test_action_log_asks_as_much_for_three_as_for_one(django_assert_num_queries: Any) -> None:
    for number in (1, 2):
        for _ in range(number):
            UpdateFactory.create(recommendation=ResponseFactory.create().recommendation)
            UpdateFactory.create(recommendation=None, action=ActionFactory.create())
        with django_assert_num_queries(5):
            queries.action_log(date(2018, 3, 19))
