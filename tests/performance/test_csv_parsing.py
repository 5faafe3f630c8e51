"""Observation files: the good rows as COPY takes them, and every fault by line and column."""

import csv
import tracemalloc
from collections.abc import Iterator
from io import BytesIO, StringIO
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from performance.csv_parsing import (
    COPY_COLUMNS,
    Kind,
    Known,
    KnownMeasure,
    ObservationFile,
    Problem,
    Problems,
    Severity,
    cells,
    duplicate,
)
from performance.csv_parsing.cells import FORMULA
from performance.csv_parsing.observation_rows import RowChecker
from performance.csv_parsing.problems import SAVE_AS_CSV

SAMPLE = Path(__file__).parent.parent / "data" / "monthly_performance.csv"
HEADINGS = "measure,area,month,value,unit,source"
ALL_HEADINGS = f"{HEADINGS},numerator,denominator,n,status,note"
ROLLING = "percent, rolling 6 months"
ROBBERY = KnownMeasure(1, ("count",))
SATISFIED = KnownMeasure(2, (ROLLING,), Kind.SHARE)
ABANDONED = KnownMeasure(3, ("percent", "%"), Kind.RATE)
ASB_RATE = KnownMeasure(4, ("rate",), Kind.RATE)
RESPONSE = KnownMeasure(5, ("seconds",), Kind.RATE)
UNDERSPEND = KnownMeasure(6, ("pounds",))
MEASURES = {
    "Robbery": ROBBERY,
    "robbery-total": ROBBERY,
    "Victim satisfaction - whole experience": SATISFIED,
    "Calls abandoned": ABANDONED,
    "ASB": ASB_RATE,
    "Response time": RESPONSE,
    "Underspend": UNDERSPEND,
}
AREAS = {"Warwickshire": 10, "Warwick": 11, "North Warwickshire": 12, "north warwickshire": 13, "E07000222": 11}
SERIES = {(measure, area): 100 * measure + area for measure in range(1, 10) for area in (10, 11, 12, 13)}
KNOWN = Known(MEASURES, AREAS, SERIES)
NO_STATUS = (
    "This is not a status. Write 'value', 'provisional', 'revised' or 'not available'; leave it empty for a value."
)
GOOD = "Robbery,Warwick,2017-10,34,count,table"


def as_text(file: ObservationFile) -> str:
    """The lines for COPY, each of which begins with its line, its series and its period."""
    lines: list[str] = []
    for series, months, block in file.blocks():
        assert [line.split("\t")[1:3] for line in block] == [list(pair) for pair in zip(series, months, strict=True)]
        lines += block
    return "".join(f"{line}\n" for line in lines)


def read(content: str | bytes, known: Known = KNOWN, **options: int) -> tuple[str, Problems]:
    raw = content.encode() if isinstance(content, str) else content
    file = ObservationFile(BytesIO(raw), known, **options)
    text = as_text(file)
    assert text.count("\n") == file.row_count
    return text, file.problems


def errors(content: str | bytes) -> list[Problem]:
    """The errors of a file of which no row is good."""
    text, problems = read(content)
    assert (text, problems.error_count) == ("", len(problems.errors))
    return problems.errors


def fault(row: str, headings: str = HEADINGS) -> Problem:
    """The only fault of a row that stands between two good ones."""
    good = GOOD + "," * (headings.count(",") - GOOD.count(","))
    text, problems = read(f"{headings}\n{good}\n{row}\n{good}\n")
    assert [line.partition("\t")[0] for line in text.splitlines()] == ["2", "4"]
    (found,) = problems.errors
    assert (found.line, problems.warnings) == (3, [])
    return found


def doubt(row: str) -> Problem:
    text, problems = read(f"{ALL_HEADINGS}\n{row}\n")
    assert (text.count("\n"), problems.errors) == (1, [])
    (found,) = problems.warnings
    return found


