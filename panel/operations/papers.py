"""Papers to agenda items: announced, uploaded or taken from a report, replaced, kept from the public, withdrawn."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked, worded
from opcc.documents.joining import page_count
from opcc.documents.pdf import PdfError
from opcc.documents.uploads import Readable, clean_upload, display_name
from opcc.documents.word import word_to_pdf
from panel import queries
from panel.enums import FROZEN, Exemption, MeetingState, PartOrigin
from panel.models import AgendaItem, Paper, PaperPart, QuarterlyReport
from panel.operations.exemptions import claim_exemption, keep_back, open_up
from panel.operations.lateness import why_late
from panel.operations.packs import take_back_packs
from panel.permissions import ADD_PAPER, CHANGE_PAPER, DECIDE_EXEMPTION, must_have
from panel.printed.written_paper import print_paper

PAPER_BYTES = 30 * 1024 * 1024


@dataclass(frozen=True)
class Grounds:
    """Why a part is kept from the public."""

    public_title: str
    paragraphs: Collection[str]
    reasons: str
    review_on: date | None = None


@transaction.atomic
def add_paper(
    *,
    item: AgendaItem,
    title: str,
    by: User | None,
    at: datetime,
    author: str = "",
    purpose: str = "",
    is_to_follow: bool = False,
    late_reason: str = "",
    source: str = "",
    is_synthetic: bool = False,
) -> Paper:
    """Announce a paper to an item; its parts come afterwards. After the last day for papers it needs the reason."""
    must_have(by, ADD_PAPER, "add a paper")
    item = AgendaItem.objects.select_for_update(of=("self",)).select_related("meeting__group").get(pk=item.pk)
    _open_for_papers(item)
    reason = why_late(item.meeting, at, late_reason, what="paper")
    last = item.papers.order_by("-position").values_list("position", flat=True).first() or 0
    paper = Paper(
        item=item, position=last + 1, title=title.strip(), author=author.strip(), purpose=purpose.strip(),
        is_to_follow=is_to_follow, late_reason=reason,
        source=source, is_synthetic=is_synthetic,
    )  # fmt: skip
    with acting(by, "Paper added"):
        save_checked(paper)
    return paper


@transaction.atomic
def change_paper(
    *, paper: Paper, title: str, author: str, purpose: str, is_to_follow: bool, by: User | None, at: datetime
) -> Paper:
    """Correct what a paper is called."""
    must_have(by, CHANGE_PAPER, "change a paper")
    paper = Paper.objects.select_for_update().get(pk=paper.pk)
    _open_for_papers(paper.item)
    paper.title, paper.author, paper.purpose = title.strip(), author.strip(), purpose.strip()
    paper.is_to_follow = is_to_follow
    with acting(by, "Paper changed"):
        save_checked(paper)
    return paper


def upload_part(
    *,
    paper: Paper,
    name: str,
    content: bytes | Readable,
    by: User | None,
    at: datetime,
    title: str = "",
    letter: str = "",
    grounds: Grounds | None = None,
    late_reason: str = "",
) -> PaperPart:
    """Take in a PDF or DOCX as the main document or an appendix; it is made safe first, outside the transaction.

    A part that stands under the letter is replaced: it is withdrawn, and keeps its file as evidence. Where that one is
    exempt the new one is too, on the same grounds unless others are given. After the last day for papers it needs the
    chair's reason, unless its paper has one.
    """
    must_have(by, ADD_PAPER, "upload a paper")
    if grounds is not None:
        must_have(by, DECIDE_EXEMPTION, "decide what is exempt")
    original = _read(name, content)
    shown, pdf = _as_pdf(name, original)
    upload = clean_upload(shown, pdf, limit_bytes=PAPER_BYTES, field="file")
    try:
        pages = page_count(upload.content)
    except PdfError as error:
        raise DomainError(error.message, field="file") from error
    part = PaperPart(
        origin=PartOrigin.UPLOADED, original_name=display_name(name), original_sha256=sha256(original).hexdigest(),
        sha256=upload.sha256, pages=pages, size=len(upload.content),
        file=ContentFile(upload.content, name=f"{uuid4()}.pdf"),
    )  # fmt: skip
    return _put_in(
        part, paper=paper, letter=letter, title=title, grounds=grounds, late_reason=late_reason, by=by, at=at
    )


def write_part(
    *,
    paper: Paper,
    text: str,
    by: User | None,
    at: datetime,
    title: str = "",
    letter: str = "",
    grounds: Grounds | None = None,
    late_reason: str = "",
) -> PaperPart:
    """Print a short text as a part: paragraphs with empty lines between them, headings after '# '."""
    must_have(by, ADD_PAPER, "write a paper")
    if grounds is not None:
        must_have(by, DECIDE_EXEMPTION, "decide what is exempt")
    number = next(number for number, key in queries.numbers_of(paper.item.meeting) if key == paper.item_id)
    before = PaperPart.objects.standing().filter(paper=paper, letter=letter).first()
    title = title.strip() or (before.title if before else paper.title)
    ground = _ground_of(paper, grounds, before)
    part = PaperPart(origin=PartOrigin.UPLOADED, letter=letter, original_sha256=sha256(text.encode()).hexdigest())
    try:
        printed = print_paper(
            paper=paper, number=number, label=part.label, title=title, text=text, ground=ground
        )  # fmt: skip
    except PdfError as error:
        raise DomainError(error.message, field="text") from error
    part.sha256, part.pages, part.size = printed.sha256, printed.pages, len(printed.content)
    part.file = ContentFile(printed.content, name=f"{uuid4()}.pdf")
    return _put_in(
        part, paper=paper, letter=letter, title=title, grounds=grounds, late_reason=late_reason, by=by, at=at
    )


def take_report(
    *,
    paper: Paper,
    report: QuarterlyReport,
    by: User | None,
    at: datetime,
    letter: str = "",
    title: str = "",
    late_reason: str = "",
) -> PaperPart:
    """Put an approved report in: its public edition goes into the public pack, the restricted one into the other."""
    must_have(by, ADD_PAPER, "add a report to an agenda")
    if report.state not in FROZEN:
        raise DomainError(
            "The report is not approved. Approve it first, so that it cannot change under the pack.", field="report"
        )
    part = PaperPart(origin=PartOrigin.REPORT, report=report)
    title = title or report.title
    return _put_in(part, paper=paper, letter=letter, title=title, grounds=None, late_reason=late_reason, by=by, at=at)


@transaction.atomic
def exempt_part(
    *,
    part: PaperPart,
    public_title: str,
    paragraphs: Collection[str],
    reasons: str,
    by: User | None,
    at: datetime,
    review_on: date | None = None,
) -> PaperPart:
    """Keep a part from the public. A pack that was built and not issued is taken back at once."""
    must_have(by, DECIDE_EXEMPTION, "decide what is exempt")
    take_back_packs(part.paper.item.meeting)
    part = PaperPart.objects.select_for_update(of=("self",)).select_related("exemption").get(pk=part.pk)
    if queries.is_out(part):
        raise DomainError(
            "The public has had this part since its pack was issued. Withdraw the pack first, then make it exempt."
        )
    keep_back(
        part, public_title=public_title, paragraphs=paragraphs, reasons=reasons, review_on=review_on, by=by, at=at
    )  # fmt: skip
    return part


@transaction.atomic
def open_part(*, part: PaperPart, by: User | None, at: datetime) -> PaperPart:
    """Open an exempt part to the public. Of a report, the restricted edition stays exempt."""
    must_have(by, DECIDE_EXEMPTION, "decide what is exempt")
    take_back_packs(part.paper.item.meeting)
    part = PaperPart.objects.select_for_update(of=("self",)).select_related("exemption").get(pk=part.pk)
    open_up(part, otherwise="This part is open already.", by=by)
    return part


@transaction.atomic
def withdraw_part(*, part: PaperPart, reason: str, by: User | None, at: datetime) -> PaperPart:
    """Take a part out of its paper. Its address then says so; the file stays as evidence."""
    must_have(by, CHANGE_PAPER, "withdraw a paper")
    reason = worded(reason, most=250, missing="Say why it is withdrawn. The public reads this.", field="reason")
    take_back_packs(part.paper.item.meeting)
    with acting(by, "Withdrawn"):
        moved = PaperPart.objects.standing().filter(pk=part.pk).update(withdrawn_at=at, withdrawn_reason=reason)
    if not moved:
        raise DomainError("This part was withdrawn already.")
    part.refresh_from_db()
    return part


@transaction.atomic
def _put_in(
    part: PaperPart,
    *,
    paper: Paper,
    letter: str,
    title: str,
    grounds: Grounds | None,
    late_reason: str,
    by: User | None,
    at: datetime,
) -> PaperPart:
    """Give the part its place in the paper, under a lock, in the stead of the one that stands there."""
    paper = Paper.objects.select_for_update(of=("self",)).select_related("item__meeting").get(pk=paper.pk)
    _open_for_papers(paper.item)
    part.late_reason = why_late(paper.item.meeting, at, late_reason, what="paper", given=paper.is_late)
    take_back_packs(paper.item.meeting)
    before = PaperPart.objects.standing().select_related("exemption").filter(paper=paper, letter=letter).first()
    if grounds is None and before is not None and before.exemption is not None:
        claim = before.exemption
        grounds = Grounds(claim.public_title, claim.paragraphs, claim.reasons, claim.review_on)
    part.paper, part.letter, part.added_at, part.added_by = paper, letter, at, by
    part.title = title.strip() or (before.title if before else paper.title)
    part.source, part.is_synthetic = paper.source, paper.is_synthetic
    with acting(by, "Part put in"):
        if before is not None:
            PaperPart.objects.filter(pk=before.pk).update(
                withdrawn_at=at, withdrawn_reason="Replaced by a new version."
            )
        if grounds is not None:
            part.exemption = claim_exemption(
                claim=None, public_title=grounds.public_title, paragraphs=grounds.paragraphs,
                reasons=grounds.reasons, review_on=grounds.review_on, by=by, at=at,
            )  # fmt: skip
        save_checked(part)
        Paper.objects.filter(pk=paper.pk, is_to_follow=True).update(is_to_follow=False)
    return part


def _ground_of(paper: Paper, grounds: Grounds | None, before: PaperPart | None) -> str:
    """What a restricted part rests on, as its banner says it; empty where the public may read it."""
    if grounds is not None:
        return Exemption.in_words(grounds.paragraphs)
    parent = paper.item.parent
    claims = (before and before.exemption, paper.item.exemption, parent and parent.exemption)
    return next((Exemption.in_words(claim.paragraphs) for claim in claims if claim), "")


def _open_for_papers(item: AgendaItem) -> None:
    if item.meeting.state != MeetingState.PLANNED:
        raise DomainError(
            f"This meeting is {item.meeting.get_state_display().lower()}, so its papers stay as they are."
        )


def _read(name: str, content: bytes | Readable) -> bytes:
    """All of it, or a refusal as soon as it is too long."""
    if isinstance(content, bytes):
        raw = content[: PAPER_BYTES + 1]
    else:
        pieces, size = list[bytes](), 0
        while size <= PAPER_BYTES and (piece := content.read(64 * 1024)):
            pieces.append(piece)
            size += len(piece)
        raw = b"".join(pieces)
    if len(raw) > PAPER_BYTES:
        raise DomainError(
            f"'{display_name(name)}' is larger than {PAPER_BYTES // 1_048_576} MB. Save a smaller copy, for example "
            "with its pictures reduced, and upload that.",
            field="file",
        )
    return raw


def _as_pdf(name: str, raw: bytes) -> tuple[str, bytes]:
    """The name and the PDF: as it came, or made of a Word document."""
    lower = name.lower()
    if lower.endswith(".pdf"):
        return name, raw
    if not lower.endswith(".docx"):
        raise DomainError(f"'{display_name(name)}' is neither a PDF nor a DOCX. Save it as a PDF.", field="file")
    try:
        return f"{name[:-5]}.pdf", word_to_pdf(raw)
    except DomainError as error:
        raise DomainError(f"'{display_name(name)}' was not taken in. {error.message}", field="file") from error
