"""What goes into packs besides uploads: reports of ours, written papers, sections, supplements; and real workers."""

import time
from datetime import UTC, date, datetime
from io import BytesIO

import pikepdf
import pytest

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from panel import operations, queries
from panel.enums import Audience, Exemption, ItemKind, PackKind, PackState, ReportState
from panel.models import Pack, PackEdition, PanelMeeting, Paper, QuarterlyReport
from panel.printed.complaints import complaints_section
from panel.printed.pack_sections import DATES, LOG, WORK_PROGRAMME, sections_of
from panel.printed.written_paper import sections_of as sections_of_text
from panel.quarterly_report.sections import Text
from tests.factories.panel import the_office
from tests.factories.papers import (
    ADDED_AT,
    BUILT_AT,
    SECRET,
    PackFactory,
    PaperFactory,
    a_meeting,
    approved_report,
    paper_pdf,
)
from tests.factories.recommendations import ClaimFactory, HeldMeetingFactory, ItemFactory, PlannedPanelMeetingFactory
from tests.factories.register import DecisionFactory
from tests.factories.restricted import ComplaintFactory
from tests.support.pdf import Inspection, all_text, assert_checkers_pass, assert_pdfua_passes, page_texts

pytestmark = pytest.mark.django_db
AT = datetime(2018, 3, 8, 10, 0, tzinfo=UTC)


def content_of(pack: Pack, audience: Audience) -> bytes:
    with pack.editions.get(audience=audience).file.open("rb") as file:
        content: bytes = file.read()
    return content


def build(pack: Pack) -> Pack:
    built = operations.build_pack(pack_id=pack.pk, at=BUILT_AT)
    assert built is not None
    assert (built.state, built.failure) == (PackState.READY, "")
    return built


def a_paper(**fields: object) -> Paper:
    """A paper to item 1 of a meeting whose agenda is published."""
    the_office()
    meeting = PlannedPanelMeetingFactory.create(agenda_published_at=ADDED_AT)
    paper: Paper = PaperFactory.create(item=ItemFactory.create(meeting=meeting, position=1), **fields)
    return paper


def pages_of(pack: Pack) -> dict[str, list[tuple[str, int, int]]]:
    """Label, first and last page of each line, by edition."""
    return {
        edition.audience: [(line["label"], line["first"], line["last"]) for line in edition.page_map]
        for edition in pack.editions.all()
    }


# --- Reports of ours ---------------------------------------------------------------------------------
def test_take_report_puts_each_edition_into_its_pack_with_the_same_pages(panel_support_officer: User) -> None:
    paper = a_paper()
    part = operations.take_report(
        paper=paper, report=approved_report(), letter="A", by=panel_support_officer, at=AT
    )  # fmt: skip
    operations.upload_part(paper=paper, letter="B", name="b.pdf", content=paper_pdf(), by=panel_support_officer, at=AT)
    pack = build(PackFactory.create(meeting=paper.item.meeting))
    lines = [("Item 1, Appendix A", 2, 3), ("Item 1, Appendix B", 4, 5)]
    assert pages_of(pack) == {"public": lines, "restricted": lines}
    assert (part.title, part.pages, part.is_exempt) == ("Quarterly report, January to March 2018", None, False)
    public, restricted = (content_of(pack, audience) for audience in Audience)
    assert SECRET not in all_text(public)
    assert "Quarter, part 2" not in all_text(public)
    assert f"{SECRET} quarter, part 2" in page_texts(restricted)[2]
    assert "Page 3 of 5" in page_texts(public)[2]
    assert_pdfua_passes(public)
    assert_pdfua_passes(restricted)


def test_exclusion_names_the_restricted_edition_of_a_report(panel_support_officer: User) -> None:
    paper = a_paper()
    operations.take_report(paper=paper, report=approved_report(), letter="A", by=panel_support_officer, at=AT)
    assert queries.exclusion_of(paper.item.meeting).endswith(
        "item 1, Appendix A, Restricted edition of the quarterly report, January to March 2018 (paragraph 7)."
    )


