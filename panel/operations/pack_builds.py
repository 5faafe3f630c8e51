"""Building a pack: both editions from one view of the records, with the same page numbers, files whole or absent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from opcc.core.errors import DomainError
from opcc.documents.joining import Insert, anchors, join
from opcc.documents.pdf import PdfError, RenderedPdf, render_pdf
from opcc.documents.words import page_words
from panel import quarterly_report
from panel.enums import FROZEN, Audience, PackState
from panel.models import Pack, PackEdition, PackPage, PaperPart
from panel.operations.files import keep_only, store
from panel.operations.leases import PACKS, LeaseLostError, build, one_view_of_the_records
from panel.printed import pack as printed

Contents = Mapping[Audience, quarterly_report.Json]


@dataclass(frozen=True)
class BuiltPack:
    """One edition made: what it says, on which pages, and the PDF of it, stored under `name`."""

    contents: quarterly_report.Json
    page_map: list[quarterly_report.Json]
    pdf: RenderedPdf
    name: str
    words: list[str]  # of each page, of the public edition alone


def build_pack(*, pack_id: int, at: datetime) -> Pack | None:
    """Make both editions of a waiting pack. None if another worker has it, or there is nothing to do."""

    def make(attempt: int) -> None:
        pack = Pack.objects.select_related("meeting__group").get(pk=pack_id)
        _finish(pack, attempt, _make(pack, attempt, at), at)

    return Pack.objects.get(pk=pack_id) if build(PACKS, pack_id, make) else None


def _make(pack: Pack, attempt: int, at: datetime) -> Mapping[Audience, BuiltPack]:
    with one_view_of_the_records():
        composed = {audience: printed.compose(pack, audience=audience, at=at) for audience in Audience}
    _check_same_blocks(composed)
    PACKS.progress(pack.pk, attempt, 1, "Counting the pages")
    own = {audience: _own_pages(contents) for audience, contents in composed.items()}
    longest = _longest(own)
    built = {}
    for done, (audience, contents) in enumerate(composed.items(), 2):
        PACKS.progress(pack.pk, attempt, done, f"Making the {audience.label.lower()} edition")
        spans = printed.lay_out(contents, own[audience], longest)
        pdf = _joined(contents, spans)
        name = f"packs/{pack.public_id}/{audience.value}-{pdf.sha256[:32]}.pdf"
        store(name, pdf.content)
        words = page_words(pdf.content) if audience is Audience.PUBLIC else []
        built[audience] = BuiltPack(contents, printed.page_map(contents, spans), pdf, name, words)
    PACKS.progress(pack.pk, attempt, PACKS.steps - 1, "Keeping both editions")
    return built


def _check_same_blocks(composed: Contents) -> None:
    public, restricted = ([block["key"] for block in composed[audience]["blocks"]] for audience in Audience)
    if public != restricted:
        raise DomainError("The two editions do not have the same papers. Build the pack again.")


def _own_pages(contents: quarterly_report.Json) -> dict[str, int]:
    """How many pages each block has in this edition by itself: the front, sections, files. Slips fill what is left."""
    measured = render_pdf(printed.html(contents), office_colour=contents["office_colour"])
    places = anchors(measured)
    keys = [block["key"] for block in contents["blocks"] if block["kind"] == "section"]
    starts = [1, *(places[key] for key in keys), measured.pages + 1]
    names = [printed.FRONT, *keys]
    ours = {name: after - start for name, start, after in zip(names, starts[:-1], starts[1:], strict=True)}
    return {**ours, **{block["key"]: block["pages"] for block in contents["blocks"] if block["kind"] == "file"}}


def _longest(own: Mapping[Audience, Mapping[str, int]]) -> dict[str, int]:
    """The pages of each block in the edition in which it is longer."""
    return {key: max(pages.get(key, 0) for pages in own.values()) for key in own[Audience.RESTRICTED]}


def _joined(contents: quarterly_report.Json, spans: Mapping[str, printed.Span]) -> RenderedPdf:
    """Our own pages with the files between them."""
    first = render_pdf(printed.html(contents, spans), office_colour=contents["office_colour"])
    files = [block for block in contents["blocks"] if block["kind"] == "file"]
    keys = [int(block["key"].removeprefix("part-")) for block in files]
    parts = PaperPart.objects.select_related("report").in_bulk(keys)
    start, audience = contents["first_page"], Audience(contents["audience"])
    inserts, inserted, expected, marks = list[Insert](), start - 1, list[tuple[int, int]](), dict[int, str]()
    for block, key in zip(files, keys, strict=True):
        span = spans[block["key"]]
        expected.append((span.first, span.last - span.blank))
        content = part_content(parts[key], audience)
        name = block["label"].partition(", ")[2]
        title = f"{name}: {block['title']}" if name else block["title"]
        under = f"Item {block['item']}"
        inserts.append(
            Insert(span.first - inserted, title, content, under, block["key"], f"The paper to {block['label']}")
        )
        marks |= {page: block["mark"] for page in range(span.first, span.last + 1) if block["mark"]}
        inserted += block["pages"]
    last = max(span.last for span in spans.values())
    if first.pages + inserted != last:
        raise PdfError("The pages of the pack are not what was counted. Build it again.")
    joined = join(
        first, inserts, pages=last, starts_at=start, marks=marks, office_colour=contents["office_colour"]
    )  # fmt: skip
    if [(one + start - 1, other + start - 1) for one, other in joined.spans] != expected:
        raise PdfError("A paper has not the pages that were counted. Upload it again, and build the pack again.")
    return joined.pdf


def _keep_words(pack: Pack, words: list[str]) -> None:
    """The text of the public edition, page by page, in place of what an earlier build left."""
    edition = pack.editions.get(audience=Audience.PUBLIC)
    PackPage.objects.filter(edition=edition).delete()
    PackPage.objects.bulk_create(
        PackPage(edition=edition, place=place, text=text) for place, text in enumerate(words, start=1) if text
    )


def part_content(part: PaperPart, audience: Audience) -> bytes:
    """The PDF of a part, of a report the edition for this audience; it must be the one that was taken in."""
    file, digest = part.file, part.sha256
    if part.report is not None:
        if part.report.state not in FROZEN:
            raise DomainError(f"{part.report} is not approved any more.")
        edition = part.report.editions.get(audience=audience)
        file, digest = edition.file, edition.sha256
    try:
        with file.open("rb") as opened:
            content: bytes = opened.read()
    except OSError:
        content = b""
    if sha256(content).hexdigest() != digest:
        raise DomainError(f"The PDF of a paper is missing or changed ({part.label}). Upload it again.")
    return content


@transaction.atomic
def _finish(pack: Pack, attempt: int, built: Mapping[Audience, BuiltPack], at: datetime) -> None:
    """Both editions and the new state in one transaction; the files are there already."""
    moved = PACKS.mine(pack.pk, attempt).update(
        state=PackState.READY, built_at=at, lease_until=None, progress_done=PACKS.steps, progress_text=""
    )
    if not moved:
        raise LeaseLostError
    for audience, edition in built.items():
        PackEdition.objects.update_or_create(
            pack=pack,
            audience=audience,
            defaults={
                "contents": edition.contents,
                "contents_sha256": quarterly_report.digest(edition.contents),
                "page_map": edition.page_map,
                "file": edition.name,
                "first_page": edition.contents["first_page"],
                "pages": edition.pdf.pages,
                "size": len(edition.pdf.content),
                "sha256": edition.pdf.sha256,
                "built_at": at,
            },
        )
    _keep_words(pack, built[Audience.PUBLIC].words)
    folder, kept = f"packs/{pack.public_id}", {edition.name for edition in built.values()}

    def tidy() -> None:
        keep_only(folder, kept)

    transaction.on_commit(tidy, robust=True)