def test_sample_file_is_read_whole() -> None:
    rows = list(csv.DictReader(SAMPLE.read_text().splitlines()))
    measures: dict[str, KnownMeasure] = {}
    areas: dict[str, int] = {}
    for row in rows:
        kind = Kind.SHARE if row["unit"].startswith("percent,") else Kind.COUNT
        measures.setdefault(row["measure"], KnownMeasure(len(measures), (row["unit"],), kind))
        areas.setdefault(row["area"], len(areas))

    series = {(measure, area): 100 * measure + area for measure in range(len(measures)) for area in range(len(areas))}

    text, problems = read(SAMPLE.read_bytes(), Known(measures, areas, series))

    assert list(csv.reader(StringIO(text), delimiter="\t")) == [
        [
            *(
                str(line),
                str(100 * measures[row["measure"]].id + areas[row["area"]]),
                f"{row['month']}-01",
                row["value"],
            ),
            *("\\N", "\\N", "\\N", "value", "", row["source"]),
        ]
        for line, row in enumerate(rows, 2)
    ]
    assert (problems.error_count, problems.warning_count) == (0, 20)  # 9 + 9 + 2 shares without n
    assert len(rows) == 183
    assert len(COPY_COLUMNS) == 10


def test_worked_example() -> None:
    """docs/calculations/loading-observations.md."""
    text, problems = read(
        f"{ALL_HEADINGS}\n"
        'Robbery,Warwick,Oct-17,"1,034",count,table,,,,,\n'
        "robery,Warwick,2017-13,3 + 1,count,table,,,,,\n"
        f'Victim satisfaction - whole experience,Warwick,2017-10,84.2,"{ROLLING}",survey,243,284,,,\n'
        "Robbery,Warwick,2017-11,,count,letter,,,,not available,because the system changed\n"
    )

    assert text == (
        "2\t111\t2017-10-01\t1034\t\\N\t\\N\t\\N\tvalue\t\ttable\n"
        "4\t211\t2017-10-01\t84.2\t243\t284\t\\N\tvalue\t\tsurvey\n"
        "5\t111\t2017-11-01\t\\N\t\\N\t\\N\t\\N\tnot_available\tbecause the system changed\tletter\n"
    )
    assert [str(problem) for problem in problems.errors] == [
        "Line 3, measure: This is not a known measure. Did you mean 'Robbery'? Correct it, or add the measure first.",
        "Line 3, month: There is no month 13. Write it as 2017-10 or October 2017.",
        "Line 3, value: This is a sum or a range. Write the one number that is meant.",
    ]
    assert [str(problem) for problem in problems.warnings] == [
        "Line 4, n: Enter how many people answered. Without it the share is shown without its margin of error.",
        "Line 4, value: 243 over 284 comes to 85.6, not 84.2. Check the three figures.",
    ]


def test_columns_may_stand_in_any_order_under_any_capitals() -> None:
    text, problems = read(
        "Source, UNIT ,value,month,Status,area,measure\ntable,Count,34,2017-10,revised,WARWICK,Robbery\n"
    )

    assert text == "2\t111\t2017-10-01\t34\t\\N\t\\N\t\\N\trevised\t\ttable\n"
    assert problems == Problems()


@pytest.mark.parametrize(
    ("measure", "unit"),
    [
        ("Robbery", "count"),
        (" robbery", "COUNT "),
        ("ROBBERY - TOTAL", "count"),
        ("robbery – total", "count"),
        ("Victim  satisfaction – Whole experience", '"Percent,rolling 6 months"'),
        ("calls ABANDONED", "%"),
    ],
)
def test_measure_and_unit_are_known_apart_from_capitals_spaces_and_dashes(measure: str, unit: str) -> None:
    text, problems = read(f"{HEADINGS}\n{measure},E07000222,2017-10,34,{unit},table\n")

    known = next(known for name, known in MEASURES.items() if name[0].casefold() == measure.strip()[0].casefold())
    assert text == f"2\t{known.id}11\t2017-10-01\t34\t\\N\t\\N\t\\N\tvalue\t\ttable\n"
    assert problems.errors == []