def test_take_report_refuses_one_that_may_yet_change(panel_support_officer: User) -> None:
    paper, report = a_paper(), approved_report()
    part = operations.take_report(paper=paper, report=report, by=panel_support_officer, at=AT)
    QuarterlyReport.objects.filter(pk=report.pk).update(state=ReportState.READY, approved_at=None, approved_by=None)
    report.refresh_from_db()
    with pytest.raises(DomainError, match="The report is not approved"):
        operations.take_report(paper=paper, report=report, letter="B", by=panel_support_officer, at=AT)
    pack = operations.build_pack(pack_id=PackFactory.create(meeting=paper.item.meeting).pk, at=BUILT_AT)
    assert pack is not None
    assert pack.failure == f"{report} is not approved any more. Approve it, or withdraw it from its paper."
    part.refresh_from_db()
    with pytest.raises(DomainError, match="is not approved any more"):
        operations.part_content(part, Audience.PUBLIC)


# --- Written papers ----------------------------------------------------------------------------------
def test_write_part_prints_headings_and_numbered_paragraphs(panel_support_officer: User) -> None:
    paper = a_paper(title="The estate", author="the Commissioner")
    part = operations.write_part(
        paper=paper, text="What this is.\n\n# Sites\n\nTwo are sold.\nOne is let.\n\n# Next\n\nA review.",
        by=panel_support_officer, at=AT,
    )  # fmt: skip
    with part.file.open("rb") as file:
        content = file.read()
    read = Inspection(content)
    assert read.headings() == ["/H1", "/H2", "/H2", "/H2"]
    assert read.bookmarks() == ["The estate", "1\xa0 Purpose", "2\xa0 Sites", "3\xa0 Next"]
    text = all_text(content)
    for words in ("Report of the Commissioner", "2.1 Two are sold. One is let.", "3.1 A review.", "Agenda item 1"):
        assert words in text
    assert_checkers_pass(content)
    assert part.pages == 1


def test_write_part_says_on_what_ground_it_is_restricted(panel_support_officer: User) -> None:
    paper = a_paper()
    grounds = operations.Grounds("A contract", [Exemption.BUSINESS], "Prices.")
    part = operations.write_part(
        paper=paper, text="Prices.", letter="A", grounds=grounds, by=panel_support_officer, at=AT
    )  # fmt: skip
    with part.file.open("rb") as file:
        assert "RESTRICTED. Not for publication: Paragraph 3 of Part 1, Schedule 12A" in all_text(file.read())
    assert part.exemption is not None
    assert (part.exemption.reasons, part.exemption.decided_by) == ("Prices.", panel_support_officer)


def test_write_part_refuses_no_text_and_the_wrong_role(panel_support_officer: User, treasurer: User) -> None:
    paper = a_paper()
    with pytest.raises(DomainError, match="Write the paper, a paragraph at least"):
        operations.write_part(paper=paper, text=" \n\n# Heading", by=panel_support_officer, at=AT)
    with pytest.raises(DomainError, match="Your role does not let you write a paper"):
        operations.write_part(paper=paper, text="Words.", by=treasurer, at=AT)
    assert not paper.parts.exists()


def test_sections_of_text_puts_what_comes_first_under_purpose() -> None:
    found = sections_of_text("One.\r\n\r\nTwo\r\nand on.\n\n# Empty\n\n# Last\nThree.")
    assert [(section.title, section.paragraphs) for section in found] == [
        ("Purpose", ("One.", "Two and on.")),
        ("Last", ("Three.",)),
    ]


# --- Sections ----------------------------------------------------------------------------------------
def test_sections_of_puts_the_log_with_the_work_programme_unless_it_has_an_item() -> None:
    programme, dates, actions, report = (
        ItemKind.WORK_PROGRAMME, ItemKind.DATES, ItemKind.ACTIONS, ItemKind.REPORT,
    )  # fmt: skip
    assert sections_of({1: programme, 2: dates, 3: report}) == {1: (WORK_PROGRAMME, LOG), 2: (DATES,), 3: ()}
    assert sections_of({1: programme, 2: actions}) == {1: (WORK_PROGRAMME,), 2: (LOG,)}


def test_build_pack_prints_the_dates_of_meetings_that_the_public_may_know() -> None:
    the_office()
    meeting = PlannedPanelMeetingFactory.create()
    ItemFactory.create(meeting=meeting, position=1, kind=ItemKind.DATES)
    PlannedPanelMeetingFactory.create(held_on=date(2018, 6, 21), venue="Shire Hall")
    PlannedPanelMeetingFactory.create(held_on=date(2018, 7, 5), venue="Elsewhere", is_closed=True, title="A hearing")
    text = all_text(content_of(build(PackFactory.create(meeting=meeting)), Audience.PUBLIC))
    assert "Thursday 21 June 2018" in text
    assert "5 July" not in text


