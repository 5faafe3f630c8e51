"""From the force's file to the summary and its words, as calls. The browser's way to the PDF is test_file_to_pdf.py."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import pytest

from opcc.core.errors import DomainError
from opcc.core.quarters import Quarter
from performance import operations, reporting
from performance.enums import LoadState, ObservationStatus
from performance.models import Load, Measure, Observation, PhaseChange, Series
from tests.factories.panel import the_office
from tests.factories.performance import MeasureFactory, SeriesFactory

pytestmark = pytest.mark.django_db
QUARTER = Quarter(2017, 3)  # October to December 2017
LOADED_AT = datetime(2018, 1, 12, 9, 0, tzinfo=UTC)
WRITTEN_AT = datetime(2018, 1, 15, 9, 0, tzinfo=UTC)
REVISED_AT = datetime(2018, 1, 22, 9, 0, tzinfo=UTC)
AS_AT = date(2018, 2, 1)
HEADING = "measure,area,month,value,unit,source"
OLD_AVERAGE = (18, 22, 20, 19, 21, 20, 23, 17, 20, 22, 18, 20)  # of domain.md's worked example: mean 20
THE_RUN = (34, 30, 36, 33, 31, 35, 32, 33)  # eight in a row above it: mean 33


@pytest.fixture
def series() -> Series:
    the_office()
    return SeriesFactory.create(measure=MeasureFactory.create(code="robbery", name="Robbery"))


def line(month: date, value: object) -> str:
    return f"Robbery,Westshire force area,{month:%Y-%m},{value},count,Monthly return"


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


def said() -> tuple[str, ...]:
    """What a report of today would print."""
    told = reporting.quarter(QUARTER, as_at=AS_AT, include_restricted=False)
    return told.measures[0].commentary


def test_a_file_of_figures_reaches_the_summary(series: Series) -> None:
    values = [*OLD_AVERAGE, *THE_RUN]
    right = [line(month(index), value) for index, value in enumerate(values)]

    # It loads whole; the same file again changes nothing.
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
    assert said() == ("There were 100 offences, no change on the summer.",)

    # A figure that changes is refused until somebody says why; both are kept, and the sentence changes.
    changed = line(month(19), 43)
    assert load(changed, at=REVISED_AT).state == LoadState.REFUSED
    assert load(changed, at=REVISED_AT, reason="Late records of December").superseded == 1
    kept = Observation.objects.filter(month=month(19)).order_by("pk").values_list("value", "status")
    assert list(kept) == [(Decimal(33), ObservationStatus.VALUE.value), (Decimal(43), ObservationStatus.REVISED.value)]
    assert said() == ("There were 110 offences, an increase of 10% on the summer.",)


def _comment(measure: Measure, text: str) -> None:
    commentary = operations.save_commentary(
        measure=measure, quarter=QUARTER, summary="{{ value }} offences", text=text, seen=None, by=None, at=WRITTEN_AT
    )
    operations.publish_commentary(commentary=commentary, by=None, at=WRITTEN_AT)