@pytest.mark.parametrize(
    ("row", "column", "found", "message"),
    [
        (
            "Theft,Warwick,2017-10,34,count,table",
            "measure",
            "Theft",
            "This is not a known measure. Correct it, or add the measure first.",
        ),
        (
            "Robbery,Warwikshire,2017-10,34,count,table",
            "area",
            "Warwikshire",
            "This is not a known area. Did you mean 'Warwickshire'? Correct it, or add the area first.",
        ),
        (
            "Robbery,NORTH WARWICKSHIRE,2017-10,34,count,table",
            "area",
            "NORTH WARWICKSHIRE",
            "This could be 'North Warwickshire' or 'north warwickshire'. Write the one you mean, letter for letter.",
        ),
        ("Robbery,,2017-10,34,count,table", "area", "", "Enter the name or code of the area."),
        ("=A1,Warwick,2017-10,34,count,table", "measure", "=A1", FORMULA),
        (
            "Robbery,Warwick,2017-10,34,percent,table",
            "unit",
            "percent",
            "The unit of this measure is 'count'. Write that, or check the measure.",
        ),
        (
            "Calls abandoned,Warwick,2017-10,142,percent,table",
            "value",
            "142",
            "This is a percentage, so it is at most 100. Check the figure, or the measure.",
        ),
        (
            "Response time,Warwick,2017-10,-702,seconds,table",
            "value",
            "-702",
            "This cannot be less than nought. Check the figure.",
        ),
        (
            "Robbery,Warwick,2017-10,34,count,",
            "source",
            "",
            "Say where the figure comes from, such as 'table' or the name of the report.",
        ),
    ],
)
def test_row_with_one_fault(row: str, column: str, found: str, message: str) -> None:
    assert fault(row) == Problem(3, column, found, message)


@pytest.mark.parametrize(
    ("row", "column", "found", "message"),
    [
        (
            "Robbery,Warwick,2017-10,34,count,table,,,,not available,because it moved",
            "value",
            "34",
            "The status says that there is no value, and here is one. Empty this cell or change the status.",
        ),
        (
            "Robbery,Warwick,2017-10,,count,table,,,,not available,",
            "note",
            "",
            "Say why there is no value, such as 'because the system changed in October'.",
        ),
        (
            "Robbery,Warwick,2017-10,34,count,table,,,,final,",
            "status",
            "final",
            NO_STATUS,
        ),
        ("Robbery,Warwick,2017-10,34,count,table,,,,,=B2", "note", "=B2", FORMULA),
        (
            "Calls abandoned,Warwick,2017-10,5.0,percent,table,1,2147483648,,,",
            "denominator",
            "2147483648",
            "This is larger than any number of cases can be.",
        ),
        (
            f"Robbery,Warwick,2017-10,34,count,table,,,,,{'x' * 251}",
            "note",
            f"{'x' * 99}…",
            "This has 251 letters, and there is room for 250. Shorten it.",
        ),
        (
            f'Victim satisfaction - whole experience,Warwick,2017-10,84.2,"{ROLLING}",survey,,,0,,',
            "n",
            "0",
            "A value cannot come from nought answers. Enter how many answered, or say that it is not available.",
        ),
        (
            f'Victim satisfaction - whole experience,Warwick,2017-10,84.2,"{ROLLING}",survey,,,28.4,,',
            "n",
            "28.4",
            "This is a count, so it is a whole number. Check the figure, or the measure.",
        ),
        (
            "Calls abandoned,Warwick,2017-10,5.0,percent,table,5,,,,",
            "denominator",
            "",
            "Enter the denominator too, or leave both numerator and denominator empty.",
        ),
        (
            "Calls abandoned,Warwick,2017-10,5.0,percent,table,,100,,,",
            "numerator",
            "",
            "Enter the numerator too, or leave both numerator and denominator empty.",
        ),
        (
            "Calls abandoned,Warwick,2017-10,5.0,percent,table,0,0,,,",
            "denominator",
            "0",
            "Nothing can be divided by nought. Enter the denominator, or leave both empty.",
        ),
        (
            "Calls abandoned,Warwick,2017-10,5.0,percent,table,100,5,,,",
            "numerator",
            "100",
            "The numerator is part of the denominator and cannot be larger. See if they are exchanged.",
        ),
    ],
)
def test_row_with_one_fault_in_an_optional_column(row: str, column: str, found: str, message: str) -> None:
    assert fault(row, ALL_HEADINGS) == Problem(3, column, found, message)


def test_measure_that_is_not_kept_for_an_area_is_refused_there() -> None:
    text, problems = read(
        f"{HEADINGS}\n{GOOD}\nASB,Warwick,2017-10,3,rate,table\n", Known(MEASURES, AREAS, {(1, 11): 5})
    )

    assert text == "2\t5\t2017-10-01\t34\t\\N\t\\N\t\\N\tvalue\t\ttable\n"
    assert problems.errors == [
        Problem(
            3,
            "area",
            "Warwick",
            "This measure is not kept for this area. Correct the area, or add it to the measure first.",
        )
    ]


