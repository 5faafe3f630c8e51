"""The sample's own reports, as `manage.py quarterly_report 2017-18Q3` and the annual report print them."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from opcc.console.demo import FOLDER
from opcc.console.operations import load_office
from opcc.core.quarters import Quarter
from opcc.documents.pdf import render_pdf
from panel import quarterly_report
from panel.enums import Audience, ReportKind
from panel.models import QuarterlyReport
from panel.quarterly_report import Json
from tests.support.pdf import assert_accessible, page_pictures, page_texts

pytestmark = pytest.mark.django_db

NOW = datetime(2018, 3, 12, 9, tzinfo=UTC)
EASTMARCH = Path(__file__).resolve().parents[1] / "data" / "offices" / "eastmarch"
OF_WARWICKSHIRE = (
    *("Warwick", "Nuneaton", "Bedworth", "Rugby", "Stratford", "Achterley", "Coleshill", "Kenilworth", "Atherstone"),
    *("E23000017", "01632 960001", "#1d3d6b", "Specimen", "invented", "sample"),
)
LEAST_FILLED = 0.3  # of a page's height: a stub of a table is no page


def _quarterly() -> QuarterlyReport:
    quarter = Quarter(2017, 3)
    return QuarterlyReport(
        year=quarter.year,
        quarter_number=quarter.number,
        requested_at=NOW,
        meeting_on=date(2018, 3, 19),
        agenda_item="4",
    )


def _annual() -> QuarterlyReport:
    return QuarterlyReport(kind=ReportKind.AMBASSADORS_ANNUAL, year=2014, requested_at=NOW)


def _printed(report: QuarterlyReport, audience: Audience) -> tuple[Json, bytes]:
    made = quarterly_report.compose(report, audience=audience, at=NOW)
    return made, render_pdf(quarterly_report.html(made), office_colour=made["office_colour"]).content


def _assert_fit_to_hand_out(made: Json, content: bytes) -> None:
    """No page is a stub, and none ends with a heading whose text is overleaf."""
    titles = {f"{section['number']} {section['title']}" for section in [*made["opening"], *made["sections"]]}
    for number, (text, picture) in enumerate(
        zip(page_texts(content), page_pictures(content, grey=True), strict=True), 1
    ):
        lines = [" ".join(line.split()) for line in text.splitlines()]
        foot = next(
            index for index, line in enumerate(lines) if line.startswith(f"{made['audience'].capitalize()} edition")
        )
        body = [line for line in lines[:foot] if line]
        assert body[-1] not in titles, f"Page {number} ends with the heading '{body[-1]}'"
        height = picture.height
        inked = picture.crop((0, 0, picture.width, int(height * 0.9))).point(lambda grey: 255 * (grey < 200)).getbbox()
        assert inked is not None
        assert inked[3] > height * LEAST_FILLED, f"Page {number} is nearly empty"


def test_reports_of_the_sample_can_be_read_out_and_handed_out() -> None:
    load_office(folder=FOLDER, at=NOW)
    for report, title in (
        (_quarterly(), "Quarterly report, October to December 2017"),
        (_annual(), "Community Safety Ambassadors: annual report 2014"),
    ):
        for audience in Audience:
            made, content = _printed(report, audience)
            assert_accessible(content, title=title)
            _assert_fit_to_hand_out(made, content)


def test_report_of_another_office_carries_nothing_of_the_sample() -> None:
    load_office(folder=EASTMARCH, at=NOW)
    for audience in Audience:
        made, content = _printed(_quarterly(), audience)
        assert_accessible(content)
        shown = " ".join(page_texts(content)) + quarterly_report.html(made)
        assert [word for word in OF_WARWICKSHIRE if word.lower() in shown.lower()] == []
        for own in (
            "Eastmarch Police, Fire and Crime Panel",
            "Report of the Police, Fire and Crime Commissioner for Eastmarch",
            *("Fenside", "Quayside", "Who patrols the moorings at night?"),
        ):
            assert own in shown