def test_build_pack_prints_the_decisions_made_since_the_panel_met_and_how_many_complaints_it_had() -> None:
    """Both editions alike: what the Freedom of Information Act keeps back is not for the Panel's papers either."""
    the_office()
    HeldMeetingFactory.create(held_on=date(2018, 2, 1))
    meeting = PlannedPanelMeetingFactory.create(held_on=date(2018, 3, 19))
    ItemFactory.create(meeting=meeting, position=1, kind=ItemKind.DECISIONS)
    ItemFactory.create(meeting=meeting, position=2, kind=ItemKind.COMPLAINTS)
    DecisionFactory.create(public=True, title="Roof repairs", decided_on=date(2018, 2, 2))
    DecisionFactory.create(public=True, title="Told in February", decided_on=date(2018, 2, 1))
    DecisionFactory.create(public=True, exempt=True, title=SECRET, decided_on=date(2018, 2, 3))
    ComplaintFactory.create(received_on=date(2018, 2, 5), summary=SECRET)
    pack = build(PackFactory.create(meeting=meeting))
    for audience in Audience:
        content = content_of(pack, audience)
        text = " ".join(all_text(content).split())
        shown = (
            "Decisions of the Commissioner from 2 February 2018 to 19 March 2018, and those in progress.",
            "Roof repairs", "Withheld under section 40(2)",
            "Complaints by the year in which they came", "2018 1 0 0 0 0 1",
        )  # fmt: skip
        assert [words for words in shown if words not in text] == []
        assert [words for words in (SECRET, "Told in February") if words in text] == []
        assert_pdfua_passes(content)


def test_complaints_section_without_any_is_a_sentence() -> None:
    assert complaints_section(()).parts == (Text("No complaint is recorded."),)


def test_build_pack_withholds_the_sections_of_an_exempt_item() -> None:
    the_office()
    meeting = PlannedPanelMeetingFactory.create()
    claim = ClaimFactory.create(public_title="Dates kept back")
    ItemFactory.create(meeting=meeting, position=1, kind=ItemKind.DATES, title=SECRET, exemption=claim)
    pack = build(PackFactory.create(meeting=meeting))
    public, restricted = (pack.editions.get(audience=audience).page_map for audience in Audience)
    assert [(line["title"], line["first"], line["last"], line["withheld"]) for line in public] == [
        ("Dates kept back", 2, 2, True)
    ]
    assert [(line["title"], line["withheld"]) for line in restricted] == [("Dates of meetings", False)]


def test_build_pack_says_what_is_to_follow_and_what_is_taken_as_urgent() -> None:
    paper = a_paper(title="The estate", is_to_follow=True)
    ItemFactory.create(meeting=paper.item.meeting, position=2, title="A flood", late_reason="It rained on Sunday.")
    pack = build(PackFactory.create(meeting=paper.item.meeting))
    text = all_text(content_of(pack, Audience.PUBLIC))
    assert "To follow: The estate" in text
    assert "Taken as urgent: It rained on Sunday." in text


def test_build_pack_marks_pages_of_exempt_papers_in_the_restricted_edition() -> None:
    the_office()
    pack = build(PackFactory.create(meeting=a_meeting()))
    texts = page_texts(content_of(pack, Audience.RESTRICTED))
    assert ["RESTRICTED. Page" in text for text in texts] == [
        False, False, False, False, False, True, True, True, False, True, True,
    ]  # fmt: skip


# --- Supplements -------------------------------------------------------------------------------------
@pytest.fixture
def issued(panel_support_officer: User) -> Pack:
    """A pack of three pages that is issued; another paper is to follow."""
    paper = a_paper()
    operations.upload_part(paper=paper, name="a.pdf", content=paper_pdf(), by=panel_support_officer, at=AT)
    other = ItemFactory.create(meeting=paper.item.meeting, position=2, title="The estate")
    PaperFactory.create(item=other, title="The estate", is_to_follow=True)
    pack = build(PackFactory.create(meeting=paper.item.meeting))
    return operations.issue_pack(pack=pack, by=panel_support_officer, at=AT)


def supplement(meeting: PanelMeeting, by: User) -> Pack:
    row = operations.request_pack(meeting=meeting, kind=PackKind.SUPPLEMENT, by=by, at=AT)
    return operations.issue_pack(pack=build(row), by=by, at=AT)


