"""Packs: the same pages in both editions, nothing exempt in the public one, and who may move them."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.db import IntegrityError, InternalError, connection, transaction

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from panel import operations, tasks
from panel.enums import Audience, Exemption, PackKind, PackState
from panel.models import Pack, PackEdition, PaperPart
from panel.operations.packs import STALE
from tests.factories.panel import the_office
from tests.factories.papers import BUILT_AT, SECRET, PackFactory, PartFactory, a_meeting, built_pack
from tests.factories.recommendations import ItemFactory, PlannedPanelMeetingFactory
from tests.support.pdf import Inspection, all_text, page_texts

pytestmark = pytest.mark.django_db
AT = datetime(2018, 3, 8, 10, 0, tzinfo=UTC)


@pytest.fixture
def pack() -> Pack:
    """The pack of a meeting with open and exempt papers, built."""
    the_office()
    row = PackFactory.create(meeting=a_meeting())
    built = operations.build_pack(pack_id=row.pk, at=BUILT_AT)
    assert built is not None
    assert (built.state, built.failure) == (PackState.READY, "")
    return built


def _content(pack: Pack, audience: Audience) -> bytes:
    with pack.editions.get(audience=audience).file.open("rb") as file:
        content: bytes = file.read()
    return content


def _everything(content: bytes) -> str:
    """All that the file holds, unpacked: text, tags, bookmarks, metadata, attachments."""
    out = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all, qdf=True)
    raw = out.getvalue()
    return "\n".join([all_text(content), raw.decode("latin-1"), raw.decode("utf-16-be", "ignore")])


def test_build_pack_gives_both_editions_the_same_pages(pack: Pack) -> None:
    public, restricted = (pack.editions.get(audience=audience) for audience in Audience)
    places = [
        [(line["key"], line["item"], line["first"], line["last"]) for line in edition.page_map]
        for edition in (public, restricted)
    ]
    assert places[0] == places[1]
    assert public.pages == restricted.pages == places[0][-1][3]
    for audience in Audience:
        texts = page_texts(_content(pack, audience))
        assert [f"Page {number} of {public.pages}" in text for number, text in enumerate(texts, 1)] == (
            [True] * public.pages
        )
    lengths = [last - first + 1 for _, _, first, last in places[0]]
    assert lengths == [2, 1, 3, 1, 2]
    assert [line["withheld"] for line in public.page_map] == [False, False, True, False, True]
    assert [line["title"] for line in public.page_map][2::2] == ["A contract", "A complaint"]


def test_build_pack_leaves_nothing_exempt_in_the_public_edition(pack: Pack) -> None:
    public = pack.editions.get(audience=Audience.PUBLIC)
    content = _content(pack, Audience.PUBLIC)
    assert SECRET not in _everything(content)
    assert SECRET not in str(public.contents)
    assert SECRET not in str(public.page_map)
    assert SECRET not in public.file.name
    assert SECRET in _everything(_content(pack, Audience.RESTRICTED))
    assert "/EmbeddedFiles" not in Inspection(content).pdf.Root.get("/Names", {})


def test_build_pack_says_what_is_withheld_and_why(pack: Pack) -> None:
    text = all_text(_content(pack, Audience.PUBLIC))
    assert (
        "That the public be excluded from the meeting for these items, because exempt information as defined in Part 1 "
        "of Schedule 12A of the Local Government Act 1972 would be disclosed, and because under paragraph 10 of Part 2 "
        "the public interest in keeping it back outweighs that in disclosing it: item 2, Appendix B, A contract "
        "(paragraph 3); item 4, A complaint (paragraph 1)."
    ) in text
    assert text.count("Not for publication. In the restricted edition this page holds exempt information") == 5


def test_build_pack_selects_no_exempt_row_for_the_public(django_assert_max_num_queries: Any) -> None:
    from panel.printed import pack as printed

    the_office()
    row = PackFactory.create(meeting=a_meeting())
    with django_assert_max_num_queries(40) as asked:
        contents = printed.compose(row, audience=Audience.PUBLIC, at=AT)
    assert SECRET not in str(contents)
    texts = [query["sql"] for query in asked.captured_queries]
    assert not [sql for sql in texts if '"panel_paperpart"."title"' in sql and '"exemption_id" IS NULL' not in sql]
    assert not [sql for sql in texts if '"panel_exemptionclaim"."reasons"' in sql]


def test_build_pack_keeps_tags_and_bookmarks_of_papers(pack: Pack) -> None:
    read = Inspection(_content(pack, Audience.RESTRICTED))
    marks = read.bookmarks()
    assert marks[marks.index("Item 2") :][:2] == ["Item 2", "Police and Crime Plan"]
    assert "Appendix A: Responses" in marks
    pages = {page.obj.objgen: number for number, page in enumerate(read.pdf.pages, 1)}
    heads = [pages[tag.element["/Pg"].objgen] for tag in read.of("/H1", "/H2")]
    assert heads == sorted(heads)
    assert set(range(2, len(read.pdf.pages) + 1)) <= set(heads)


def test_build_pack_leads_from_the_agenda_and_the_contents_to_each_paper(pack: Pack) -> None:
    for edition in pack.editions.all():
        firsts = [line["first"] for line in edition.page_map]
        by_item = {line["item"]: line["first"] for line in reversed(edition.page_map)}
        leads = [page for pages in Inspection(_content(pack, Audience(edition.audience))).links() for page in pages]
        assert leads[: len(by_item) + len(firsts)] == [*sorted(by_item.values()), *firsts]


def test_build_pack_again_gives_the_same_bytes(pack: Pack, panel_support_officer: User) -> None:
    before = {edition.audience: edition.sha256 for edition in pack.editions.all()}
    operations.rebuild_pack(pack=pack, by=panel_support_officer, at=AT)
    again = operations.build_pack(pack_id=pack.pk, at=BUILT_AT)
    assert again is not None
    assert {edition.audience: edition.sha256 for edition in again.editions.all()} == before


def test_build_pack_fails_in_words_where_a_file_is_gone() -> None:
    the_office()
    meeting = a_meeting()
    part = PaperPart.objects.order_by("pk").first()
    assert part is not None
    part.file.storage.delete(part.file.name)
    row = PackFactory.create(meeting=meeting)
    built = operations.build_pack(pack_id=row.pk, at=BUILT_AT)
    assert built is not None
    assert (built.state, built.failure) == (
        PackState.FAILED,
        "The PDF of a paper is missing or changed (Report). Upload it again.",
    )


def test_request_pack_queues_a_version(panel_support_officer: User) -> None:
    meeting = ItemFactory.create(meeting=PlannedPanelMeetingFactory.create()).meeting
    row = operations.request_pack(meeting=meeting, by=panel_support_officer, at=AT)
    assert (row.supplement, row.version, row.state, row.requested_by) == (0, 1, "queued", panel_support_officer)


def test_request_pack_refuses_in_words(panel_support_officer: User, treasurer: User) -> None:
    empty = PlannedPanelMeetingFactory.create()
    with pytest.raises(DomainError, match="has no agenda yet"):
        operations.request_pack(meeting=empty, by=panel_support_officer, at=AT)
    ItemFactory.create(meeting=empty)
    with pytest.raises(DomainError, match="Your role does not let you ask for a pack"):
        operations.request_pack(meeting=empty, by=treasurer, at=AT)
    with pytest.raises(DomainError, match="A supplement follows a pack that is issued"):
        operations.request_pack(meeting=empty, kind=PackKind.SUPPLEMENT, by=panel_support_officer, at=AT)
    operations.request_pack(meeting=empty, by=panel_support_officer, at=AT)
    with pytest.raises(DomainError, match="A pack of this meeting is in work: Agenda and papers, waiting to be built"):
        operations.request_pack(meeting=empty, by=panel_support_officer, at=AT)
    assert Pack.objects.count() == 1


def test_issue_pack_supersedes_the_one_before(panel_support_officer: User) -> None:
    first = built_pack(PackState.ISSUED)
    ItemFactory.create(meeting=first.meeting)
    with pytest.raises(DomainError, match="Say what changed since the last version"):
        operations.request_pack(meeting=first.meeting, by=panel_support_officer, at=AT)
    the_office()
    second = operations.request_pack(
        meeting=first.meeting, change_note="A paper came.", by=panel_support_officer, at=AT
    )
    built = operations.build_pack(pack_id=second.pk, at=AT)
    assert built is not None
    second = operations.issue_pack(pack=built, by=panel_support_officer, at=AT)
    first.refresh_from_db()
    assert (first.state, second.state, second.issued_at) == (PackState.SUPERSEDED, PackState.ISSUED, AT)


def test_issue_pack_refuses_a_changed_file(panel_support_officer: User) -> None:
    row = built_pack()
    edition = row.editions.get(audience=Audience.PUBLIC)
    edition.file.storage.delete(edition.file.name)
    with pytest.raises(DomainError, match="The PDF of the public edition is missing or changed"):
        operations.issue_pack(pack=row, by=panel_support_officer, at=AT)
    row.refresh_from_db()
    assert row.state == PackState.READY


def test_exempt_part_takes_back_a_pack_that_is_ready(panel_support_officer: User) -> None:
    part = PartFactory.create()
    row = built_pack(meeting=part.paper.item.meeting)
    operations.exempt_part(
        part=part, public_title="A contract", paragraphs=[Exemption.BUSINESS], reasons="Prices.",
        by=panel_support_officer, at=AT,
    )  # fmt: skip
    taken = Pack.objects.get(pk=row.pk)
    assert (taken.state, taken.failure, taken.built_at, taken.editions.count()) == (PackState.FAILED, STALE, None, 0)
    with pytest.raises(DomainError, match="cannot be issued: it must be ready"):
        operations.issue_pack(pack=row, by=panel_support_officer, at=AT)


def test_exempt_part_and_item_refuse_what_the_public_has_already(panel_support_officer: User) -> None:
    part = PartFactory.create()
    item = part.paper.item
    row = built_pack(PackState.ISSUED, meeting=item.meeting, parts=[part])
    grounds: dict[str, Any] = {
        "public_title": "A contract", "paragraphs": [Exemption.BUSINESS], "reasons": "Prices.",
        "by": panel_support_officer, "at": AT,
    }  # fmt: skip
    with pytest.raises(DomainError, match="The public has had this part since its pack was issued"):
        operations.exempt_part(part=part, **grounds)
    with pytest.raises(DomainError, match="The public has read of this item since its pack was issued"):
        operations.exempt_item(item=item, **grounds)
    part.refresh_from_db()
    assert (part.exemption, row.editions.count()) == (None, 2)
    operations.withdraw_pack(pack=row, reason="It named a witness.", by=panel_support_officer, at=AT)
    operations.exempt_part(part=part, **grounds)
    operations.exempt_item(item=item, **grounds)
    item.refresh_from_db()
    assert item.is_exempt


def test_withdraw_pack_keeps_its_files(panel_support_officer: User) -> None:
    row = built_pack(PackState.ISSUED)
    operations.withdraw_pack(pack=row, reason="It named a witness.", by=panel_support_officer, at=AT)
    assert (row.state, row.withdrawn_reason, row.editions.count()) == (PackState.WITHDRAWN, "It named a witness.", 2)


def test_editions_of_an_issued_pack_are_frozen() -> None:
    row = built_pack(PackState.ISSUED)
    with pytest.raises((IntegrityError, InternalError), match="frozen"), transaction.atomic():
        PackEdition.objects.filter(pack=row).update(pages=9)
    with pytest.raises((IntegrityError, InternalError), match="frozen"), transaction.atomic():
        PackEdition.objects.filter(pack=row).delete()
    assert connection.in_atomic_block


def test_sweep_packs_tells_of_those_that_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    told = list[int]()
    monkeypatch.setattr(tasks, "nudge_pack", lambda *, pack_id: told.append(pack_id))
    waiting = PackFactory.create()
    built_pack(meeting__held_on=datetime(2018, 6, 21, tzinfo=UTC).date())
    assert tasks.sweep_packs() == 1
    assert told == [waiting.pk]
