"""Loading monthly figures: received, written whole or not at all, replaced on purpose only, problems by line."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import connection

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from performance import operations, tasks
from performance.enums import LoadKind, LoadState
from performance.models import Load, Observation, QuarterFigure, Series
from performance.operations.loading import files as store
from performance.operations.loading import findings, running
from tests.factories.performance import LoadFactory, ObservationFactory, SeriesFactory
from tests.performance.files import (
    ALL_HEADINGS,
    AT,
    FORCE,
    HEADINGS,
    LATER,
    counts,
    csv_of,
    figures,
    kept_everywhere,
    loaded,
    messages,
    of_force,
    problems,
    received,
    stale,
    workbook_of,
)

pytestmark = pytest.mark.django_db
SERIES = "Robbery, Westshire force area"
SAVE_AGAIN = "Open it, save it again as an Excel workbook (.xlsx), and choose the new file."
IN_PLACE = "To put the new figure in its place, load the file again and say why."
TELL = "Tell whoever runs the server, and try again."
AGAIN = "Try again; if it stops again, tell whoever runs the server: the log says where."


@pytest.fixture(autouse=True)
def _robbery(db: None) -> None:
    kept_everywhere(districts=False)


def stored() -> list[str]:
    """The files in the store."""
    return sorted(path.suffix for path in Path(settings.DOCUMENTS_DIR).rglob("*") if path.is_file())


# --- What is received --------------------------------------------------------------------------------


def test_receive_load_keeps_the_file_under_a_name_of_its_own(performance_officer: User) -> None:
    content = csv_of(*of_force(34))

    load = received(content, name="C:\\force\\q3.csv", by=performance_officer)

    assert load.file_name == "q3.csv"
    assert load.file.name.startswith("performance/loads/")
    assert "q3" not in load.file.name
    assert load.file.read() == content
    load.file.close()
    assert (load.state, load.size, load.kind, load.requested_by, load.requested_at, load.is_synthetic) == (
        LoadState.QUEUED, len(content), LoadKind.OBSERVATIONS, performance_officer, AT, False,
    )  # fmt: skip
    assert Path(load.file.path).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (b"", "q3.csv", "The file is empty. Choose the file that holds the figures."),
        (b"MZ\x90\x00", "q3.csv", "It is a program, whatever its name says. Choose a CSV file or an .xlsx workbook."),
        (b"#!/bin/sh\n", "q3.csv", "It is a program, whatever its name says. Choose a CSV file or an .xlsx workbook."),
        (b"%PDF-1.7\x00", "q3.csv", "The file is not text. Choose a CSV file or an .xlsx workbook."),
        (
            csv_of(), "q3.pdf",
            "Its name ends neither in .csv nor in .xlsx. Save the sheet as one of the two.",
        ),
        (
            csv_of(), "q3",
            "Its name ends neither in .csv nor in .xlsx. Save the sheet as one of the two.",
        ),
        (
            csv_of(), "q3.xlsx",
            "Its name says an .xlsx workbook, but it is a CSV file. Save it again as an .xlsx workbook.",
        ),
        (
            workbook_of(), "q3.csv",
            "Its name says a CSV file, but it is an .xlsx workbook. Save it again as a CSV file.",
        ),
        (
            b"PK\x03\x04 and no more", "q3.xlsx",
            f"This workbook cannot be read. {SAVE_AGAIN}",
        ),
    ],
)  # fmt: skip
def test_receive_load_refuses_what_is_no_file_of_figures(content: bytes, name: str, message: str) -> None:
    with pytest.raises(DomainError) as refused:
        received(content, name=name)

    assert (refused.value.message, refused.value.field) == (f"'{name}' was not loaded. {message}", "file")
    assert (stored(), Load.objects.count()) == ([], 0)


def test_receive_load_gives_up_a_file_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "LIMIT_BYTES", 1024 * 1024)

    with pytest.raises(DomainError, match="It is larger than 1 MB"):
        received(csv_of(*of_force(34)) + b" " * 1024 * 1024)

    assert stored() == []


def test_receive_load_needs_the_permission(treasurer: User) -> None:
    with pytest.raises(DomainError, match="Your role does not let you load figures"):
        received(csv_of(*of_force(34)), by=treasurer)

    assert stored() == []


@pytest.mark.parametrize(
    ("options", "message", "field"),
    [
        ({"replaces": " "}, "Say why figures are replaced.", "reason"),
        ({"kind": LoadKind.STREET_LEVEL}, "Choose the file that says which district each LSOA lies in.", "lookup_file"),
        (
            {"lookup": b"E01000001,North\n"},
            "Only street-level data needs a file of LSOAs. Leave it out.",
            "lookup_file",
        ),
    ],
)
def test_receive_load_says_what_is_missing(options: dict[str, Any], message: str, field: str) -> None:
    with pytest.raises(DomainError) as refused:
        received(csv_of(*of_force(34)), **options)

    assert (refused.value.message, refused.value.field) == (message, field)


def test_receive_load_of_a_very_file_that_is_loaded_changes_nothing(performance_officer: User) -> None:
    content = csv_of(*of_force(34))
    first = loaded(content, by=performance_officer)

    again = received(content, name="other name.csv", at=LATER)

    assert (again, again.state) == (first, LoadState.LOADED)
    assert operations.was_loaded(again) == (
        "This very file was loaded on 12 January 2018, 9am by Vera Winter: nothing changes."
    )
    assert (Load.objects.count(), stored()) == (1, [".csv"])


def test_receive_load_of_a_very_file_that_waits_gives_the_same_load() -> None:
    content = csv_of(*of_force(34))

    assert received(content) == received(content)
    assert stored() == [".csv"]


def test_receive_load_in_background_tells_a_worker(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    told: list[int] = []
    monkeypatch.setattr(tasks, "nudge", lambda *, load_id: told.append(load_id))
    kept = store.keep  # the file is kept as ever

    with django_capture_on_commit_callbacks(execute=True):
        load = operations.receive_load(file=_Pieces(csv_of(*of_force(34))), name="q3.csv", by=None, at=AT)

    assert (told, kept is store.keep) == ([load.pk], True)
    load.refresh_from_db()
    assert load.nudged_at is None


class _Pieces:
    """A file that is handed over a few bytes at a time."""

    def __init__(self, content: bytes) -> None:
        self._left = content

    def read(self, size: int = -1, /) -> bytes:
        piece, self._left = self._left[:7], self._left[7:]
        return piece


# --- What is written ---------------------------------------------------------------------------------


def test_run_load_writes_every_row_with_its_line_and_marks_the_series() -> None:
    load = loaded(
        csv_of(
            "Robbery,Westshire force area,2017-10,34,count,table,,,,provisional,",
            'ROBBERY,E23000099,Nov-17,"1,037",count,table,,,,,a remark',
            "robbery,NORTH POLICING AREA,2017-12,,count,letter,,,,not available,because the system changed",
            headings=ALL_HEADINGS,
        )
    )

    assert counts(load) == (LoadState.LOADED, 3, 3, 0, 0, 0, 0)
    assert (load.finished_at, load.lease_until, load.progress_text, load.attempts) == (AT, None, "", 1)
    assert figures() == [
        (SERIES, "2017-10", "34", "provisional", 2, True),
        (SERIES, "2017-11", "1037", "value", 3, True),
        ("Robbery, North policing area", "2017-12", "", "not_available", 4, True),
    ]
    assert list(Observation.objects.order_by("line").values_list("note", "source", "load")) == [
        ("", "table", load.pk),
        ("a remark", "table", load.pk),
        ("because the system changed", "letter", load.pk),
    ]
    assert stale() == {SERIES: "2017-10", "Robbery, North policing area": "2017-12"}


def test_run_load_leaves_an_earlier_mark_of_a_series() -> None:
    Series.objects.filter(force_area__isnull=False).update(stale_from=date(2015, 1, 1))

    loaded(csv_of(*of_force(34)))

    assert stale() == {SERIES: "2015-01"}


def test_run_load_reads_a_workbook() -> None:
    load = loaded(
        workbook_of(
            ["Robbery", FORCE, date(2017, 10, 1), 34, "count", "table"], ["Robbery", FORCE, "2017-11", 37, "count", "x"]
        ),
        name="q3.xlsx",
    )

    assert counts(load) == (LoadState.LOADED, 2, 2, 0, 0, 0, 0)
    assert [row[1:3] for row in figures()] == [("2017-10", "34"), ("2017-11", "37")]


def test_run_load_marks_invented_figures() -> None:
    loaded(csv_of(*of_force(34)), is_synthetic=True)

    assert list(Observation.objects.values_list("is_synthetic", flat=True)) == [True]


def test_run_load_keeps_numerator_denominator_and_people_asked() -> None:
    kept_everywhere("Satisfaction", districts=False, survey=True, code="satisfaction")

    load = loaded(
        csv_of(
            f'Satisfaction,{FORCE},2017-10,85.6,"percent, rolling 6 months",survey,243,284,284,,', headings=ALL_HEADINGS
        )
    )

    assert counts(load) == (LoadState.LOADED, 1, 1, 0, 0, 0, 0)
    assert list(Observation.objects.values_list("value", "numerator", "denominator", "n")) == [
        (Decimal("85.6"), 243, 284, 284)
    ]


def test_run_load_refuses_every_error_and_writes_nothing() -> None:
    load = loaded(
        csv_of(
            f"Robery,{FORCE},2017-10,34,count,table",
            f"Robbery,{FORCE},2017-13,34,count,table",
            f"Robbery,{FORCE},2017-11,3 + 1,count,table",
            'Robbery,North,2017-11,"151,36",count,table',
            "Robbery,Easton,2017-11,4,count,table",
            *of_force(37, first="2017-12"),
        )
    )

    assert counts(load) == (LoadState.REFUSED, 1, 0, 0, 0, 6, 0)
    assert problems(load) == [
        ("error", 2, "measure", "Robery",
         "This is not a known measure. Did you mean 'Robbery'? Correct it, or add the measure first."),
        ("error", 3, "month", "2017-13", "There is no month 13. Write it as 2017-10 or October 2017."),
        ("error", 4, "value", "3 + 1", "This is a sum or a range. Write the one number that is meant."),
        ("error", 5, "area", "North",
         "This could be 'North policing area' or 'North district'. Write the one you mean, letter for letter."),
        ("error", 5, "value", "151,36",
         "A comma separates thousands, as in 15,136, and a full stop decimals, as in 151.36. Write the one you mean."),
        ("error", 6, "area", "Easton",
         "This measure is not kept for this area. Correct the area, or add it to the measure first."),
    ]  # fmt: skip
    assert (figures(), stale(), load.finished_at) == ([], {}, AT)


def test_run_load_keeps_the_first_problems_and_counts_them_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("performance.operations.loading.reading.MOST_KEPT", 2)

    load = loaded(csv_of(*of_force(*range(5), measure="Arson")))

    assert (load.error_count, [line for line, _ in messages(load)]) == (5, [2, 3])


def test_problem_that_is_too_long_for_its_column_is_shortened() -> None:
    assert [findings.shortened("x" * length, "column") for length in (60, 61)] == ["x" * 60, "x" * 59 + "…"]


# --- What was there already --------------------------------------------------------------------------


def test_run_load_of_other_content_counts_what_is_here_as_unchanged() -> None:
    loaded(csv_of(*of_force(34, 37)))

    load = loaded(csv_of(*of_force(34, 37, 26)).replace(b"table", b"letter"), at=LATER)

    assert counts(load) == (LoadState.LOADED, 3, 1, 0, 2, 0, 0)
    assert figures() == [
        (SERIES, "2017-10", "34", "value", 2, True),
        (SERIES, "2017-11", "37", "value", 3, True),
        (SERIES, "2017-12", "26", "value", 4, True),
    ]


def test_run_load_fills_months_before_between_and_after() -> None:
    loaded(csv_of(*of_force(34), *of_force(26, first="2017-12")))

    load = loaded(csv_of(*of_force(31, 34, 37, 26, 28, first="2017-09")), at=LATER)

    assert counts(load) == (LoadState.LOADED, 5, 3, 0, 2, 0, 0)
    assert [row[1:3] for row in figures()] == [
        ("2017-09", "31"), ("2017-10", "34"), ("2017-11", "37"), ("2017-12", "26"), ("2018-01", "28"),
    ]  # fmt: skip


def test_run_load_in_any_order_writes_the_same() -> None:
    rows = of_force(34, 37, 26, 28, 31)

    load = loaded(csv_of(rows[2], rows[0], rows[4], rows[3], rows[1]))

    assert counts(load) == (LoadState.LOADED, 5, 5, 0, 0, 0, 0)
    assert [row[1:3] + row[4:5] for row in figures()] == [
        ("2017-10", "34", 3), ("2017-11", "37", 6), ("2017-12", "26", 2), ("2018-01", "28", 5), ("2018-02", "31", 4),
    ]  # fmt: skip


def test_run_load_with_nothing_new_changes_nothing() -> None:
    loaded(csv_of(*of_force(34, 37)))
    Series.objects.update(stale_from=None)

    load = loaded(csv_of(*of_force(37, first="2017-11")), at=LATER)

    assert counts(load) == (LoadState.LOADED, 1, 0, 0, 1, 0, 0)
    assert (len(figures()), stale()) == (2, {})


def test_run_load_refuses_figures_that_differ_with_both_values_and_lines() -> None:
    first = loaded(csv_of(*of_force(34, 37)))

    load = loaded(csv_of(*of_force(26, first="2017-12"), *of_force(35, 37)), name="revised.csv", at=LATER)

    assert counts(load) == (LoadState.REFUSED, 3, 0, 0, 0, 1, 0)
    assert load.difference_count == 1
    assert problems(load) == [
        (
            "error", 3, "value", "35",
            f"{SERIES}, October 2017: 35 here, but 34 was loaded on 12 January 2018 (figures.csv, line 2). {IN_PLACE}",
        )
    ]  # fmt: skip
    assert [(found.series.measure.name, found.month) for found in load.problems.all() if found.series] == [
        ("Robbery", date(2017, 10, 1))
    ]
    assert [row[2] for row in figures()] == ["34", "37"]
    assert first.observations.count() == 2


@pytest.mark.parametrize(
    ("before", "after", "column", "said"),
    [
        ("34,count,table,,,,,", "34,count,table,,,,provisional,", "value", ("34 (provisional)", "34")),
        ("34,count,table,,,,provisional,", "34,count,table,,,,,", "value", ("34", "34 (provisional)")),
        ("34,count,table,,,,,", ",count,table,,,,not available,moved", "value", ("not available", "34")),
        (",count,table,,,,not available,moved", "34,count,table,,,,,", "value", ("34", "not available")),
        ("34,count,table,,,,,", "34,count,table,17,50,,,", "numerator", ("numerator 17", "numerator none")),
        ("34,count,table,17,50,,,", "34,count,table,17,51,,,", "denominator", ("denominator 51", "denominator 50")),
    ],
)
def test_run_load_refuses_what_else_differs(before: str, after: str, column: str, said: tuple[str, str]) -> None:
    start = f"Robbery,{FORCE},2017-10,"
    loaded(csv_of(start + before, headings=ALL_HEADINGS))

    load = loaded(csv_of(start + after, headings=ALL_HEADINGS), at=LATER)

    assert load.difference_count == 1
    ((_, line, of_column, found, message),) = [each for each in problems(load) if each[0] == "error"]
    assert (line, of_column, found) == (2, column, said[0])
    assert f"October 2017: {said[0]} here, but {said[1]} was loaded on 12 January 2018" in message


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("34,count,table,17,50,,,", "34,count,table,,,,,"),  # what a file does not say is no difference
        ("34,count,table,,,,,", "34,count,letter,,,,revised,a remark"),
        (",count,table,,,,not available,moved", ",count,table,,,,not available,still moved"),
    ],
)
def test_run_load_takes_these_for_the_same_figure(before: str, after: str) -> None:
    start = f"Robbery,{FORCE},2017-10,"
    loaded(csv_of(start + before, headings=ALL_HEADINGS))

    assert counts(loaded(csv_of(start + after, headings=ALL_HEADINGS), at=LATER))[:6] == (
        LoadState.LOADED,
        1,
        0,
        0,
        1,
        0,
    )


def test_run_load_replaces_on_purpose_and_keeps_what_was_published() -> None:
    loaded(csv_of(*of_force(34, 37, 26)))

    load = loaded(
        csv_of(
            f"Robbery,{FORCE},2017-10,35,count,table,,,,,",
            f"Robbery,{FORCE},2017-11,38,count,table,,,,provisional,",
            f"Robbery,{FORCE},2017-12,26,count,table,,,,,",
            f"Robbery,{FORCE},2018-01,28,count,table,,,,,",
            headings=ALL_HEADINGS,
        ),
        replaces="The force revised them",
        at=LATER,
    )

    assert counts(load) == (LoadState.LOADED, 4, 1, 2, 1, 0, 0)
    assert (load.replaces, load.reason) == (True, "The force revised them")
    assert figures() == [
        (SERIES, "2017-10", "34", "value", 2, False),
        (SERIES, "2017-10", "35", "revised", 2, True),
        (SERIES, "2017-11", "37", "value", 3, False),
        (SERIES, "2017-11", "38", "provisional", 3, True),
        (SERIES, "2017-12", "26", "value", 4, True),
        (SERIES, "2018-01", "28", "value", 5, True),
    ]
    assert list(load.superseded_observations.values_list("value", flat=True).order_by("value")) == [34, 37]
    again = loaded(csv_of(*of_force(35, 38, 26)), at=LATER)
    assert [message for _, message in messages(again)][:1] != []
    assert again.difference_count == 1  # what was provisional is now said for certain


def test_run_load_of_a_very_file_again_on_purpose_puts_it_back() -> None:
    content = csv_of(*of_force(34))
    loaded(content)
    loaded(csv_of(*of_force(35)), replaces="Revised", at=LATER)

    load = loaded(content, replaces="The revision was wrong", at=LATER)

    assert counts(load) == (LoadState.LOADED, 1, 0, 1, 0, 0, 0)
    assert [(row[2], row[3], row[5]) for row in figures()] == [
        ("34", "value", False), ("35", "revised", False), ("34", "revised", True),
    ]  # fmt: skip


def test_run_load_refuses_duplicates_by_both_lines_whichever_way_they_came() -> None:
    rows = of_force(34, 37)

    load = loaded(csv_of(rows[0], rows[1], rows[1], rows[0], rows[0].replace("34", "35")))

    assert counts(load) == (LoadState.REFUSED, 5, 0, 0, 0, 3, 0)
    assert load.difference_count == 0
    assert problems(load) == [
        (
            "error", line, "month", month,
            f"Line {first} already gives Robbery, Westshire force area, for {month}. Delete the line that is wrong.",
        )
        for line, first, month in ((4, 3, "November 2017"), (5, 2, "October 2017"), (6, 2, "October 2017"))
    ]  # fmt: skip
    assert figures() == []


def test_run_load_refuses_duplicates_of_figures_that_are_here() -> None:
    loaded(csv_of(*of_force(34)))
    row = of_force(35)[0]

    load = loaded(csv_of(row, row), replaces="Revised", at=LATER)

    assert [line for line, _ in messages(load)] == [3]
    assert [row[2] for row in figures()] == ["34"]


# --- Ends --------------------------------------------------------------------------------------------


def test_run_load_does_nothing_for_a_load_that_is_done_or_gone() -> None:
    load = loaded(csv_of(*of_force(34)))

    assert [operations.run_load(load_id=ident, at=LATER) for ident in (load.pk, 0)] == [None, None]


def test_run_load_refuses_the_second_of_two_loads_of_one_file() -> None:
    content = csv_of(*of_force(34))
    second = received(content)
    Load.objects.filter(pk=second.pk).update(sha256="0" * 64)  # so that the first is not taken for it
    loaded(content)
    Load.objects.filter(pk=second.pk).update(sha256=Load.objects.exclude(pk=second.pk).get().sha256)

    done = operations.run_load(load_id=second.pk, at=LATER)

    assert done is not None
    assert counts(done) == (LoadState.REFUSED, 0, 0, 0, 0, 1, 0)
    assert messages(done) == [(None, "This very file was loaded on 12 January 2018, 9am: nothing changes.")]


def test_run_load_fails_with_a_reason_where_the_kept_copy_is_gone() -> None:
    load = received(csv_of(*of_force(34)))
    Path(load.file.path).unlink()

    done = operations.run_load(load_id=load.pk, at=LATER)

    assert done is not None
    assert (done.state, done.failure, done.finished_at) == (
        LoadState.FAILED,
        f"The kept copy of the file could not be read (No such file or directory). {TELL}",
        LATER,
    )
    assert counts(done)[1:] == (None, 0, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (DomainError("Do this."), "Do this."),
        (
            SoftTimeLimitExceeded(),
            "The load took too long and was stopped. Split the file by year, and load the parts one by one.",
        ),
        (
            OSError(),
            f"The kept copy of the file could not be read (no reason given). {TELL}",
        ),
        (
            RuntimeError("of a restricted measure"),
            f"The load stopped on an unexpected fault (RuntimeError). {AGAIN}",
        ),
    ],
)
def test_run_load_says_why_it_failed_and_logs_only_where(
    error: Exception, reason: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def stop(**_: object) -> None:
        raise error

    monkeypatch.setattr(running, "check_figures", stop)

    done = loaded(csv_of(*of_force(34)))

    assert (done.state, done.failure, figures()) == (LoadState.FAILED, reason, [])
    assert "restricted measure" not in caplog.text
    assert "test_operations_loading.py" in caplog.text


def test_run_load_fails_in_words_where_the_database_keeps_a_figure_out() -> None:
    load = received(csv_of(*of_force(34)))
    with connection.cursor() as cursor:  # another rule than those the parser knows
        cursor.execute("ALTER TABLE performance_observation ADD CONSTRAINT odd CHECK (value < 10)")

    done = operations.run_load(load_id=load.pk, at=LATER)

    assert done is not None
    assert (done.state, done.failure.startswith("The database kept a figure out. ")) == (LoadState.FAILED, True)
    assert figures() == []


def test_run_load_gives_up_after_three_stops() -> None:
    load = received(csv_of(*of_force(34)))
    Load.objects.filter(pk=load.pk).update(state=LoadState.LOADING, lease_until=AT, attempts=3)

    assert operations.run_load(load_id=load.pk, at=LATER) is None

    load.refresh_from_db()
    assert (load.state, load.failure, load.finished_at) == (LoadState.FAILED, running.STOPPED, LATER)


def test_run_load_leaves_a_load_whose_lease_still_runs() -> None:
    load = received(csv_of(*of_force(34)))
    Load.objects.filter(pk=load.pk).update(state=LoadState.LOADING, lease_until="2999-01-01T00:00Z", attempts=1)

    assert operations.run_load(load_id=load.pk, at=LATER) is None
    assert figures() == []


def test_run_load_leaves_everything_to_a_worker_that_took_over(monkeypatch: pytest.MonkeyPatch) -> None:
    def take_over(**_: object) -> None:
        Load.objects.update(attempts=2)

    monkeypatch.setattr(running, "check_figures", take_over)
    load = received(csv_of(*of_force(34)))

    assert operations.run_load(load_id=load.pk, at=LATER) is None
    assert figures() == []


def test_run_load_says_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("performance.operations.loading.writing.TELL_EVERY", 2)
    loaded(csv_of(*of_force(34)))
    load = received(csv_of(*of_force(34, 37, 26)), at=LATER)
    told: list[str] = []

    operations.run_load(load_id=load.pk, at=LATER, tell=told.append)

    assert told == ["3 rows read", "Comparing with the figures that are here", "Checking the figures"]


def test_run_load_of_many_rows_tells_the_planner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("performance.operations.loading.writing.MANY", 2)

    load = loaded(csv_of(*of_force(34, 37, 26)))

    assert counts(load) == (LoadState.LOADED, 3, 3, 0, 0, 0, 0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'performance_observation'")
        assert cursor.fetchone() == (3,)
        cursor.execute("SHOW default_statistics_target")
        assert cursor.fetchone() == ("100",)


# --- Once more ---------------------------------------------------------------------------------------


def test_load_in_place_loads_a_refused_file_once_more(performance_officer: User) -> None:
    loaded(csv_of(*of_force(34)))
    refused = loaded(csv_of(*of_force(35)), name="revised.csv", at=LATER)

    load = operations.load_in_place(load=refused, reason=" Revised ", by=performance_officer, at=LATER)

    assert (load.state, load.replaces, load.reason, load.requested_by) == (
        LoadState.QUEUED, True, "Revised", performance_officer,
    )  # fmt: skip
    assert (load.file.name, load.file_name, load.sha256) == (refused.file.name, "revised.csv", refused.sha256)
    assert operations.load_in_place(load=refused, reason="Pressed twice", by=performance_officer, at=LATER) == load
    operations.run_load(load_id=load.pk, at=LATER)
    assert [(row[2], row[5]) for row in figures()] == [("34", False), ("35", True)]
    refused.refresh_from_db()
    assert refused.state == LoadState.REFUSED


def test_load_in_place_is_for_files_refused_for_differences_alone(performance_officer: User, treasurer: User) -> None:
    first = loaded(csv_of(*of_force(34)))
    mixed = loaded(csv_of(*of_force(35), *of_force(1, measure="Arson")), at=LATER)
    refused = loaded(csv_of(*of_force(36)), at=LATER)

    for load in (first, mixed):
        with pytest.raises(DomainError, match="Only a file refused for nothing but figures that differ"):
            operations.load_in_place(load=load, reason="Revised", by=performance_officer, at=LATER)
    with pytest.raises(DomainError, match="Say why figures are replaced"):
        operations.load_in_place(load=refused, reason=" ", by=performance_officer, at=LATER)
    with pytest.raises(DomainError, match="Your role does not let you"):
        operations.load_in_place(load=refused, reason="Revised", by=treasurer, at=LATER)
    assert Load.objects.count() == 3


def test_retry_load_has_a_failed_load_tried_again(performance_officer: User, treasurer: User) -> None:
    load = received(csv_of(*of_force(34)))
    Load.objects.filter(pk=load.pk).update(
        state=LoadState.FAILED, failure="The disk was full.", finished_at=AT, attempts=3
    )
    load.refresh_from_db()

    with pytest.raises(DomainError, match="Your role does not let you"):
        operations.retry_load(load=load, by=treasurer, at=LATER)
    again = operations.retry_load(load=load, by=performance_officer, at=LATER)

    assert (again.state, again.failure, again.attempts, again.requested_by, again.finished_at) == (
        LoadState.QUEUED, "", 0, performance_officer, None,
    )  # fmt: skip
    with pytest.raises(DomainError, match=r"figures.csv cannot be tried again now: its state is 'queued'."):
        operations.retry_load(load=again, by=performance_officer, at=LATER)
    done = operations.run_load(load_id=load.pk, at=LATER)
    assert done is not None
    assert counts(done)[:3] == (LoadState.LOADED, 1, 1)


def test_headings_alone_are_refused() -> None:
    load = loaded(f"{HEADINGS}\n".encode())

    assert messages(load) == [(1, "There are headings and no rows. Choose the file that holds the figures.")]


def test_loader_is_told_of_no_restricted_measure(performance_officer: User, treasurer: User, give: Any) -> None:
    kept_everywhere("Robberies of banks", districts=False, is_restricted=True, code="banks")
    content = csv_of(*of_force(3, measure="Robberies of banks"))
    uncleared = give(treasurer, "add_load")

    assert loaded(content, by=uncleared).error_count == 1
    assert "banks" not in "".join(message for _, message in messages(Load.objects.get()))
    assert loaded(content, by=performance_officer).state == LoadState.LOADED


def test_other_rows_are_left_alone() -> None:
    other = ObservationFactory.create(series=SeriesFactory.create(measure__name="Other"), load=LoadFactory.create())

    loaded(csv_of(*of_force(34)))

    assert (Observation.objects.filter(pk=other.pk).exists(), QuarterFigure.objects.count()) == (True, 0)
