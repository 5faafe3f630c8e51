"""What the report says, from the records to the frozen contents, the HTML and the PDF."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from ambassadors.enums import ItemKind
from forums.models import ForumMeeting
from opcc.core.errors import DomainError
from opcc.documents.pdf import render_pdf
from opcc.reference.models import OfficeProfile
from panel import quarterly_report
from panel.enums import Audience, ReportKind
from panel.models import QuarterlyReport
from panel.quarterly_report.contents import assemble
from panel.quarterly_report.sections import Section, Text
from panel.quarterly_report.wording import MOST_ROWS
from tests.factories.ambassadors import (
    ConcernFactory,
    ForumReportFactory,
    KeyContactFactory,
    ObjectiveFactory,
    VacancyAdvertFactory,
)
from tests.factories.forums import ForumFactory, ForumMeetingFactory, PriorityTopicFactory
from tests.factories.panel import BUILT_AT, CANARY, QuarterlyReportFactory, a_quarter, contents, the_office
from tests.support.pdf import Inspection, all_text, assert_accessible

pytestmark = pytest.mark.django_db
BEYOND = datetime(2019, 1, 1, tzinfo=UTC)


def _composed(audience: Audience = Audience.PUBLIC, **fields: Any) -> dict[str, Any]:
    return quarterly_report.compose(QuarterlyReportFactory.build(**fields), audience=audience, at=BUILT_AT)


def _texts(edition: dict[str, Any], key: str) -> list[str]:
    section = next(one for one in [*edition["opening"], *edition["sections"]] if one["key"] == key)
    return [part["text"] for part in section["parts"] if part["part"] == "text"]


def _table(edition: dict[str, Any], caption: str) -> list[list[Any]]:
    """The rows of the table whose caption begins so, each cell as its words."""
    parts = [part for section in edition["sections"] for part in section["parts"] if part["part"] == "table"]
    table = next(part for part in parts if part["caption"].startswith(caption))
    return [[_plain(cell) for cell in line["cells"]] for line in table["rows"] if "cells" in line]


def _plain(cell: Any) -> Any:
    if not isinstance(cell, dict):
        return cell
    return cell.get("text", cell.get("value", cell.get("label")))


# --- what it says -------------------------------------------------------------------------------------


def test_compose_numbers_sections_paragraphs_and_tables_in_order() -> None:
    a_quarter()
    edition = _composed()
    assert [(section["number"], section["key"]) for section in edition["sections"]] == [
        ("3", "summary"),
        ("4", "priorities"),
        ("5", "meetings"),
        ("6", "reports"),
        ("7", "vacancies"),
        ("8", "concerns"),
        ("9", "good-news"),
        ("10", "objectives"),
        ("11", "contacts"),
        ("12", "about"),
    ]
    parts = [part for section in edition["sections"] for part in section["parts"]]
    numbers = [part["number"] for part in parts if part["part"] == "table"]
    assert numbers == [f"Table {number}" for number in range(1, len(numbers) + 1)]
    assert [part["number"] for part in edition["sections"][1]["parts"] if part["part"] == "text"] == ["4.1", "4.2"]


def test_compose_says_what_the_records_say() -> None:
    a_quarter()
    edition = _composed()
    assert _texts(edition, "purpose") == [
        (
            "To report what the community forums of Westshire asked for in January to March 2018, what was done "
            "about it, and how the scheme of Community Safety Ambassadors stands."
        )
    ]
    assert _texts(edition, "recommendations") == [
        "note what changed in the period (section 3);",
        "note that 1 forum was without an ambassador (section 7).",
    ]
    assert _texts(edition, "priorities") == [
        (
            "Speeding was the commonest priority: 1 forum, up from none. Parking, first in the earlier period "
            "with 1, fell to 0."
        ),
        "One forum that met agreed no priority, up from none.",
    ]
    assert _texts(edition, "meetings") == [
        "Two of the 3 active forums met in the quarter, at 2 meetings. One meeting was cancelled.",
        "52 people came to the 2 meetings whose attendance is known in full: 26.0 a meeting, the same as 26.0.",
        "Police came to both meetings for which that is recorded.",
    ]
    assert _texts(edition, "vacancies") == [
        "On 31 March 2018, 2 people held 2 appointments at 3 active forums.",
        "One forum, Carrow, had no ambassador; it had been vacant since 1 April 2013. It has not been advertised.",
    ]
    assert _texts(edition, "concerns") == [
        "Forums raised 1 concern in the quarter.",
        "By 20 April 2018 the office had replied to none of them.",
        "No reply is overdue.",
    ]
    assert _texts(edition, "good-news") == ["Ambassadors passed on 1 piece of good news from 1 forum."]


def test_compose_tables_hold_the_records() -> None:
    a_quarter()
    edition = _composed()
    assert _table(edition, "Priorities set") == [
        ["Speeding", 0, 1, "+1", "Speeding"],
        ["Parking", 1, 0, "−1", "Parking"],
        ["No priority agreed", 0, 1, "+1", "No priority agreed"],
    ]
    assert _table(edition, "Community forums by district") == [
        ["Upper Vale", 2, 2, 0, 2, 0],
        ["Lower Vale", 1, 0, 1, 0, 1],
        ["All districts", 3, 2, 1, 2, 1],
    ]
    assert _table(edition, "Forums that did not meet") == [
        ["Carrow", "Lower Vale", "Meeting of 2\u00a0Mar\u00a02018 cancelled: Snow"]
    ]
    assert _table(edition, "What each forum agreed") == [
        ["Ashby", "Speeding", "", ""],
        ["Brook", "No priority agreed", "", ""],
    ]
    assert _table(edition, "Concerns of community forums") == [
        [
            "When do <script>checks</script> begin?",
            "Ashby",
            "27\u00a0Feb\u00a02018",
            "Checks ran on three mornings",
            "Not yet",
            "Not yet",
            "Due",
        ]
    ]


def test_compose_gives_every_figure_its_unit_source_and_day() -> None:
    a_quarter()
    figures = [figure for section in _composed()["sections"] for figure in section["figures"]]
    assert figures
    assert [figure["key"] for figure in figures if not (figure["unit"] and figure["source"] and figure["as_at"])] == []
    police = next(figure for figure in figures if figure["key"] == "police-attended-now")
    assert (police["value"], police["unit"], police["base"], police["as_at"]) == (
        "100",
        "percent",
        "2 meetings",
        "2018-03-31",
    )


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [(1, 3, "3 forums, up from 1"), (3, 1, "1 forum, down from 3"), (2, 2, "2 forums, as before")],
)
def test_direction_words_follow_the_sign(before: int, after: int, words: str) -> None:
    the_office()
    speeding = PriorityTopicFactory.create(code="speeding", name="Speeding")
    for day, count in ((date(2017, 11, 1), before), (date(2018, 2, 1), after)):
        for _ in range(count):
            meeting = ForumMeetingFactory.create(held_on=day, priorities_outcome="agreed")
            meeting.priorities.create(position=1, topic=speeding, wording="Cars")
    assert _texts(_composed(), "priorities")[0] == f"Speeding was the commonest priority: {words}."


def test_compose_of_an_empty_quarter_says_so_in_words() -> None:
    the_office()
    edition = _composed(Audience.RESTRICTED)
    said = {section["key"]: _texts(edition, section["key"])[0] for section in edition["sections"]}
    assert said | {"about": ""} == {
        "summary": "Nothing is recorded for January to March 2018.",
        "priorities": "No priority was recorded for January to March 2018, nor for October to December 2017.",
        "meetings": "No community forum was active.",
        "reports": "No forum met in the quarter, so no report was expected.",
        "vacancies": "No community forum was active, so none lacked an ambassador.",
        "concerns": "No concern was raised in the quarter, and none was left from before.",
        "tensions": "No community tension was reported in the quarter, and none was left from before.",
        "good-news": "No good news was reported in the quarter.",
        "objectives": "No objective for every ambassador was running in the quarter.",
        "contacts": "No key contact is recorded.",
        "about": "",
    }
    assert render_pdf(quarterly_report.html(edition)).pages >= 2


def test_compose_marks_what_is_invented() -> None:
    a_quarter()
    OfficeProfile.objects.update(is_sample=True)
    ForumMeeting.objects.filter(held_on=date(2018, 3, 1)).update(is_synthetic=True)
    edition = _composed()
    assert edition["is_specimen"] is True
    assert ["Status", "Specimen. Rows marked invented are not records of any office."] in edition["cover"]["facts"]
    assert edition["cover"]["version"] == "Specimen version 1"
    assert [row[0] for row in _table(edition, "What each forum agreed")] == ["Ashby", "Brook\u00a0*"]
    assert "Rows marked * are invented for the sample." in quarterly_report.canonical(edition)


def test_compose_without_an_office_says_what_to_load() -> None:
    with pytest.raises(DomainError, match="load_office"):
        _composed()


def test_compose_takes_the_day_the_books_closed_when_asked_for_later() -> None:
    a_quarter()
    report = QuarterlyReportFactory.build()
    assert quarterly_report.compose(report, audience=Audience.PUBLIC, at=BUILT_AT)["as_at"] == "2018-04-20"
    assert quarterly_report.compose(report, audience=Audience.PUBLIC, at=BEYOND)["as_at"] == "2018-04-28"
    report.as_at = date(2018, 6, 1)
    assert quarterly_report.compose(report, audience=Audience.PUBLIC, at=BEYOND)["as_at"] == "2018-06-01"


def test_compose_caps_a_long_table_and_says_so() -> None:
    the_office()
    district = ForumFactory.create().district
    for _ in range(MOST_ROWS + 5):
        ForumFactory.create(district=district)
    table = _table(_composed(), "Forums without an ambassador")
    assert len(table) == MOST_ROWS
    assert "The first 200 of 206 rows are printed; the office holds the rest." in json.dumps(_composed())


def test_compose_reads_as_many_rows_as_there_are_with_the_same_queries() -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            _composed(Audience.RESTRICTED)
        return len(found)

    a_quarter()
    ObjectiveFactory.create()
    KeyContactFactory.create()
    few = queries()
    for forum in [ForumFactory.create() for _ in range(3)]:
        meeting = ForumMeetingFactory.create(forum=forum, held_on=date(2018, 2, 6), priorities_outcome="agreed")
        meeting.priorities.create(position=1, topic=PriorityTopicFactory.create(), wording="Cars")
        ForumReportFactory.create(accepted=True, forum=forum, met_on=date(2018, 2, 13))
        ConcernFactory.create(forum=forum)
        ConcernFactory.create(forum=forum, kind=ItemKind.TENSION)
        VacancyAdvertFactory.create(forum=forum)
        ObjectiveFactory.create()
        KeyContactFactory.create()
    assert queries() == few


def test_compose_of_a_later_version_says_what_changed() -> None:
    a_quarter()
    edition = _composed(version=3, change_note="The count for Ashby was corrected.")
    assert _texts(edition, "purpose")[0] == (
        "This is version 3 and replaces version 2. What changed: The count for Ashby was corrected."
    )


def test_compose_for_another_office_names_nothing_of_the_sample() -> None:
    a_quarter()
    for audience in Audience:
        html = quarterly_report.html(_composed(audience))
        assert "Westshire" in html
        assert "Warwick" not in html


# --- the year -----------------------------------------------------------------------------------------


def _year(**fields: Any) -> dict[str, Any]:
    report = QuarterlyReport(kind=ReportKind.AMBASSADORS_ANNUAL, year=2018, version=1, requested_at=BUILT_AT, **fields)
    return quarterly_report.compose(report, audience=Audience.PUBLIC, at=BEYOND)


def test_compose_of_a_year_has_the_schemes_sections() -> None:
    a_quarter()
    edition = _year()
    assert [section["key"] for section in edition["sections"]] == [
        "overview",
        "priorities",
        "concerns",
        "good-news",
        "reports",
        "objectives",
        "contacts",
        "about",
    ]
    assert edition["name"] == "ambassadors-annual-report-2018"
    assert _table(edition, "Appointments and people") == [
        ["Active forums", 3, 3],
        ["Appointments held", 2, 2],
        ["People who hold them", 2, 2],
        ["People with more than one", 0, 0],
    ]


def test_compose_of_a_year_compares_the_periods_asked_for() -> None:
    a_quarter()
    assert _table(_year(), "Priorities set")[0] == ["Speeding", 1, 0, "−1", "Speeding"]
    asked = _year(periods="2017-10-01:2017-12-31 2018-01-01:2018-03-31")
    assert _table(asked, "Priorities set")[0] == ["Speeding", 0, 1, "+1", "Speeding"]


# --- what the public may not read ---------------------------------------------------------------------


def test_public_edition_holds_nothing_restricted_anywhere() -> None:
    a_quarter()
    public = _composed()
    html = quarterly_report.html(public)
    pdf = render_pdf(html).content
    inspection = Inspection(pdf)
    page = render_to_string("panel/parts/section.html", {"section": quarterly_report.view(public).sections[5]})
    everything = [
        quarterly_report.canonical(public),
        html,
        page,
        all_text(pdf),
        str(inspection.bookmarks()),
        str(dict(inspection.pdf.docinfo)),
        inspection.pdf.Root["/Metadata"].read_bytes().decode(),
        "".join(str(tag.element.get("/Alt", "")) for tag in inspection.tags),
        pdf.decode("latin-1"),
    ]
    assert [part[:80] for part in everything if CANARY.casefold() in part.casefold()] == []
    restricted = _composed(Audience.RESTRICTED)
    assert quarterly_report.canonical(restricted).count(f"{CANARY} and neighbours") == 2


def test_public_edition_is_the_same_with_and_without_restricted_records() -> None:
    a_quarter(restricted=False)
    without = quarterly_report.canonical(_composed())
    ConcernFactory.create(kind=ItemKind.TENSION, text=CANARY, forum=ForumMeeting.objects.earliest("pk").forum)
    assert quarterly_report.canonical(_composed()) == without


def test_public_edition_is_composed_without_selecting_a_restricted_row() -> None:
    a_quarter()
    with CaptureQueriesContext(connection) as found:
        _composed()
    concerns = [query["sql"] for query in found if '"ambassadors_concern"."text"' in query["sql"]]
    assert concerns
    assert [sql for sql in concerns if 'NOT "ambassadors_concern"."is_restricted"' not in sql] == []


def test_assemble_refuses_a_restricted_section_in_a_public_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Callable[[], Any]] = []
    monkeypatch.setattr(
        "tests.factories.panel.assemble",
        lambda identity, **_: made.append(
            lambda: assemble(identity, purpose=[], sections=[Section("x", "X", (Text("x"),), restricted=True)])
        ),
    )
    contents(QuarterlyReportFactory.build(), Audience.PUBLIC)
    with pytest.raises(ValueError, match="cannot stand in a public edition"):
        made[0]()


# --- the document -------------------------------------------------------------------------------------


@pytest.mark.parametrize("audience", list(Audience))
def test_html_prints_as_accessible_pdf(audience: Audience) -> None:
    a_quarter()
    made = _composed(audience)
    rendered = render_pdf(quarterly_report.html(made), office_colour=made["office_colour"])
    assert_accessible(rendered.content, title="Quarterly report, January to March 2018")
    text = all_text(rendered.content)
    assert "Westshire Police and Crime Panel" in text
    assert f"Page {rendered.pages} of {rendered.pages}" in text
    assert ("RESTRICTED." in text) is (audience is Audience.RESTRICTED)
    assert ("Paragraph 7 of Part 1" in text) is (audience is Audience.RESTRICTED)
    assert "<script>checks</script>" in "".join(text.split())  # a narrow column breaks the line where it must
    assert "past</b> the school & back" in text


def test_html_of_stored_contents_prints_the_same_bytes() -> None:
    a_quarter()
    made = _composed()
    stored = json.loads(json.dumps(made))
    first, second = (render_pdf(quarterly_report.html(one)) for one in (made, stored))
    assert first.sha256 == second.sha256
    assert quarterly_report.digest(stored) == quarterly_report.digest(made)


def test_html_keeps_what_people_typed_as_text() -> None:
    a_quarter()
    html = quarterly_report.html(_composed())
    assert "<script>" not in html
    assert "When do &lt;script&gt;checks&lt;/script&gt; begin?" in html
    assert "<b>past</b>" not in html


def test_template_version_is_a_digest_of_templates_and_style() -> None:
    quarterly_report.template_version.cache_clear()
    first = quarterly_report.template_version()
    quarterly_report.template_version.cache_clear()
    assert quarterly_report.template_version() == first
    assert len(first) == 64


def test_figures_of_the_quarter_before_stand_as_long_after_its_end() -> None:
    a_quarter()
    ForumReportFactory.create(
        submitted=True,
        met_on=date(2017, 11, 28),
        due_on=date(2017, 12, 12),
        submitted_at=datetime(2018, 1, 25, tzinfo=UTC),
        forum=ForumMeeting.objects.earliest("held_on").forum,
    )
    figures = {
        figure["key"]: figure
        for section in _composed()["sections"]
        if section["key"] == "reports"
        for figure in section["figures"]
    }
    then = figures["reports-missing-then"]
    assert (then["as_at"], then["value"]) == (str(date(2017, 12, 31) + timedelta(days=20)), 1)