def test_row_with_many_faults_names_them_all() -> None:
    found = errors(f"{ALL_HEADINGS}\nTheft,Oxford,2017-1,3 + 1,count,,x,y,z,final,=1\n")

    assert [(problem.line, problem.column, problem.found) for problem in found] == [
        (2, "measure", "Theft"),
        (2, "area", "Oxford"),
        (2, "month", "2017-1"),
        (2, "status", "final"),
        (2, "note", "=1"),
        (2, "source", ""),
        (2, "value", "3 + 1"),
        (2, "numerator", "x"),
        (2, "denominator", "y"),
        (2, "n", "z"),
    ]


def test_value_of_an_unknown_measure_may_be_any_number() -> None:
    assert fault("Theft,Warwick,2017-10,-142.5,count,table").column == "measure"


@pytest.mark.parametrize(
    ("row", "column", "found", "message"),
    [
        (
            f'Victim satisfaction - whole experience,Warwick,2017-10,84.2,"{ROLLING}",survey,,,,,',
            "n",
            "",
            "Enter how many people answered. Without it the share is shown without its margin of error.",
        ),
        (
            "ASB,Warwick,2017-10,2.40,rate,table,2023,821000,,,",
            "value",
            "2.40",
            "2023 over 821000 comes to 2.46, not 2.40. Check the three figures.",
        ),
        (
            "Response time,Warwick,2017-10,700,seconds,table,1400,1500,,provisional,",
            "value",
            "700",
            "1400 over 1500 comes to 1, not 700. Check the three figures.",
        ),
    ],
)
def test_row_that_is_doubtful_is_kept_with_a_warning(row: str, column: str, found: str, message: str) -> None:
    assert doubt(row) == Problem(2, column, found, message, Severity.WARNING)


@pytest.mark.parametrize(
    "row",
    [
        "Calls abandoned,Warwick,2017-10,85.6,percent,table,243,284,,,",
        "Calls abandoned,Warwick,2017-10,86,percent,table,243,284,,,",
        "Calls abandoned,Warwick,2017-10,0,percent,table,1,200,,,",  # half of the last figure, rounded to either side
        "Calls abandoned,Warwick,2017-10,1,percent,table,1,200,,,",
        f'Victim satisfaction - whole experience,Warwick,2017-10,85.6,"{ROLLING}",survey,243,284,284,,',
        f'Victim satisfaction - whole experience,Warwick,2017-10,,"{ROLLING}",survey,,,,not available,no survey',
        "Underspend,Warwick,2017-10,-1250.50,pounds,table,,,,,",
    ],
)
def test_row_that_agrees_with_itself_has_no_warning(row: str) -> None:
    text, problems = read(f"{ALL_HEADINGS}\n{row}\n")

    assert (text.count("\n"), problems) == (1, Problems())


def test_measure_times_given_decides_what_the_value_is() -> None:
    known = Known({"Stops": KnownMeasure(9, ("rate per 10,000",), Kind.RATE, times=10_000)}, AREAS, SERIES)

    _, problems = read(f'{ALL_HEADINGS}\nStops,Warwick,2017-10,7.1,"rate per 10,000",table,71,100000,,,\n', known)

    assert problems == Problems()


def test_headings_missing_are_named_with_the_nearest() -> None:
    assert errors("measure,area,months,valu,unit,value \n") == [
        Problem(1, "month", "months", "There is no column 'month'. If 'months' is meant, rename it 'month'."),
        Problem(1, "source", "", "There is no column 'source'. Add it; the first line names the columns."),
    ]


def test_headings_twice_are_refused() -> None:
    assert errors(f"{HEADINGS},Value\n") == [
        Problem(1, "value", "Value", "Two columns are headed 'value'. Keep one, or rename the other.")
    ]


def test_heading_like_an_optional_column_is_refused() -> None:
    assert errors(f"{HEADINGS},numerater\n") == [
        Problem(1, "numerator", "numerater", "'numerater' is not a column. If 'numerator' is meant, rename it.")
    ]


def test_headings_that_nobody_asks_for_are_left_out_with_a_warning() -> None:
    text, problems = read(f"{HEADINGS},comment,\n{GOOD},keep,\n")

    assert text == "2\t111\t2017-10-01\t34\t\\N\t\\N\t\\N\tvalue\t\ttable\n"
    assert problems.warnings == [
        Problem(
            1, "", "comment", "The column 'comment' is not one that is read. Delete it if you can.", Severity.WARNING
        ),
        Problem(1, "", "", "Column 8 has no heading and is not read. Delete it or name it.", Severity.WARNING),
    ]


