"""What the database refuses of recommendations, what hangs on them, letters and the work programme."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from panel.models import PanelLetter, PanelVerdict, ProgressUpdate, Recommendation, WorkItem, WorkMove
from tests.factories.recommendations import (
    ActionFactory,
    ClaimFactory,
    EvidenceFactory,
    HeldMeetingFactory,
    ItemFactory,
    LetterFactory,
    MoveFactory,
    PlannedPanelMeetingFactory,
    RecommendationFactory,
    ResponseFactory,
    UpdateFactory,
    VerdictFactory,
    WorkItemFactory,
    sent,
)

pytestmark = pytest.mark.django_db

BROKEN: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
    "panel_recommendation_reference": (RecommendationFactory.create, {"reference": "three"}),
    "panel_recommendation_to_whom": (RecommendationFactory.create, {"to": "other"}),
    "panel_recommendation_letter_has_number": (RecommendationFactory.create, {"letter_number": 1}),
    "panel_recommendation_ended_has_day": (RecommendationFactory.create, {"state": "closed"}),
    "panel_recommendation_withdrawn_has_reason": (RecommendationFactory.create, {"withdrawn_reason": "Asked twice."}),
    "panel_response_part": (ResponseFactory.create, {"answer": "in_part"}),
    "panel_response_rejected_has_reason": (ResponseFactory.create, {"answer": "rejected"}),
    "panel_response_has_text": (ResponseFactory.create, {"text": ""}),
    "panel_action_from_one": (ActionFactory.create, {"recommendation": None}),
    "panel_action_ended_has_day": (ActionFactory.create, {"state": "done"}),
    "panel_action_dropped_has_reason": (ActionFactory.create, {"state": "dropped", "ended_on": date(2018, 3, 1)}),
    "panel_update_of_one": (UpdateFactory.create, {"recommendation": None}),
    "panel_update_has_text": (UpdateFactory.create, {"text": ""}),
    "panel_evidence_of_one": (EvidenceFactory.create, {"recommendation": None}),
    "panel_evidence_link_or_file": (EvidenceFactory.create, {"url": ""}),
    "panel_verdict_comes_back": (VerdictFactory.create, {"opinion": "partly"}),
    "panel_letter_to_whom": (LetterFactory.create, {"to": "other"}),
    "panel_letter_reply_answers": (LetterFactory.create, {"kind": "reply"}),
    "panel_letter_sent_all_or_none": (LetterFactory.create, {"state": "sent"}),
    "panel_work_meeting_if_dated": (WorkItemFactory.create, {"kind": "dated"}),
    "panel_work_dropped_has_reason": (WorkItemFactory.create, {"state": "dropped"}),
    "panel_move_has_reason": (MoveFactory.create, {"reason": ""}),
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_row_that_breaks_a_rule_is_refused(name: str) -> None:
    make, wrong = BROKEN[name]
    with pytest.raises(IntegrityError, match=name):
        make(**wrong)


def test_number_in_a_letter_stands_once() -> None:
    letter = LetterFactory.create()
    RecommendationFactory.create(letter=letter, letter_number=1)
    RecommendationFactory.create(letter=letter, letter_number=1)
    with pytest.raises(IntegrityError, match="panel_recommendation_letter_number_once"), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # the rule waits for the end of the transaction


def test_verdict_stands_once_under_an_item() -> None:
    verdict = VerdictFactory.create()
    with pytest.raises(IntegrityError, match="panel_verdict_once_an_item"):
        VerdictFactory.create(recommendation=verdict.recommendation, item=verdict.item)


def test_letter_stands_once_a_meeting_but_for_the_exempt_one() -> None:
    letter = LetterFactory.create()
    LetterFactory.create(meeting=letter.meeting, is_exempt=True)
    with pytest.raises(IntegrityError, match="panel_letter_once_a_meeting"):
        LetterFactory.create(meeting=letter.meeting)


def test_letter_to_each_body_stands_once_a_meeting() -> None:
    letter = LetterFactory.create(to="other", to_other="Rugby Borough Council")
    LetterFactory.create(meeting=letter.meeting, to="other", to_other="Safer Roads Partnership")
    with pytest.raises(IntegrityError, match="panel_letter_once_a_meeting"):
        LetterFactory.create(meeting=letter.meeting, to="other", to_other="Rugby Borough Council")


def test_move_leads_elsewhere() -> None:
    meeting = PlannedPanelMeetingFactory.create()
    with pytest.raises(IntegrityError, match="panel_move_elsewhere"):
        MoveFactory.create(from_meeting=meeting, to_meeting=meeting)


@pytest.mark.parametrize(
    ("make", "model"),
    [
        (UpdateFactory.create, ProgressUpdate),
        (VerdictFactory.create, PanelVerdict),
        (MoveFactory.create, WorkMove),
    ],
)
def test_row_that_is_added_is_neither_changed_nor_deleted(make: Callable[..., Any], model: Any) -> None:
    row = make()
    changed = {"source": "Another"}
    for change in (lambda: model.objects.update(**changed), lambda: model.objects.all().delete(), row.delete):
        with pytest.raises(IntegrityError, match="added to, never changed"), transaction.atomic():
            change()
    assert list(model.objects.values_list("source", flat=True)) == [""]


@pytest.mark.parametrize("change", [{"text": "Other words"}, {"reference": "2018/99"}])
def test_recommendation_keeps_its_words_and_number(change: dict[str, str]) -> None:
    RecommendationFactory.create()
    with pytest.raises(IntegrityError, match="keeps its number, resolution and words"):
        Recommendation.objects.update(**change)


def test_recommendation_is_never_deleted() -> None:
    row = RecommendationFactory.create()
    with pytest.raises(IntegrityError, match="never deleted"):
        row.delete()


def test_letter_is_frozen_once_sent() -> None:
    letter = sent(LetterFactory.create())
    for change in (lambda: PanelLetter.objects.update(subject="Another"), letter.delete):
        with pytest.raises(IntegrityError, match="frozen"), transaction.atomic():
            change()
    assert PanelLetter.objects.get().subject == "Precept 2018/19"


def test_last_report_is_never_in_the_future() -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(IntegrityError, match="in the future"):
        WorkItemFactory.create(last_report_on=tomorrow)


def test_last_report_is_not_later_than_the_next() -> None:
    item = WorkItemFactory.create(dated=True, last_report_on=date(2018, 6, 21))
    with pytest.raises(IntegrityError, match="later than the next"):
        WorkItem.objects.filter(pk=item.pk).update(last_report_on=date(2018, 6, 22))


def test_exempt_follows_the_resolution_and_its_item() -> None:
    item = ItemFactory.create(meeting=HeldMeetingFactory.create())
    rows = [
        RecommendationFactory.create(resolution__item=item),
        RecommendationFactory.create(exempt=True),
        RecommendationFactory.create(resolution__item=ItemFactory.create(exemption=ClaimFactory.create())),
        RecommendationFactory.create(
            resolution__item=ItemFactory.create(parent=ItemFactory.create(exemption=ClaimFactory.create()))
        ),
    ]
    assert [row.is_exempt for row in rows] == [False, True, True, True]
    assert list(Recommendation.objects.open()) == rows[:1]
    assert list(Recommendation.objects.exempt().order_by("pk")) == rows[1:]