def test_supplement_brings_only_what_is_new_and_goes_on_from_the_pages_before(
    issued: Pack, panel_support_officer: User
) -> None:
    meeting = issued.meeting
    with pytest.raises(DomainError, match="No paper came since the pack was issued"):
        operations.request_pack(meeting=meeting, kind=PackKind.SUPPLEMENT, by=panel_support_officer, at=AT)
    estate = Paper.objects.get(title="The estate")
    operations.upload_part(paper=estate, name="e.pdf", content=paper_pdf("Estate"), by=panel_support_officer, at=AT)
    first = supplement(meeting, panel_support_officer)
    lines = [("Item 2", 5, 6)]
    assert (first.name, pages_of(first)) == ("Supplement 1", {"public": lines, "restricted": lines})
    content = content_of(first, Audience.PUBLIC)
    texts = page_texts(content)
    assert [f"Page {number} of 6" in text for number, text in enumerate(texts, 4)] == [True] * 3
    assert "Precept 2018/19" not in " ".join(texts)
    with pikepdf.open(BytesIO(content)) as pdf:
        assert int(pdf.Root.PageLabels.Nums[1].St) == 4
    assert_pdfua_passes(content)
    operations.upload_part(
        paper=estate, letter="A", name="f.pdf", content=paper_pdf("Map", 1), by=panel_support_officer, at=AT
    )  # fmt: skip
    second = supplement(meeting, panel_support_officer)
    assert (second.name, pages_of(second)["public"]) == ("Supplement 2", [("Item 2, Appendix A", 8, 8)])
    assert [pack.name for pack in queries.packs_out(meeting)] == ["Agenda and papers", "Supplement 1", "Supplement 2"]


def test_next_version_takes_in_what_supplements_held(issued: Pack, panel_support_officer: User) -> None:
    estate = Paper.objects.get(title="The estate")
    operations.upload_part(paper=estate, name="e.pdf", content=paper_pdf("Estate"), by=panel_support_officer, at=AT)
    first = supplement(issued.meeting, panel_support_officer)
    row = operations.request_pack(
        meeting=issued.meeting, change_note="All papers are in one.", by=panel_support_officer, at=AT
    )  # fmt: skip
    again = operations.issue_pack(pack=build(row), by=panel_support_officer, at=AT)
    assert (again.version, pages_of(again)["public"]) == (2, [("Item 1", 2, 3), ("Item 2", 4, 5)])
    assert "What changed since the last version: All papers are in one." in all_text(content_of(again, Audience.PUBLIC))
    states = dict(Pack.objects.values_list("pk", "state"))
    assert states == {issued.pk: "superseded", first.pk: "superseded", again.pk: "issued"}
    assert PackEdition.objects.count() == 6


def test_issue_pack_refuses_while_the_agenda_is_a_draft(panel_support_officer: User) -> None:
    paper = a_paper()
    PanelMeeting.objects.filter(pk=paper.item.meeting_id).update(agenda_published_at=None)
    pack = build(PackFactory.create(meeting=paper.item.meeting))
    with pytest.raises(DomainError, match="The agenda is not published"):
        operations.issue_pack(pack=pack, by=panel_support_officer, at=AT)


# --- A real worker -----------------------------------------------------------------------------------
@pytest.mark.worker
@pytest.mark.django_db(transaction=True)
def test_pack_is_built_by_a_real_worker(celery_worker: int, panel_support_officer: User) -> None:
    the_office()
    pack = operations.request_pack(meeting=a_meeting(), by=panel_support_officer, at=AT)
    end = time.monotonic() + 60
    while pack.state in (PackState.QUEUED, PackState.BUILDING):
        assert time.monotonic() < end
        time.sleep(0.1)
        pack.refresh_from_db()
    assert (pack.state, pack.failure, pack.attempts) == (PackState.READY, "", 1)
    public, restricted = (pack.editions.get(audience=audience) for audience in Audience)
    assert (public.pages, public.first_page) == (restricted.pages, restricted.first_page) == (11, 1)
    assert public.sha256 != restricted.sha256
    assert_checkers_pass(content_of(pack, Audience.PUBLIC))
    assert_pdfua_passes(content_of(pack, Audience.RESTRICTED))
    issued = operations.issue_pack(pack=pack, by=panel_support_officer, at=AT)
    assert issued.state == PackState.ISSUED