@pytest.mark.parametrize(("mark", "word"), [(";", "semicolons"), ("\t", "tabs"), ("|", "upright strokes")])
def test_file_with_another_separator_is_refused(mark: str, word: str) -> None:
    heading = HEADINGS.replace(",", mark)

    assert errors(f"{heading}\n") == [Problem(1, "", heading, f"The cells are separated by {word}. {SAVE_AS_CSV}")]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "The file is empty. Choose the file that holds the figures."),
        (b"\xef\xbb\xbf \r\n", "The file is empty. Choose the file that holds the figures."),
        (HEADINGS.encode("utf-16"), f"The file is 'Unicode text' (UTF-16). {SAVE_AS_CSV}"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "The file is an old workbook (.xls), or has a password. Save it as .xlsx without one and choose it again.",
        ),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "The file is not text. Choose a CSV file or an .xlsx workbook."),
        (HEADINGS.encode(), "There are headings and no rows. Choose the file that holds the figures."),
        (HEADINGS.encode() + b"\n\n,,,,,\n", "There are headings and no rows. Choose the file that holds the figures."),
    ],
)
def test_file_that_holds_no_figures_is_refused(content: bytes, message: str) -> None:
    assert errors(content) == [Problem(1, "", "", message)]


def test_file_of_blank_lines_misses_every_column() -> None:
    assert [problem.column for problem in errors(b"\n" * 2000)] == HEADINGS.split(",")


def test_byte_order_mark_is_no_part_of_the_first_heading() -> None:
    text, problems = read(f"\ufeff{HEADINGS}\r\n{GOOD}\r\n")

    assert (text.count("\n"), problems) == (1, Problems())


@pytest.mark.parametrize("cell", ["measure", "source"])
def test_file_in_another_encoding_is_refused_at_its_first_such_line(cell: str) -> None:
    bad = GOOD.replace("Robbery" if cell == "measure" else "table", "Café").encode("cp1252")
    content = b"\n".join([HEADINGS.encode(), GOOD.encode(), bad, bad])

    text, problems = read(content)

    assert text == ""  # nothing of the block in which it stands
    assert problems.errors == [
        Problem(
            3,
            "",
            "Café",
            f"The file is not in UTF-8, but Windows-1252, in which this cell reads 'Café'. {SAVE_AS_CSV}",
        )
    ]


def test_file_in_no_known_encoding_is_refused() -> None:
    assert errors(HEADINGS.encode() + b"\nCaf\x81\n") == [
        Problem(2, "", "Caf�", f"The file is not in UTF-8. {SAVE_AS_CSV}")
    ]


def test_headings_in_another_encoding_are_refused() -> None:
    assert [problem.line for problem in errors(HEADINGS.encode() + b",caf\xe9\n")] == [1]


@pytest.mark.parametrize(
    ("row", "count"), [("Robbery,Warwick,2017-10,1,034,count,table", 7), ("Robbery,Warwick,2017-10,34,count", 5)]
)
def test_row_with_another_number_of_cells_is_refused(row: str, count: int) -> None:
    assert fault(row) == Problem(
        3,
        "",
        row.replace(",", ", "),
        f"This line has {count} cells and the headings have 6. In a CSV file, put a text or number that holds a comma "
        "in quotation marks; in a workbook, empty what stands beyond the headings.",
    )


def test_row_may_end_in_empty_cells_and_blank_lines_are_passed_over() -> None:
    text, problems = read(f"{HEADINGS}\n\n{GOOD},,\n , ,,,,\n{GOOD}\n\n")

    assert [line.partition("\t")[0] for line in text.splitlines()] == ["3", "5"]
    assert problems == Problems()


def test_line_numbers_count_lines_inside_quoted_cells() -> None:
    note = '"first\nsecond\r\nthird"'
    text, problems = read(f"{ALL_HEADINGS}\n{GOOD},,,,revised,{note}\n{GOOD},,,,,\nTheft{GOOD},,,,,\n")

    assert text == (
        "2\t111\t2017-10-01\t34\t\\N\t\\N\t\\N\trevised\tfirst\\nsecond\\r\\nthird\ttable\n"
        "5\t111\t2017-10-01\t34\t\\N\t\\N\t\\N\tvalue\t\ttable\n"
    )
    assert [(problem.line, problem.column) for problem in problems.errors] == [(6, "measure")]


