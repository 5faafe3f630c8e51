"""Papers of the meeting of 19 March 2018, their parts and its pack. Fixed days, never random."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from typing import Any

import factory
from django.core.files.base import ContentFile
from factory.django import DjangoModelFactory

from opcc.documents.pdf import render_pdf
from panel import models
from panel.enums import Audience, ItemKind, PackState, ReportState
from tests.factories.accounts import UserFactory
from tests.factories.panel import built
from tests.factories.recommendations import ClaimFactory, ItemFactory, PlannedPanelMeetingFactory

ADDED_AT = datetime(2018, 3, 6, 9, 0, tzinfo=UTC)
BUILT_AT = datetime(2018, 3, 7, 9, 0, tzinfo=UTC)
ISSUED_AT = datetime(2018, 3, 8, 9, 0, tzinfo=UTC)
SECRET = "Thistlewick"  # stands in every exempt field, and in nothing that the public can read
PDF = b"%PDF-1.7 a stand-in"


@cache
def paper_pdf(title: str = "Police and Crime Plan", pages: int = 2) -> bytes:
    """A tagged PDF of so many pages, as a force's office sends it."""
    sections = "".join(
        f'<section class="page"><h2>{title}, part {number}</h2><p>What it says.</p></section>'
        for number in range(2, pages + 1)
    )
    return render_pdf(
        f'<!DOCTYPE html><html lang="en-GB"><head><title>{title}</title></head>'
        f'<body data-report="{title}" data-version="Version 1" data-edition="Paper"><h1>{title}</h1><p>Words.</p>'
        f"{sections}</body></html>"
    ).content


class PaperFactory(DjangoModelFactory[models.Paper]):
    class Meta:
        model = models.Paper

    item = factory.SubFactory(ItemFactory, meeting=factory.SubFactory(PlannedPanelMeetingFactory))
    position = factory.Sequence(lambda n: n + 1)
    title = "Police and Crime Plan"
    author = "Office of the Police and Crime Commissioner"


class PartFactory(DjangoModelFactory[models.PaperPart]):
    """A main document of two pages. `exempt=True` keeps it from the public."""

    class Meta:
        model = models.PaperPart

    class Params:
        exempt = factory.Trait(
            title=f"{SECRET} prices",
            exemption=factory.SubFactory(ClaimFactory, public_title="A contract", reasons=f"{SECRET} is bidding."),
        )
        body = factory.LazyFunction(paper_pdf)
        length = 2

    paper = factory.SubFactory(PaperFactory)
    letter = ""
    title = "The plan"
    original_name = "plan.pdf"
    original_sha256 = "0" * 64
    pages = factory.SelfAttribute("length")
    file = factory.LazyAttribute(lambda part: ContentFile(part.body, name="plan.pdf"))
    sha256 = factory.LazyAttribute(lambda part: sha256(part.body).hexdigest())
    size = factory.LazyAttribute(lambda part: len(part.body))
    added_at = ADDED_AT


class PackFactory(DjangoModelFactory[models.Pack]):
    """Waiting to be built."""

    class Meta:
        model = models.Pack

    class Params:
        failed = factory.Trait(state=PackState.FAILED, failure="The disk is full.")
        ready = factory.Trait(state=PackState.READY, built_at=BUILT_AT)
        issued = factory.Trait(
            state=PackState.ISSUED, built_at=BUILT_AT, issued_at=ISSUED_AT, issued_by=factory.SubFactory(UserFactory)
        )

    meeting = factory.SubFactory(PlannedPanelMeetingFactory, agenda_published_at=ADDED_AT)
    version = 1
    requested_at = ADDED_AT


