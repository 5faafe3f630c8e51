"""The staff's pages of decisions, their papers and the publication checklist: registering, and each button."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from opcc.accounts.models import User
from panel.enums import DecisionState
from panel.models import CommissionerTerm, Decision, DecisionAttachment, Publication, PublicationDuty
from tests.factories.recommendations import RecommendationFactory
from tests.factories.register import (
    AttachmentFactory,
    CommissionerTermFactory,
    DecisionFactory,
    DutyFactory,
    FoiExemptionFactory,
    PublicationFactory,
)
from tests.support.actors import signed_in_client
from tests.support.uploads import pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(panel_support_officer: User) -> Client:
    return signed_in_client(panel_support_officer)


def press(client: Client, record: Any, name: str, **said: Any) -> str:
    """Press a button and read the page it leads to."""
    url = reverse(f"admin:panel_{record._meta.model_name}_press", args=[record.pk, name])
    response = client.post(url, {f"{name}-{key}": value for key, value in said.items()}, follow=True)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_decision_is_registered_with_the_next_number(officer: Client) -> None:
    term = CommissionerTermFactory.create(first_sequence=34)
    asked = RecommendationFactory.create()
    said = {
        "term": term.pk, "title": "Roof", "summary": "The roof.", "lead": "Treasurer", "is_force_business": "on",
        "chief_officer_on": "12/02/2018", "is_significant": "on", "recommendation": asked.pk,
    }  # fmt: skip
    assert officer.post(reverse("admin:panel_decision_add"), said, follow=True).status_code == 200
    row = Decision.objects.get()
    assert (row.reference, row.title, row.chief_officer_on, row.is_significant, row.recommendation) == (
        "WPCC20034", "Roof", date(2018, 2, 12), True, asked,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"term": ""}, "Choose the term."),
        ({"chief_officer_on": "12/02/2018"}, "Say that it is business of the force"),
        ({"is_force_business": "on", "chief_officer_on": "12/02/2099"}, "Enter a day that is not in the future."),
    ],
)
def test_decision_that_is_refused_keeps_what_was_typed(fields: dict[str, str], said: str, officer: Client) -> None:
    term = CommissionerTermFactory.create()
    page = officer.post(reverse("admin:panel_decision_add"), {"term": term.pk, "title": "Roof", **fields})
    assert said in page.content.decode()
    assert 'value="Roof"' in page.content.decode()
    assert not Decision.objects.exists()


def test_decision_is_corrected_and_keeps_its_number(officer: Client) -> None:
    row = DecisionFactory.create()
    said = {"title": "Walls", "summary": "The walls.", "joint_with": "West Mercia"}
    said |= {"attachments-TOTAL_FORMS": "0", "attachments-INITIAL_FORMS": "0"}
    officer.post(reverse("admin:panel_decision_change", args=[row.pk]), said)
    stored = Decision.objects.get()
    assert (stored.reference, stored.title, stored.joint_with) == (row.reference, "Walls", "West Mercia")


def test_buttons_carry_a_decision_to_the_public_and_back(officer: Client) -> None:
    row = DecisionFactory.create()
    assert "Enter the date of the decision." in press(officer, row, "decide")
    assert f"Decision {row.reference} is made." in press(officer, row, "decide", decided_on="12/02/2018")
    paper = SimpleUploadedFile("report.pdf", pdf(), "application/pdf")
    assert "The PDF is attached." in press(officer, row, "attach", title="Report", file=paper)
    assert f"Decision {row.reference} is published." in press(officer, row, "publish")
    public = Client()
    address = reverse("panel:decision", args=[row.reference])
    assert "Report" in public.get(address).content.decode()
    assert "Choose the section of the Act" in press(officer, row, "withhold", reasons="Pay")
    withheld = press(officer, row, "withhold", sections=["40(2)", "43"], reasons="Pay", public_words="Pay of one")
    assert f"Decision {row.reference} is withheld." in withheld
    assert "section 40(2) (personal information) and section 43 (commercial interests)" in withheld
    assert public.get(address).status_code == 404
    assert f"Decision {row.reference} is open." in press(officer, row, "release")
    assert public.get(address).status_code == 200
    assert "is out of the public list" in press(officer, row, "take-back", reason="Too soon")
    assert public.get(address).status_code == 404
    assert f"Decision {row.reference} is withdrawn." in press(officer, row, "withdraw", reason="Overtaken")
    row.refresh_from_db()
    assert (row.state, row.withdrawn_reason, row.decided_on) == (
        DecisionState.WITHDRAWN, "Overtaken", date(2018, 2, 12),
    )  # fmt: skip
    assert "no longer possible" in press(officer, row, "withdraw", reason="Again")


def test_buttons_withhold_open_and_remove_a_paper(officer: Client) -> None:
    paper = AttachmentFactory.create(decision=DecisionFactory.create())
    assert "The paper is withheld." in press(officer, paper, "withhold", sections=["42"], reasons="Advice")
    assert DecisionAttachment.objects.get().exemption is not None
    assert "The paper is open." in press(officer, paper, "release")
    assert "The paper is taken away." in press(officer, paper, "remove")
    assert not DecisionAttachment.objects.exists()


def test_decisions_are_listed_by_whether_they_are_published(officer: Client) -> None:
    DecisionFactory.create(public=True)
    DecisionFactory.create()
    DecisionFactory.create(made=True, decided_on=None)
    listed = reverse("admin:panel_decision_changelist")
    found = {
        query: [row.reference for row in officer.get(f"{listed}{query}").context["cl"].result_list]
        for query in ("", "?published=yes", "?published=no")
    }
    assert found == {
        "": ["WPCC20003", "WPCC20002", "WPCC20001"],
        "?published=yes": ["WPCC20001"],
        "?published=no": ["WPCC20003", "WPCC20002"],
    }
    page = officer.get(listed).content.decode()
    assert [words for words in ("12 February 2018", "Not decided", "Not recorded") if words not in page] == []


def test_who_only_reads_has_no_button(treasurer: User) -> None:
    client = signed_in_client(treasurer)
    row = DecisionFactory.create(public=True)
    paper = AttachmentFactory.create(decision=row)
    AttachmentFactory.create(decision=row, title="Quillfeather", exemption=FoiExemptionFactory.create())
    page = client.get(reverse("admin:panel_decision_change", args=[row.pk])).content.decode()
    assert ("Report of the Treasurer" in page, "Quillfeather" in page, "Withhold the decision" in page) == (
        True, False, False,
    )  # fmt: skip
    for record, name in ((row, "withdraw"), (row, "withhold"), (paper, "withhold")):
        url = reverse(f"admin:panel_{record._meta.model_name}_press", args=[record.pk, name])
        assert client.post(url, {f"{name}-reason": "x"}).status_code == 403
    assert client.get(reverse("admin:panel_decision_add")).status_code == 403
    row.refresh_from_db()
    assert (row.state, row.exemption) == (DecisionState.DECIDED, None)


def test_term_is_recorded_and_keeps_its_style_once_in_use(officer: Client) -> None:
    said = {"prefix": "WPCC", "number": "3", "is_hyphenated": "on", "first_sequence": "1"}
    officer.post(reverse("admin:panel_commissionerterm_add"), said)
    term = CommissionerTerm.objects.get()
    assert term.printed(44) == "WPCC3-0044"
    DecisionFactory.create(term=term)
    page = officer.post(
        reverse("admin:panel_commissionerterm_change", args=[term.pk]), {**said, "is_hyphenated": ""}
    ).content.decode()
    assert "stay as they are" in page
    assert CommissionerTerm.objects.get().is_hyphenated


def test_thing_to_publish_is_put_on_the_checklist_and_recorded(officer: Client, treasurer: User) -> None:
    add = reverse("admin:panel_publicationduty_add")
    DutyFactory.create(code="gifts")
    offered = officer.get(add).content.decode()
    assert ("Gifts and hospitality" in offered, "The total budget" in offered) == (False, True)
    officer.post(add, {"code": "budget", "owner": treasurer.pk, "owner_role": "", "frequency": "before_year"})
    duty = PublicationDuty.objects.get(code="budget")
    assert duty.owner == treasurer
    page = officer.post(add, {"code": "precept", "owner_role": "", "frequency": "monthly"}).content.decode()
    assert "The Order itself sets how often this is published." in page
    client = signed_in_client(treasurer)
    answers = {"published_on": "28/02/2018", "url": "https://office.example/budget"}
    assert "Enter the year in which it begins." in press(client, duty, "record-year", **answers)
    assert "stands in the log" in press(client, duty, "record-year", **answers, for_year="2018")
    assert [(row.for_year, row.recorded_by) for row in Publication.objects.all()] == [(2018, treasurer)]


def test_buttons_of_a_thing_to_publish(officer: Client) -> None:
    duty = DutyFactory.create(code="structure")
    proof = SimpleUploadedFile("page.pdf", pdf(), "application/pdf")
    day = timezone.localdate().strftime("%d/%m/%Y")
    assert "stands in the log" in press(officer, duty, "record", published_on="12/02/2018", file=proof)
    assert "The change is noted." in press(officer, duty, "changed", changed_on=day)
    assert "It does not apply." in press(officer, duty, "set-aside", reason="There is none.")
    assert "no longer possible" in press(officer, duty, "record", published_on=day, url="https://office.example/x")
    assert "It applies." in press(officer, duty, "take-up")
    duty.refresh_from_db()
    assert (duty.changed_on, duty.set_aside_reason) == (timezone.localdate(), "")


def test_checklist_says_how_each_thing_stands(officer: Client) -> None:
    PublicationFactory.create(published_on=timezone.localdate())
    for code in ("gifts", "decisions"):
        DutyFactory.create(code=code)
    DutyFactory.create(code="structure", set_aside_reason="There is none.")
    page = officer.get(reverse("admin:panel_publicationduty_changelist")).content.decode()
    said = ("Never published", "Current", "shown by this site", "Does not apply", "Treasurer")
    assert [words for words in said if words not in page] == []
    shown = officer.get(
        reverse("admin:panel_publicationduty_change", args=[PublicationDuty.objects.get(code="decisions").pk])
    )
    assert f'<a href="{reverse("panel:decisions")}">This site shows it</a>' in shown.content.decode()