@pytest.mark.parametrize("broken", ['"Robbery,Warwick', '"Rob"bery,Warwick', '"' + "x" * 140_000])
def test_quotation_mark_that_is_not_closed_ends_the_reading_at_its_line(broken: str) -> None:
    text, problems = read(f"{HEADINGS}\n{GOOD}\n{broken}\n{GOOD}\n{GOOD}\n")

    assert [line.partition("\t")[0] for line in text.splitlines()] == ["2"]
    assert problems.errors == [
        Problem(
            3,
            "",
            "",
            "A quotation mark on this line opens a cell that is not closed, or stands inside one. Close the cell, or "
            "write the mark twice.",
        )
    ]


def test_quotation_mark_that_is_not_closed_in_the_headings_is_refused() -> None:
    assert [problem.line for problem in errors(f'"{HEADINGS}\n{GOOD}\n')] == [1]


def test_problems_beyond_the_first_are_counted() -> None:
    bad = "\n".join(["Robery,Warwick,2017-10,34,count,table"] * 250)
    share = f'\nVictim satisfaction - whole experience,Warwick,2017-10,84.2,"{ROLLING}",survey' * 3

    text, problems = read(f"{HEADINGS}\n{bad}{share}\n{GOOD}", most_problems=2)

    assert text.count("\n") == 4
    assert [problem.line for problem in problems.errors] == [2, 3]
    assert [problem.line for problem in problems.warnings] == [252, 253]
    assert (problems.error_count, problems.errors_not_kept) == (250, 248)
    assert (problems.warning_count, problems.warnings_not_kept) == (3, 1)


def test_problems_are_two_hundred_unless_more_are_asked_for() -> None:
    _, problems = read(f"{HEADINGS}\n" + "x,Warwick,2017-10,34,count,table\n" * 201)

    assert (len(problems.errors), problems.errors_not_kept) == (200, 1)


def test_problem_shows_no_more_than_a_hundred_letters() -> None:
    found = fault(f"{'x' * 101},Warwick,2017-10,34,count,table").found

    assert found == "x" * 99 + "…"


def test_problem_of_the_file_names_no_column() -> None:
    assert str(Problem(3, "", "", "Do this.")) == "Line 3: Do this."


def test_duplicate_names_both_lines() -> None:
    assert duplicate(9, 4, measure="Robbery", area="Warwick", month="2017-10") == Problem(
        9, "month", "2017-10", "Line 4 already gives Robbery, Warwick, for 2017-10. Delete the line that is wrong."
    )


CELLS = st.sampled_from(
    [
        *(GOOD, "Calls abandoned,E07000222,Oct-17,5.0,percent,table", "Underspend,Warwick,2017-10,-3,pounds,a\\b"),
        *("Theft,Warwick,2017-10,34,count,table", "Robbery,Warwick,2017-10,3 + 1,count,table", "", ",,,,,", "a,b"),
        f'Victim satisfaction - whole experience,Warwick,2017-10,84.2,"{ROLLING}",survey',
        'Robbery,Warwick,2017-10,34,count,"two\nlines"',
    ]
)


@given(st.lists(CELLS, max_size=12))
def test_block_and_row_by_row_come_to_the_same(rows: list[str]) -> None:
    content = "\n".join([HEADINGS, *rows, GOOD])

    class RowByRow(RowChecker):
        def _plain_block(self, *_: object) -> None:
            return None

    whole = read(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("performance.csv_parsing.observations.RowChecker", RowByRow)
        assert read(content) == whole


class Endless(BytesIO):
    """A file of many rows that is never held whole."""

    def __init__(self, rows: int) -> None:
        super().__init__(f"{HEADINGS}\n".encode())
        self._rows = iter(range(rows))

    def read1(self, size: int | None = -1) -> bytes:
        return super().read(size) or b"".join(self._more())

    def _more(self) -> Iterator[bytes]:
        for row in islice(self._rows, 100):
            yield f"Robbery,Warwick,2017-10,{row},count,report {row}\n".encode()


def test_memory_is_flat_whatever_the_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "_MOST_CACHED", 1_000)

    def peak(rows: int) -> int:
        file = ObservationFile(Endless(rows), KNOWN)
        tracemalloc.start()
        for _ in file.blocks():
            pass
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert file.row_count == rows
        return most

    assert peak(20_000) < 1.1 * peak(4_000)