def built_pack(
    state: PackState = PackState.READY, *, parts: Sequence[models.PaperPart] = (), **fields: Any
) -> models.Pack:
    """A pack in a later state with both editions, each a small stand-in file.

    It holds `parts` from page 2 on, those that are exempt withheld from the public; without any, one that is withheld.
    """
    pack = PackFactory.create(ready=True, **fields)
    for audience in Audience:
        lines = [_line(place, part, audience) for place, part in enumerate(parts, start=2)]
        items = {
            part.paper.item_id: {"at": part.paper.item_id, "number": "4", "exempt": "", "to_follow": []}
            for part in parts
        }
        edition = models.PackEdition(
            pack=pack, audience=audience, contents_sha256="0" * 64,
            contents={"audience": audience.value, "agenda": list(items.values())},
            page_map=lines or [_withheld(audience)], pages=1 + max(len(lines), 2), size=len(PDF),
            sha256=sha256(PDF).hexdigest(), built_at=BUILT_AT,
        )  # fmt: skip
        edition.file.save(f"{pack.public_id}/{audience.value}.pdf", ContentFile(PDF), save=False)
        edition.save()
    moved: dict[str, Any] = {"state": state}
    if state != PackState.READY:
        moved |= {"issued_at": ISSUED_AT, "issued_by": UserFactory.create()}
    if state == PackState.WITHDRAWN:
        moved["withdrawn_reason"] = "It named a witness."
    models.Pack.objects.filter(pk=pack.pk).update(**moved)
    pack.refresh_from_db()
    return pack


def _line(place: int, part: models.PaperPart, audience: Audience) -> dict[str, Any]:
    """A part of one page, as the page map has it."""
    withheld = part.exemption is not None and audience is Audience.PUBLIC
    title = part.exemption.public_title if withheld and part.exemption else part.title
    return {
        "key": f"part-{part.pk}", "at": part.paper.item_id, "item": "4", "label": f"Item 4, {part.label}",
        "title": title, "first": place, "last": place, "withheld": withheld,
    }  # fmt: skip


def _withheld(audience: Audience) -> dict[str, Any]:
    is_public = audience is Audience.PUBLIC
    title = "A contract" if is_public else f"{SECRET} prices"
    return {
        "key": "part-1", "at": 0, "item": "4", "label": "Item 4", "title": title, "first": 2, "last": 3,
        "withheld": is_public,
    }  # fmt: skip


def a_meeting() -> models.PanelMeeting:
    """An agenda with an open paper, an exempt appendix, an exempt item with a paper, and the log of actions."""
    meeting = PlannedPanelMeetingFactory.create(is_filmed=True, agenda_published_at=ADDED_AT)
    ItemFactory.create(meeting=meeting, position=1, title="Apologies", kind=ItemKind.APOLOGIES)
    plan = ItemFactory.create(meeting=meeting, position=2, title="The plan", purpose="To comment on the plan.")
    paper = PaperFactory.create(item=plan)
    PartFactory.create(paper=paper)
    PartFactory.create(paper=paper, letter="A", title="Responses", body=paper_pdf("Responses", 1), length=1)
    PartFactory.create(
        paper=paper, letter="B", exempt=True, body=paper_pdf(f"{SECRET} prices", 3), length=3,
        late_reason=f"{SECRET} wrote late.",
    )  # fmt: skip
    ItemFactory.create(meeting=meeting, position=3, title="Actions", kind=ItemKind.ACTIONS)
    claim = ClaimFactory.create(public_title="A complaint", paragraphs=["1"], reasons=f"{SECRET} complains.")
    complaint = ItemFactory.create(
        meeting=meeting, position=4, title=f"{SECRET} against the office", purpose=SECRET, lead=SECRET, exemption=claim
    )
    secret = PaperFactory.create(
        item=complaint, title=f"{SECRET} paper", author=SECRET, purpose=SECRET, late_reason=f"{SECRET} fell ill."
    )
    PartFactory.create(paper=secret, title=f"{SECRET} letter", body=paper_pdf(f"{SECRET} letter", 2))
    return meeting


def approved_report(public: int = 1, restricted: int = 2) -> models.QuarterlyReport:
    """An approved report with a real PDF of so many pages for each edition; the restricted one says SECRET."""
    report = built(ready=True)
    for audience, pages in ((Audience.PUBLIC, public), (Audience.RESTRICTED, restricted)):
        content = paper_pdf("Quarter" if audience is Audience.PUBLIC else f"{SECRET} quarter", pages)
        edition = report.editions.get(audience=audience)
        edition.file.save(f"{report.public_id}/{audience.value}.pdf", ContentFile(content), save=False)
        edition.pages, edition.size, edition.sha256 = pages, len(content), sha256(content).hexdigest()
        edition.save()
    models.QuarterlyReport.objects.filter(pk=report.pk).update(
        state=ReportState.APPROVED, approved_at=ADDED_AT, approved_by=UserFactory.create()
    )
    report.refresh_from_db()
    return report
