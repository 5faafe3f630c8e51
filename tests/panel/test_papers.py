"""Papers: what is taken in and what is refused, and who reads packs and parts."""

from datetime import UTC, datetime
from hashlib import sha256

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.models import AccessLog
from panel import operations
from panel.enums import PackState
from panel.models import PaperPart
from tests.factories.accounts import UserFactory
from tests.factories.papers import SECRET, PaperFactory, PartFactory, built_pack, paper_pdf
from tests.support.actors import signed_in

pytestmark = pytest.mark.django_db
AT = datetime(2018, 3, 8, 10, 0, tzinfo=UTC)


def test_upload_part_keeps_what_is_safe_and_both_digests(panel_support_officer: User) -> None:
    raw = paper_pdf()
    part = operations.upload_part(
        paper=PaperFactory.create(is_to_follow=True), name="Plan.pdf", content=raw, by=panel_support_officer, at=AT
    )
    with part.file.open("rb") as file:
        kept = file.read()
    assert (part.pages, part.original_sha256, part.sha256) == (2, sha256(raw).hexdigest(), sha256(kept).hexdigest())
    assert (part.original_name, part.label, part.title) == ("Plan.pdf", "Report", "Police and Crime Plan")
    assert "Plan" not in part.file.name
    part.paper.refresh_from_db()
    assert part.paper.is_to_follow is False


def test_upload_part_replaces_an_exempt_one_by_an_exempt_one(panel_support_officer: User) -> None:
    before = PartFactory.create(exempt=True)
    part = operations.upload_part(
        paper=before.paper, name="new.pdf", content=paper_pdf(), by=panel_support_officer, at=AT
    )
    before.refresh_from_db()
    assert part.exemption is not None
    assert (part.exemption.public_title, before.withdrawn_reason) == ("A contract", "Replaced by a new version.")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("plan.odt", b"PK", "is neither a PDF nor a DOCX"),
        ("plan.docx", b"PK", "This server cannot turn Word documents into PDFs"),
        ("plan.pdf", b"MZ program", "It is a program"),
        ("plan.pdf", b"%PDF-1.7 broken", "could not be read"),
    ],
)
def test_upload_part_refuses_in_words(
    name: str, content: bytes, words: str, panel_support_officer: User, settings: LazySettings
) -> None:
    settings.LIBREOFFICE = "no-such-program"
    with pytest.raises(DomainError, match=words):
        operations.upload_part(paper=PaperFactory.create(), name=name, content=content, by=panel_support_officer, at=AT)
    assert not PaperPart.objects.exists()


def test_upload_part_refuses_the_wrong_role(treasurer: User) -> None:
    with pytest.raises(DomainError, match="Your role does not let you upload a paper"):
        operations.upload_part(paper=PaperFactory.create(), name="a.pdf", content=paper_pdf(), by=treasurer, at=AT)


def test_exempt_part_needs_a_paragraph(panel_support_officer: User) -> None:
    part = PartFactory.create()
    with pytest.raises(DomainError, match="Choose the paragraph of Schedule 12A"):
        operations.exempt_part(part=part, public_title="A", paragraphs=[], reasons="B", by=panel_support_officer, at=AT)
    part.refresh_from_db()
    assert part.exemption is None


def test_public_reads_the_public_edition_and_no_word_of_the_other(client: Client) -> None:
    pack = built_pack(PackState.ISSUED)
    answer = client.get(reverse("panel:pack-public", args=[pack.public_id]))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Read the pack (3 pages)" in page
    assert SECRET not in page
    assert "2 to 3" in page
    assert client.get(reverse("panel:pack-pdf-public", args=[pack.public_id])).status_code == 200
    for name in ("pack-restricted", "pack-pdf-restricted"):
        assert client.get(reverse(f"panel:{name}", args=[pack.public_id])).status_code == 404
    assert not AccessLog.objects.exists()


def test_member_without_clearance_does_not_find_the_restricted_edition(client: Client) -> None:
    pack = built_pack(PackState.ISSUED)
    signed_in(client, UserFactory.create(roles=[Role.PANEL_MEMBER]))
    assert client.get(reverse("panel:pack-public", args=[pack.public_id])).status_code == 200
    assert client.get(reverse("panel:pack-restricted", args=[pack.public_id])).status_code == 404


def test_pack_that_is_not_issued_is_not_found(client: Client) -> None:
    pack = built_pack()
    assert client.get(reverse("panel:pack-public", args=[pack.public_id])).status_code == 404


def test_withdrawn_pack_and_part_say_so(client: Client) -> None:
    pack = built_pack(PackState.WITHDRAWN)
    for name in ("pack-public", "pack-pdf-public"):
        answer = client.get(reverse(f"panel:{name}", args=[pack.public_id]))
        assert answer.status_code == 410
        assert "It named a witness." in answer.content.decode()


def test_part_is_found_once_its_pack_is_issued_and_only_if_open(client: Client) -> None:
    part, hidden = PartFactory.create(), PartFactory.create(exempt=True)
    pack = built_pack(meeting=part.paper.item.meeting, parts=[part, hidden])
    assert client.get(reverse("panel:part", args=[part.public_id])).status_code == 404
    type(pack).objects.filter(pk=pack.pk).update(state=PackState.ISSUED, issued_at=AT)
    assert client.get(reverse("panel:part", args=[part.public_id])).status_code == 200
    assert client.get(reverse("panel:part", args=[hidden.public_id])).status_code == 404
    PaperPart.objects.filter(pk=part.pk).update(withdrawn_at=AT, withdrawn_reason="An error in it.")
    gone = client.get(reverse("panel:part", args=[part.public_id]))
    assert (gone.status_code, "An error in it." in gone.content.decode()) == (410, True)
