"""From the force's file to the Panel's PDF: refused, corrected, loaded, seen to stand out, explained, revised."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import pytest

from opcc.core.errors import DomainError
from opcc.core.quarters import Quarter
from opcc.documents.pdf import render_pdf
from panel import quarterly_report
from panel.enums import Audience
from panel.models import QuarterlyReport
from performance import operations, reporting
from performance.enums import LoadState, ObservationStatus, Severity
from performance.models import Load, Measure, Observation, PhaseChange, Series
from tests.factories.panel import the_office
from tests.factories.performance import MeasureFactory, SeriesFactory
from tests.support.pdf import all_text

pytestmark = pytest.mark.django_db
QUARTER = Quarter(2017, 3)  # October to December 2017
LOADED_AT = datetime(2018, 1, 12, 9, 0, tzinfo=UTC)
WRITTEN_AT = datetime(2018, 1, 15, 9, 0, tzinfo=UTC)
REVISED_AT = datetime(2018, 1, 22, 9, 0, tzinfo=UTC)
AS_AT = datetime(2018, 2, 1, 9, 0, tzinfo=UTC)
HEADING = "measure,area,month,value,unit,source"
OLD_AVERAGE = (18, 22, 20, 19, 21, 20, 23, 17, 20, 22, 18, 20)  # of domain.md's worked example: mean 20
THE_RUN = (34, 30, 36, 33, 31, 35, 32, 33)  # eight in a row above it: mean 33


@pytest.fixture
def series() -> Series:
    the_office()
    return SeriesFactory.create(measure=MeasureFactory.create(code="robbery", name="Robbery"))


def line(month: date, value: object, measure: str = "Robbery") -> str:
    return f"{measure},Westshire force area,{month:%Y-%m},{value},count,Monthly return"


def month(index: int) -> date:
    """May 2016 is the first, December 2017 the twentieth."""
    return date(2016 + (index + 4) // 12, (index + 4) % 12 + 1, 1)


def load(*lines: str, at: datetime, reason: str = "") -> Load:
    content = "\n".join([HEADING, *lines, ""]).encode()
    received = operations.receive_load(
        file=BytesIO(content),
        name="robbery.csv",
        replaces=bool(reason),
        reason=reason,
        in_background=False,
        by=None,
        at=at,
    )
    done = operations.run_load(load_id=received.pk, at=at)
    assert done is not None
    while operations.refresh_summaries(at=at):
        continue
    return done


def report_text() -> str:
    report = QuarterlyReport(year=QUARTER.year, quarter_number=QUARTER.number, requested_at=AS_AT)
    made = quarterly_report.compose(report, audience=Audience.PUBLIC, at=AS_AT)
    return all_text(render_pdf(quarterly_report.html(made), office_colour=made["office_colour"]).content)


def test_a_file_of_figures_reaches_the_panel(series: Series) -> None:
    values = [*OLD_AVERAGE, *THE_RUN]
    right = [line(month(index), value) for index, value in enumerate(values)]

    # Three kinds of fault: nothing is loaded, and each is named by its line.
    wrong = [line(month(0), 18, "Robery"), line(month(1), "3 + 1"), right[2], right[2], *right[4:]]
    refused = load(*wrong, at=LOADED_AT)
    assert (refused.state, refused.created, Observation.objects.count()) == (LoadState.REFUSED, 0, 0)
    errors = refused.problems.filter(severity=Severity.ERROR).order_by("line")
    assert [problem.line for problem in errors] == [2, 3, 5]
    assert "Robbery" in errors[0].message  # the nearest name is offered

    # Corrected, it loads whole; the same file again changes nothing.
    loaded = load(*right, at=LOADED_AT)
    assert (loaded.state, loaded.created) == (LoadState.LOADED, 20)
    again = operations.receive_load(
        file=BytesIO("\n".join([HEADING, *right, ""]).encode()), name="again.csv", by=None, at=WRITTEN_AT
    )
    assert again == loaded

    # The average moved, and the scorecard says so in words.
    card = reporting.scorecard(QUARTER, area=None, include_restricted=False)
    assert card is not None
    (reading,) = card.readings
    assert (reading.headline, reading.letter) == ("Mean raised, 20 to 33", "S")
    moved = PhaseChange.objects.get()
    assert (moved.effective_from, moved.detected_on, moved.old_mean, moved.new_mean) == (
        month(12),
        month(19),
        Decimal(20),
        Decimal(33),
    )

    # Commentary is bound to the figures, and refused where it names none.
    measure = Measure.objects.get()
    with pytest.raises(DomainError, match="valeu"):
        _comment(measure, "There were {{ valeu }} offences.")
    _comment(measure, "There were {{ value }} offences, {{ change }} on the summer.")
    assert "There were 100 offences, no change on the summer." in report_text()

    # A figure that changes is refused until somebody says why; then the sentence changes with it.
    changed = line(month(19), 43)
    assert load(changed, at=REVISED_AT).state == LoadState.REFUSED
    assert load(changed, at=REVISED_AT, reason="Late records of December").superseded == 1
    kept = Observation.objects.filter(month=month(19)).order_by("pk").values_list("value", "status")
    assert list(kept) == [(Decimal(33), ObservationStatus.VALUE.value), (Decimal(43), ObservationStatus.REVISED.value)]
    assert "There were 110 offences, an increase of 10% on the summer." in report_text()


def _comment(measure: Measure, text: str) -> None:
    commentary = operations.save_commentary(
        measure=measure, quarter=QUARTER, summary="{{ value }} offences", text=text, seen=None, by=None, at=WRITTEN_AT
    )
    operations.publish_commentary(commentary=commentary, by=None, at=WRITTEN_AT)
