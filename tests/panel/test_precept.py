"""The precept's review as a record: each step where the law lets it follow, in words where it does not."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from opcc.accounts.enums import Role
from opcc.core.errors import DomainError
from panel import operations, queries
from panel.admin import precept as admin
from panel.agenda import Business
from panel.enums import PreceptOpinion, SecondOpinion, VetoReason
from panel.models import PreceptReview
from panel.precept_clock import StepState
from panel.views.precept import next_words
from tests.factories.accounts import UserFactory
from tests.factories.meetings import TermFactory
from tests.factories.precept import PreceptReviewFactory
from tests.factories.recommendations import HeldMeetingFactory, PlannedPanelMeetingFactory
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db
AT = datetime(2018, 3, 1, 12, 0, tzinfo=UTC)
ACT: dict[str, Any] = {"by": None, "at": AT}


def notified(**fields: Any) -> PreceptReview:
    said = {"year": 2018, "on": date(2018, 2, 1), "proposed": Decimal("203.98"), "before": Decimal("191.98"), **fields}
    return operations.notify_precept(**said, **ACT)


def vetoed(votes: int = 8, **fields: Any) -> PreceptReview:
    TermFactory.create_batch(12)
    said = {"on": date(2018, 2, 7), "veto_reason": VetoReason.TOO_HIGH, "votes": votes, **fields}
    return operations.report_on_precept(review=notified(), opinion=PreceptOpinion.VETOES, **said, **ACT)


def awaited(review: PreceptReview, today: date) -> tuple[str, str, date | None, int | None] | None:
    """What is next, and the step whose day is next."""
    review.refresh_from_db()
    standing = queries.standing_of(review, today)
    if standing.next is None or standing.awaited is None:
        return None
    return standing.next.step.key, standing.awaited.step.key, standing.awaited.by, standing.awaited.days_left


def page(response: Any) -> str:
    return " ".join(response.content.decode().split())


def test_replay_of_2018() -> None:
    review = notified()
    meeting = HeldMeetingFactory.create()
    operations.report_on_precept(
        review=review, on=date(2018, 2, 7), opinion=PreceptOpinion.RECOMMENDS, meeting=meeting, **ACT
    )
    with pytest.raises(DomainError, match="Record the response first"):
        operations.issue_precept(review=review, on=date(2018, 2, 28), amount=Decimal("203.98"), **ACT)
    assert awaited(review, date(2018, 2, 10)) == ("response", "issue", date(2018, 2, 28), 18)
    operations.respond_on_precept(review=review, on=date(2018, 2, 28), **ACT)
    assert awaited(review, date(2018, 2, 28)) == ("issue", "issue", date(2018, 2, 28), 0)
    with pytest.raises(DomainError, match=r"Issue the precept that was proposed, .*: 203\.98\."):
        operations.issue_precept(review=review, on=date(2018, 2, 28), amount=Decimal(210), **ACT)
    with pytest.raises(DomainError, match="cannot be issued before scrutiny ended"):
        operations.issue_precept(review=review, on=date(2018, 2, 27), amount=Decimal("203.98"), **ACT)
    row = operations.issue_precept(review=review, on=date(2018, 2, 28), amount=Decimal("203.98"), **ACT)

    standing = queries.standing_of(row, date(2018, 3, 1))
    assert [step.state for step in standing.steps] == [
        *[StepState.DONE] * 3,
        *[StepState.NOT_NEEDED] * 2,
        StepState.DONE,
    ]
    assert (standing.ended_on, standing.next, row.financial_year) == (date(2018, 2, 28), None, "2018/19")


def test_a_veto_takes_two_thirds_of_the_members_at_the_time() -> None:
    with pytest.raises(DomainError, match="A veto takes 8 votes of the 12 members at the time; it had 7"):
        vetoed(votes=7)
    assert PreceptReview.objects.get().reported_on is None


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"veto_reason": None}, "too high or too low"),
        ({"votes": None}, "Enter how many members voted"),
        ({"votes": 13}, "12 members cannot cast 13 votes"),
        ({"on": date(2018, 1, 31)}, "came before the notice"),
        ({"on": date(2018, 3, 2)}, "2 March 2018 has not come yet"),
    ],
)
def test_a_veto_that_lacks_something_is_refused(fields: dict[str, Any], words: str) -> None:
    with pytest.raises(DomainError, match=words):
        vetoed(**fields)
    assert PreceptReview.objects.get().opinion == ""


def test_only_a_veto_has_a_reason() -> None:
    with pytest.raises(DomainError, match="Only a veto has a reason"):
        operations.report_on_precept(
            review=notified(), on=date(2018, 2, 7), opinion=PreceptOpinion.SUPPORTS, votes=9, **ACT
        )


def test_after_a_veto_the_second_round_runs_to_its_end() -> None:
    review = vetoed()
    for revised, words in ((None, "gives a revised precept"), (Decimal(204), "must be below 203.98")):
        with pytest.raises(DomainError, match=words):
            operations.respond_on_precept(review=review, on=date(2018, 2, 14), revised=revised, **ACT)
    operations.respond_on_precept(review=review, on=date(2018, 2, 14), revised=Decimal(198), **ACT)
    operations.review_precept_again(review=review, on=date(2018, 2, 21), opinion=SecondOpinion.REJECTS, **ACT)
    with pytest.raises(DomainError, match="Record the response first"):
        operations.issue_precept(review=review, on=date(2018, 2, 28), amount=Decimal(198), **ACT)
    operations.respond_on_precept_again(review=review, on=date(2018, 2, 28), **ACT)
    with pytest.raises(DomainError, match=r"issue no more than the revised precept, 198\.00"):
        operations.issue_precept(review=review, on=date(2018, 3, 1), amount=Decimal(199), **ACT)
    row = operations.issue_precept(review=review, on=date(2018, 3, 1), amount=Decimal(197), **ACT)
    assert (row.members, row.votes, row.issued) == (12, 8, Decimal(197))


def test_a_step_written_down_wrongly_is_taken_back() -> None:
    review = vetoed()
    with pytest.raises(DomainError, match="recorded already"):
        operations.report_on_precept(review=review, on=date(2018, 2, 7), opinion=PreceptOpinion.SUPPORTS, **ACT)
    with pytest.raises(DomainError, match="Take that step back first"):
        operations.correct_notice(review=review, on=date(2018, 1, 30), proposed=Decimal(1), before=None, **ACT)
    row = operations.take_precept_step_back(review=review, reason="It was no veto.", **ACT)
    assert (row.reported_on, row.opinion, row.veto_reason, row.votes, row.members) == (None, "", "", None, None)
    with pytest.raises(DomainError, match="Only the notice is recorded"):
        operations.take_precept_step_back(review=review, reason="Again.", **ACT)
    corrected = operations.correct_notice(
        review=review, on=date(2018, 1, 30), proposed=Decimal("201.98"), before=None, **ACT
    )
    assert (corrected.notified_on, corrected.proposed) == (date(2018, 1, 30), Decimal("201.98"))


def test_one_review_a_year_by_those_who_may() -> None:
    notified()
    with pytest.raises(DomainError, match="already exists"):
        notified()
    reader = UserFactory.create(roles=[Role.COMMUNICATIONS_OFFICER])
    with pytest.raises(DomainError, match="Your role does not let you open a review"):
        operations.notify_precept(year=2019, on=date(2018, 2, 1), proposed=Decimal(1), by=reader, at=AT)


@pytest.mark.parametrize(
    ("trait", "fields", "constraint"),
    [
        ("", {"proposed": 0}, "panel_precept_amounts"),
        ("", {"opinion": "supports"}, "panel_precept_report_whole"),
        ("vetoed", {"votes": None}, "panel_precept_veto_whole"),
        ("supported", {"veto_reason": "too low"}, "panel_precept_veto_whole"),
        ("vetoed", {"votes": 7}, "panel_precept_veto_carried"),
        ("vetoed", {"votes": 13}, "panel_precept_veto_carried"),
        ("revised_down", {"revised": Decimal(204)}, "panel_precept_revised_the_right_way"),
        ("supported", {"revised": Decimal(198)}, "panel_precept_revised_the_right_way"),
        ("rejected", {"second_opinion": ""}, "panel_precept_second_review_whole"),
        ("issued_as_proposed", {"issued": None}, "panel_precept_issue_whole"),
        ("supported", {"reported_on": date(2018, 1, 31)}, "panel_precept_in_order"),
        ("", {"responded_on": date(2018, 2, 7)}, "panel_precept_in_order"),
        ("issued_as_proposed", {"issued_on": date(2018, 2, 27)}, "panel_precept_issued_after_response"),
    ],
)
def test_constraint(trait: str, fields: dict[str, Any], constraint: str) -> None:
    row = PreceptReviewFactory.create(**({trait: True} if trait else {}))
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        PreceptReview.objects.filter(pk=row.pk).update(**fields)


def test_an_agenda_carries_the_precept_while_its_day_lies_ahead() -> None:
    review = PreceptReviewFactory.create()
    early = PlannedPanelMeetingFactory.create(held_on=date(2018, 2, 1))
    late = PlannedPanelMeetingFactory.create(held_on=date(2018, 2, 9))
    [due] = queries.business_due(early)
    assert replace(due, subject="") == Business(
        "",
        "Proposed precept 2018/19",
        "The Panel's report is due by 8 February 2018",
        purpose="To review the proposed precept and report on it",
        lead="Commissioner",
    )
    assert queries.business_due(late) == ()
    PreceptReview.objects.filter(pk=review.pk).update(
        reported_on=date(2018, 2, 7), opinion="vetoes", veto_reason="too high", votes=8, members=12,
        responded_on=date(2018, 2, 8), revised=Decimal(198),
    )  # fmt: skip
    assert [due.title for due in queries.business_due(late)] == ["Revised precept 2018/19"]


def test_the_public_reads_each_step_with_its_day_by_law() -> None:
    PreceptReviewFactory.create(rejected=True)
    shown = page(Client().get(reverse("panel:precept", args=[2018])))
    for words in (
        "£203.98", "£12 more than £191.98 the year before, 6.25%", "Revised to £198",
        "The Panel vetoes it as too high: 8 votes of 12 members",
        "due by Thursday 8 February 2018 (SI 2012/2271, regulation 4)",
        "Next: The Commissioner responds again by Thursday 1 March 2018",
        "Of the revised precept, the Panel rejects it.",
    ):  # fmt: skip
        assert words in shown
    PreceptReview.objects.all().delete()
    PreceptReviewFactory.create(issued_as_proposed=True)
    shown = page(Client().get(reverse("panel:precept", args=[2018])))
    assert "28 February 2018, no day by law without a veto" in shown
    assert "due by Wednesday 28 February 2018 (Local Government Finance Act 1992, section 40(5))" in shown
    assert "Issued at £203.98 for a band D home." in shown
    assert "late" not in shown.split("The steps by law")[1].split("</section>")[0]
    assert "2018/19" in page(Client().get(reverse("panel:precepts")))
    assert Client().get(reverse("panel:precept", args=[2019])).status_code == 404


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2018, 2, 10), "by Wednesday 28 February 2018: 18 days left."),
        (date(2018, 2, 28), "by Wednesday 28 February 2018: today is the last day."),
        (date(2018, 3, 2), "by Wednesday 28 February 2018: 2 days overdue."),
    ],
)
def test_after_support_the_response_is_next_and_the_days_left_to_1_march_are_shown(today: date, words: str) -> None:
    standing = queries.standing_of(PreceptReviewFactory.create(supported=True), today)
    assert next_words(standing) == (
        "The Commissioner responds. The law gives no day for this, but the precept is issued after it, " + words
    )
    left = words.split(": ")[1].removesuffix(".")
    assert admin.next_words(standing) == f"The Commissioner responds; issue by 28 February 2018, {left}"
    assert [admin.step_words(step) for step in standing.steps] == [
        "Done on 1 February 2018",
        "Done on 7 February 2018",
        "No day by law",
        "Not needed",
        "Not needed",
        f"By Wednesday 28 February 2018, {left}",
    ]


def test_after_support_everybody_reads_what_is_next_and_staff_can_record_it() -> None:
    review = PreceptReviewFactory.create(supported=True)
    shown = page(Client().get(reverse("panel:precept", args=[2018])))
    assert "Next: The Commissioner responds. The law gives no day for this" in shown
    assert "No day by law without a veto" in shown
    staff = signed_in_client(UserFactory.create(roles=[Role.PANEL_SUPPORT_OFFICER]))
    recorded = page(staff.get(reverse("admin:panel_preceptreview_change", args=[review.pk])))
    for where in (recorded, page(staff.get(reverse("admin:index")))):
        assert "The Commissioner responds; issue by 28 February 2018, " in where
    assert ("Record the response" in recorded, "Record the issue" in recorded) == (True, False)


@pytest.mark.parametrize(
    ("trait", "public", "staff"),
    [
        (
            "rejected",
            "The Commissioner responds again by Thursday 1 March 2018: 5 days left.",
            "The Commissioner responds again by 1 March 2018, 5 days left",
        ),
        ("issued_as_proposed", "", "Issued"),
    ],
)
def test_the_words_of_what_is_next(trait: str, public: str, staff: str) -> None:
    standing = queries.standing_of(PreceptReviewFactory.create(**{trait: True}), date(2018, 2, 24))
    assert (next_words(standing), admin.next_words(standing)) == (public, staff)


def test_the_list_asks_as_much_for_ten_as_for_one() -> None:
    counts = []
    for years in (range(2018, 2019), range(2019, 2028)):
        for year in years:
            PreceptReviewFactory.create(year=year, notified_on=date(year, 2, 1))
        with CaptureQueriesContext(connection) as caught:
            Client().get(reverse("panel:precepts"))
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_staff_record_a_report_by_its_button_and_a_lost_veto_is_refused_beside_it() -> None:
    staff = signed_in_client(UserFactory.create(roles=[Role.PANEL_SUPPORT_OFFICER]))
    TermFactory.create_batch(12)
    review = PreceptReviewFactory.create()
    address = reverse("admin:panel_preceptreview_press", args=[review.pk, "report"])
    said = {
        "report-on": "2018-02-07",
        "report-opinion": "vetoes",
        "report-veto_reason": "too high",
        "report-votes": "7",
    }
    assert "A veto takes 8 votes of the 12 members" in page(staff.post(address, said))
    staff.post(address, said | {"report-votes": "8"})
    review.refresh_from_db()
    assert (review.opinion, review.members) == ("vetoes", 12)
    shown = page(staff.get(reverse("admin:panel_preceptreview_change", args=[review.pk])))
    assert "The Commissioner revises by 15 February 2018" in shown
    assert "Precept reviews under way" in page(staff.get(reverse("admin:index")))
