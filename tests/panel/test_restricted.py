"""Hearings and complaints: their steps, who may know of them, and that the public learns numbers only."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from opcc.accounts.enums import STAFF_ROLES, Role
from opcc.core.errors import DomainError
from opcc.core.models import AccessLog
from panel import operations, queries
from panel.enums import (
    Appointment,
    AppointmentDecision,
    ComplaintKind,
    ComplaintOutcome,
    DisapplyGround,
    HearingOutcome,
)
from panel.models import ComplaintCase, ConfirmationHearing
from panel.queries import ComplaintYear
from tests.factories.accounts import UserFactory
from tests.factories.meetings import GroupFactory, RulesFactory, TermFactory
from tests.factories.recommendations import HeldMeetingFactory
from tests.factories.restricted import ComplaintFactory, HearingFactory
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db
AT = datetime(2018, 6, 1, 12, 0, tzinfo=UTC)
ACT: dict[str, Any] = {"by": None, "at": AT}
CANARY = "Quillfeather"


def page(response: Any) -> str:
    return " ".join(response.content.decode().split())


def client_of(role: Role) -> Client:
    return signed_in_client(UserFactory.create(roles=[role]))


def notified(**fields: Any) -> ConfirmationHearing:
    """A hearing at a meeting that was held in public on 12 March."""
    fields.setdefault("meeting", HeldMeetingFactory.create(held_on=date(2018, 3, 12)))
    said = {"post": Appointment.CHIEF_CONSTABLE, "candidate": "Candidate", "on": date(2018, 3, 1), **fields}
    return operations.notify_hearing(**said, **ACT)


# --- Hearings -----------------------------------------------------------------------------------------
def test_a_hearing_runs_from_the_notice_to_the_appointment() -> None:
    hearing = notified()
    decided: dict[str, Any] = {"decision": AppointmentDecision.APPOINTED, "on": date(2018, 3, 20)}
    with pytest.raises(DomainError, match="Record the Panel's report first"):
        operations.record_appointment(hearing=hearing, **decided, **ACT)
    operations.report_on_candidate(hearing=hearing, outcome=HearingOutcome.RECOMMENDS, on=date(2018, 3, 21), **ACT)
    with pytest.raises(DomainError, match="comes after the Panel's report"):
        operations.record_appointment(hearing=hearing, **decided, **ACT)
    row = operations.record_appointment(hearing=hearing, **decided | {"on": date(2018, 3, 22)}, **ACT)
    assert (row.outcome, row.decision, row.decided_on) == ("recommends", "appointed", date(2018, 3, 22))
    with pytest.raises(DomainError, match="recorded already"):
        operations.record_appointment(hearing=hearing, **decided, **ACT)


def test_a_report_after_three_weeks_is_refused_and_the_process_ends_without_one() -> None:
    hearing = notified()
    with pytest.raises(DomainError, match="The three weeks ended on 21 March 2018"):
        operations.report_on_candidate(hearing=hearing, outcome=HearingOutcome.RECOMMENDS, on=date(2018, 3, 22), **ACT)
    early = datetime(2018, 3, 21, 12, 0, tzinfo=UTC)
    with pytest.raises(DomainError, match="may report until 21 March 2018"):
        operations.end_without_report(hearing=hearing, by=None, at=early)
    assert operations.end_without_report(hearing=hearing, **ACT).outcome == "no_report"
    with pytest.raises(DomainError, match="part in this appointment is over"):
        operations.end_without_report(hearing=hearing, **ACT)


def test_a_veto_is_of_a_chief_constable_by_two_thirds_of_the_members() -> None:
    TermFactory.create_batch(12)
    veto: dict[str, Any] = {"outcome": HearingOutcome.VETOES, "on": date(2018, 3, 15), **ACT}
    TermFactory.create(starts_on=date(2018, 3, 13))  # joined between the hearing and the report
    treasurer = notified(post=Appointment.FINANCE_OFFICER)
    with pytest.raises(DomainError, match="can veto a chief constable only"):
        operations.report_on_candidate(hearing=treasurer, votes=9, **veto)
    hearing = notified()
    for votes, words in ((None, "Enter how many"), (7, "two thirds of the 12 members"), (13, "cannot cast 13 votes")):
        with pytest.raises(DomainError, match=words):
            operations.report_on_candidate(hearing=hearing, votes=votes, **veto)
    with pytest.raises(DomainError, match="Only a veto has votes"):
        operations.report_on_candidate(hearing=hearing, votes=8, **veto | {"outcome": HearingOutcome.RECOMMENDS})
    assert operations.report_on_candidate(hearing=hearing, votes=8, **veto).members == 12
    with pytest.raises(DomainError, match="vetoed is not appointed"):
        operations.record_appointment(
            hearing=hearing, decision=AppointmentDecision.APPOINTED, on=date(2018, 3, 20), **ACT
        )


@pytest.mark.parametrize(
    ("meeting", "words", "constraint"),
    [
        ({}, "The Panel reports after it heard the candidate in public", "panel_hearing_report_after_meeting"),
        ({"state": "planned"}, "Record first that the meeting", "heard at a meeting of the Panel in public"),
        ({"is_closed": True}, "The Panel hears a candidate in public", "heard at a meeting of the Panel in public"),
        ({"group": True}, "The Panel hears a candidate in public", "heard at a meeting of the Panel in public"),
        ({"held_on": date(2018, 2, 28)}, "comes after the notice", "between the notice and the report"),
        ({"held_on": date(2018, 3, 16)}, "before the report", "between the notice and the report"),
    ],
)
def test_a_report_follows_a_hearing_in_public(meeting: dict[str, Any], words: str, constraint: str) -> None:
    fields = {name: GroupFactory.create() if name == "group" else value for name, value in meeting.items()}
    heard = HeldMeetingFactory.create(**{"held_on": date(2018, 3, 12), **fields}) if meeting else None
    hearing = HearingFactory.create(meeting=heard)
    with pytest.raises(DomainError, match=words):
        operations.report_on_candidate(hearing=hearing, outcome=HearingOutcome.RECOMMENDS, on=date(2018, 3, 15), **ACT)
    hearing.refresh_from_db()
    assert (hearing.outcome, hearing.reported_on) == ("", None)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        ConfirmationHearing.objects.filter(pk=hearing.pk).update(outcome="recommends", reported_on=date(2018, 3, 15))


def test_a_closed_session_is_no_place_for_a_hearing() -> None:
    closed = HeldMeetingFactory.create(held_on=date(2018, 3, 13), is_closed=True)
    with pytest.raises(DomainError, match="no closed session"):
        notified(meeting=closed)
    hearing = notified()
    with pytest.raises(DomainError, match="no closed session"):
        operations.change_hearing(
            hearing=hearing, candidate="Candidate", on=date(2018, 3, 1), meeting=closed, ignored_from=None,
            ignored_to=None, **ACT,
        )  # fmt: skip


def test_the_notice_is_corrected_until_the_report() -> None:
    hearing = notified()
    said: dict[str, Any] = {"candidate": "Another", "on": date(2018, 3, 2), "meeting": None}
    row = operations.change_hearing(hearing=hearing, **said, ignored_from=None, ignored_to=None, **ACT)
    assert (row.candidate, queries.hearing_due(row)) == ("Another", date(2018, 3, 22))
    with pytest.raises(DomainError, match="or neither"):
        operations.change_hearing(hearing=hearing, **said, ignored_from=date(2018, 3, 3), ignored_to=None, **ACT)
    with pytest.raises(DomainError, match="not in the future"):
        notified(on=date(2018, 6, 2), meeting=None)


@pytest.mark.parametrize(
    ("trait", "fields", "constraint"),
    [
        ("", {"ignored_from": date(2018, 3, 3)}, "panel_hearing_ignored_whole"),
        ("heard", {"outcome": "recommends"}, "panel_hearing_report_whole"),
        ("recommended", {"reported_on": date(2018, 2, 1)}, "panel_hearing_report_whole"),
        ("vetoed", {"votes": 7}, "panel_hearing_veto_carried"),
        ("vetoed", {"post": "deputy"}, "panel_hearing_veto_carried"),
        ("recommended", {"votes": 8, "members": 12}, "panel_hearing_veto_carried"),
        ("", {"decision": "appointed", "decided_on": date(2018, 3, 20)}, "panel_hearing_decided_after_outcome"),
        ("vetoed", {"decision": "appointed", "decided_on": date(2018, 3, 20)}, "panel_hearing_vetoed_is_not_appointed"),
    ],
)
def test_constraint_of_a_hearing(trait: str, fields: dict[str, Any], constraint: str) -> None:
    row = HearingFactory.create(**({trait: True} if trait else {}))
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        ConfirmationHearing.objects.filter(pk=row.pk).update(**fields)


# --- Complaints ---------------------------------------------------------------------------------------
def test_a_serious_complaint_is_referred_before_it_ends() -> None:
    case = operations.register_complaint(received_on=date(2018, 3, 29), summary="A bribe.", **ACT)
    assert case.reference == "CO-2018-001"
    with pytest.raises(DomainError, match="Record first that it is a serious"):
        operations.refer_complaint(case=case, on=date(2018, 4, 4), **ACT)
    with pytest.raises(DomainError, match="Enter the day on which this became clear"):
        operations.assess_complaint(case=case, kind=ComplaintKind.SERIOUS, **ACT)
    operations.assess_complaint(case=case, kind=ComplaintKind.SERIOUS, clear_on=date(2018, 4, 3), **ACT)
    end: dict[str, Any] = {"on": date(2018, 5, 1), "note": "Nothing found.", **ACT}
    with pytest.raises(DomainError, match="is referred to the national body first"):
        operations.end_complaint(case=case, outcome=ComplaintOutcome.RESOLVED, **end)
    operations.refer_complaint(case=case, on=date(2018, 4, 4), **ACT)
    with pytest.raises(DomainError, match="referred already"):
        operations.assess_complaint(case=case, kind=ComplaintKind.OTHER, **ACT)
    row = operations.end_complaint(case=case, outcome=ComplaintOutcome.REFERRED, **end)
    assert (row.outcome, row.referred_on, row.ended_on) == ("referred", date(2018, 4, 4), date(2018, 5, 1))
    with pytest.raises(DomainError, match="This complaint is closed"):
        operations.acknowledge_complaint(case=case, on=date(2018, 4, 4), **ACT)


def test_a_complaint_is_ended_with_its_ground() -> None:
    case = operations.register_complaint(received_on=date(2018, 3, 29), summary="Late.", complainant="Pat", **ACT)
    end: dict[str, Any] = {"on": date(2018, 5, 1), "note": "It is about 2015.", **ACT}
    with pytest.raises(DomainError, match="Say first what kind"):
        operations.end_complaint(case=case, outcome=ComplaintOutcome.DISAPPLIED, **end)
    operations.assess_complaint(case=case, kind=ComplaintKind.OTHER, clear_on=date(2018, 4, 1), **ACT)
    operations.acknowledge_complaint(case=case, on=date(2018, 4, 5), **ACT)
    with pytest.raises(DomainError, match="Say why it is not taken further"):
        operations.end_complaint(case=case, outcome=ComplaintOutcome.DISAPPLIED, **end)
    row = operations.end_complaint(case=case, outcome=ComplaintOutcome.DISAPPLIED, ground=DisapplyGround.OLD, **end)
    assert (row.clear_on, row.ground, row.acknowledged_on) == (None, "old", date(2018, 4, 5))
    with pytest.raises(DomainError, match="not in the future"):
        operations.register_complaint(received_on=date(2018, 6, 2), summary="Soon.", **ACT)


def test_overdue_complaints_are_those_with_something_due() -> None:
    rules = queries.panel_rules()
    unacknowledged = ComplaintFactory.create()
    unreferred = ComplaintFactory.create(serious=True, acknowledged_on=date(2018, 4, 3))
    ComplaintFactory.create(acknowledged_on=date(2018, 4, 3))
    ComplaintFactory.create(resolved=True)
    assert queries.overdue_complaints(rules, date(2018, 4, 4)) == []
    assert queries.overdue_complaints(rules, date(2018, 4, 5)) == [unreferred]
    assert queries.overdue_complaints(rules, date(2018, 4, 10)) == [unacknowledged, unreferred]
    assert len(queries.overdue_complaints(rules, date(2018, 5, 25))) == 3


@pytest.mark.parametrize(
    ("trait", "fields", "constraint"),
    [
        ("", {"kind": "serious"}, "panel_complaint_clear_if_serious"),
        ("", {"clear_on": date(2018, 4, 1)}, "panel_complaint_clear_if_serious"),
        ("resolved", {"ended_on": None}, "panel_complaint_end_whole"),
        ("disapplied", {"ground": ""}, "panel_complaint_disapplied_has_ground"),
        ("resolved", {"ground": "old"}, "panel_complaint_disapplied_has_ground"),
        ("serious", {"outcome": "resolved", "ended_on": date(2018, 5, 1)}, "panel_complaint_serious_is_referred"),
        ("", {"outcome": "referred", "ended_on": date(2018, 5, 1)}, "panel_complaint_referred_has_day"),
        ("", {"acknowledged_on": date(2018, 3, 1)}, "panel_complaint_in_order"),
    ],
)
def test_constraint_of_a_complaint(trait: str, fields: dict[str, Any], constraint: str) -> None:
    row = ComplaintFactory.create(**({trait: True} if trait else {}))
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        ComplaintCase.objects.filter(pk=row.pk).update(**fields)


def test_constraint_of_the_rules() -> None:
    rules = RulesFactory.create()
    with pytest.raises(IntegrityError, match="panel_rules_complaints"), transaction.atomic():
        type(rules).objects.update(complaint_weeks=0)


# --- Who may know -------------------------------------------------------------------------------------
KEEPERS = {
    "confirmationhearing": {Role.CHIEF_EXECUTIVE, Role.PANEL_SUPPORT_OFFICER},
    "complaintcase": {Role.CHIEF_EXECUTIVE},
}


@pytest.mark.parametrize("role", sorted(STAFF_ROLES))
def test_only_those_who_keep_a_register_know_that_it_is_there(role: Role) -> None:
    client = client_of(role)
    rows = {
        "confirmationhearing": HearingFactory.create(candidate=CANARY),
        "complaintcase": ComplaintFactory.create(complainant=CANARY, summary=CANARY, contact=CANARY),
    }
    home = page(client.get(reverse("admin:index")))
    for model, row in rows.items():
        may = role in KEEPERS[model]
        answers = [
            client.get(reverse(f"admin:panel_{model}_changelist")),
            client.get(reverse(f"admin:panel_{model}_change", args=[row.pk])),
            client.get(reverse(f"admin:panel_{model}_history", args=[row.pk])),
        ]
        assert [answer.status_code for answer in answers] == ([200] * 3 if may else [403] * 3)
        assert (reverse(f"admin:panel_{model}_changelist") in home) == may
        assert (CANARY in page(answers[1])) == may
    operation = operations.register_complaint
    if role not in KEEPERS["complaintcase"]:
        with pytest.raises(DomainError, match="Your role does not let you register a complaint"):
            operation(received_on=date(2018, 3, 29), summary="x", by=UserFactory.create(roles=[role]), at=AT)


def test_every_opening_is_noted_without_a_word_of_it() -> None:
    case = ComplaintFactory.create(summary=CANARY)
    client_of(Role.CHIEF_EXECUTIVE).get(reverse("admin:panel_complaintcase_change", args=[case.pk]))
    entry = AccessLog.objects.get(kind="opened", object_type="panel.complaintcase")
    assert (entry.object_id, entry.description) == (str(case.pk), "A complaint about the Commissioner")


def test_the_public_reads_numbers_only() -> None:
    ComplaintFactory.create(summary=CANARY, complainant=CANARY, contact=CANARY)
    ComplaintFactory.create(resolved=True, note=CANARY)
    ComplaintFactory.create(disapplied=True)
    ComplaintFactory.create(received_on=date(2017, 5, 1))
    HearingFactory.create(candidate=CANARY)
    assert queries.complaint_years() == [
        ComplaintYear(2018, 3, 0, 1, 1, 0),
        ComplaintYear(2017, 1, 0, 0, 0, 0),
    ]
    assert [year.under_way for year in queries.complaint_years()] == [1, 1]
    for name in ("complaints", "meetings", "recommendations", "questions", "precepts"):
        assert CANARY not in page(Client().get(reverse(f"panel:{name}")))


def test_the_numbers_cost_the_same_for_many_complaints() -> None:
    counts = []
    for more in (1, 49):
        ComplaintFactory.create_batch(more)
        with CaptureQueriesContext(connection) as caught:
            Client().get(reverse("panel:complaints"))
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_the_monitoring_officer_works_through_the_buttons() -> None:
    client = client_of(Role.CHIEF_EXECUTIVE)
    case = ComplaintFactory.create()
    press = reverse("admin:panel_complaintcase_press", args=[case.pk, "assess"])
    assert "Enter the day on which this became clear" in page(client.post(press, {"assess-kind": "serious"}))
    client.post(press, {"assess-kind": "serious", "assess-clear_on": "2018-04-03"})
    shown = page(client.get(reverse("admin:panel_complaintcase_change", args=[case.pk])))
    assert "By Wednesday 4 April 2018" in shown
    assert "Complaints with something overdue" in page(client.get(reverse("admin:index")))
    hearing = HearingFactory.create(heard=True)
    assert "Heard at" in page(client.get(reverse("admin:panel_confirmationhearing_change", args=[hearing.pk])))
    client.post(
        reverse("admin:panel_confirmationhearing_press", args=[hearing.pk, "report"]),
        {"report-on": "2018-03-15", "report-outcome": "recommends"},
    )
    client.post(
        reverse("admin:panel_confirmationhearing_press", args=[hearing.pk, "decide"]),
        {"decide-on": "2018-03-16", "decide-decision": "appointed"},
    )
    hearing.refresh_from_db()
    assert (hearing.outcome, hearing.decision) == ("recommends", "appointed")
