"""The staff's pages of papers, parts and packs: their buttons, and what is there for whoever is not cleared."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from opcc.accounts.models import User
from panel import operations
from panel.enums import PackState
from panel.models import Pack, Paper, PaperPart
from tests.factories.panel import the_office
from tests.factories.papers import (
    ADDED_AT,
    BUILT_AT,
    SECRET,
    PaperFactory,
    PartFactory,
    approved_report,
    built_pack,
    paper_pdf,
)
from tests.factories.recommendations import ItemFactory, PlannedPanelMeetingFactory
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db
LATE = {"late_reason": "The meeting of 2018 is long over."}


@pytest.fixture
def officer(panel_support_officer: User) -> Client:
    return signed_in_client(panel_support_officer)


@pytest.fixture
def paper() -> Paper:
    the_office()
    meeting = PlannedPanelMeetingFactory.create(agenda_published_at=ADDED_AT)
    found: Paper = PaperFactory.create(item=ItemFactory.create(meeting=meeting, position=1))
    return found


def address(record: Any, page: str, *args: Any) -> str:
    return reverse(f"admin:panel_{record._meta.model_name}_{page}", args=[record.pk, *args])


def press(client: Client, record: Any, name: str, **said: Any) -> str:
    """Press a button and read the page it leads to."""
    sent = {f"{name}-{key}": value for key, value in said.items()}
    response = client.post(address(record, "press", name), sent, follow=True)
    record.refresh_from_db()
    return " ".join(response.content.decode().split())


def test_paper_takes_a_file_a_text_and_a_report(officer: Client, paper: Paper) -> None:
    file = SimpleUploadedFile("Plan.pdf", paper_pdf(), content_type="application/pdf")
    assert "Report is in: 2 pages." in press(officer, paper, "upload", file=file, **LATE)
    assert "Appendix A is in: 1 page." in press(
        officer, paper, "write", letter="A", title="Notes", text="A note.", **LATE
    )
    report = approved_report()
    assert "The report is in" in press(officer, paper, "report", letter="B", report=report.pk, **LATE)
    found = paper.parts.order_by("letter").values_list("letter", "title", "origin")
    assert list(found) == [
        ("", "Police and Crime Plan", "uploaded"),
        ("A", "Notes", "uploaded"),
        ("B", "Quarterly report, January to March 2018", "report"),
    ]


def test_paper_keeps_what_was_typed_where_the_file_is_refused(officer: Client, paper: Paper) -> None:
    file = SimpleUploadedFile("plan.pdf", b"MZ program")
    page = press(officer, paper, "upload", letter="C", title="A map", file=file)
    assert "It is a program, whatever its name says" in page
    assert 'value="A map"' in page
    assert not paper.parts.exists()


def test_part_is_made_exempt_with_its_grounds_and_opened_again(officer: Client, paper: Paper) -> None:
    part = PartFactory.create(paper=paper)
    said = {"public_title": "A contract", "paragraphs": ["3"], "reasons": f"{SECRET} bids."}
    page = press(officer, part, "exempt", **said)
    assert "The part is kept from the public." in page
    assert f"{SECRET} bids." in page
    assert "panel.support" in page or "Zoe Adair" in page  # who decided
    assert "The part is open to the public." in press(officer, part, "open")
    assert part.exemption is None


def test_exempt_part_is_not_there_for_whoever_is_not_cleared(treasurer: User, paper: Paper) -> None:
    part, secret = PartFactory.create(paper=paper), PartFactory.create(paper=paper, letter="A", exempt=True)
    client = signed_in_client(treasurer)
    page = client.get(reverse("admin:panel_paperpart_changelist")).content.decode()
    assert part.title in page
    assert SECRET not in page
    assert client.get(address(secret, "change")).status_code == 302  # to the list, as for a row that is not there
    assert SECRET not in client.get(address(paper, "change")).content.decode()


def test_pack_is_asked_for_built_issued_and_withdrawn(officer: Client, paper: Paper) -> None:
    PartFactory.create(paper=paper)
    url = reverse("admin:panel_pack_add")
    officer.post(url, {"meeting": paper.item.meeting_id, "kind": "full", "change_note": ""})
    pack = Pack.objects.get()
    assert "Waiting for a worker" in officer.get(address(pack, "change")).content.decode()
    operations.build_pack(pack_id=pack.pk, at=BUILT_AT)
    page = officer.get(address(pack, "change")).content.decode()
    assert "pages 1 to 3" in page
    assert "Issued. Members and the public can read it now." in press(officer, pack, "issue")
    assert "The pack is withdrawn." in press(officer, pack, "withdraw", reason="It named a witness.")
    assert (pack.state, pack.withdrawn_reason) == (PackState.WITHDRAWN, "It named a witness.")


def test_pack_that_failed_says_why_and_is_built_again(officer: Client, paper: Paper) -> None:
    part = PartFactory.create(paper=paper)
    part.file.storage.delete(part.file.name)
    pack = operations.request_pack(meeting=paper.item.meeting, by=None, at=ADDED_AT)
    operations.build_pack(pack_id=pack.pk, at=BUILT_AT)
    page = officer.get(address(pack, "change")).content.decode()
    assert "The PDF of a paper is missing or changed (Report). Upload it again." in page
    assert "The pack is being built again." in press(officer, pack, "rebuild")
    assert pack.state == PackState.QUEUED


def test_pack_has_no_buttons_for_whoever_only_reads(treasurer: User) -> None:
    pack = built_pack()
    client = signed_in_client(treasurer)
    page = client.get(address(pack, "change")).content.decode()
    assert "Public edition" in page
    assert "Restricted edition" not in page
    assert client.post(address(pack, "press", "issue")).status_code == 403
    pack.refresh_from_db()
    assert pack.state == PackState.READY
    assert not PaperPart.objects.exists()
