"""Workbooks: what the sheet shows is what is read, and what may do harm is not opened."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.worksheet.formula import ArrayFormula

from performance.csv_parsing import Known, KnownMeasure, ObservationFile, Problem, Problems, workbooks
from performance.csv_parsing.cells import FORMULA

SHEET, STRINGS, TYPES = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "[Content_Types].xml"
STRING_TYPE = (
    '<Override PartName="/xl/sharedStrings.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
)
HEADINGS = ["measure", "area", "month", "value", "unit", "source"]
GOOD: list[Any] = ["Robbery", "Warwick", date(2017, 10, 1), 34, "count", "table"]
KNOWN = Known(
    {"Robbery": KnownMeasure(1, ("count",)), "Calls abandoned": KnownMeasure(2, ("percent",))}, {"Warwick": 11}
)
BROKEN = Problem(
    1,
    "",
    "",
    "This workbook cannot be read. Open it, save it again as an Excel workbook (.xlsx), and choose the new file.",
)
TOO_LARGE = Problem(
    1, "", "", "This workbook unpacks to more than is read at once. Save the sheet as a CSV file and choose that."
)


def saved(book: Workbook) -> bytes:
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def sheet(*rows: list[Any], arrange: Callable[[Any], None] = lambda _: None) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    arrange(book.active)
    return saved(book)


def changed(content: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The workbook with one of its parts written otherwise; a part that it lacks is added."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, change(old.read(part).decode() if part in old.namelist() else ""))
    return made.getvalue()


def with_shared_texts(content: bytes) -> bytes:
    """The workbook with its texts in a table of their own, as Excel writes them."""
    texts: list[str] = []

    def number(match: re.Match[str]) -> str:
        texts.append(match[1])
        return f't="s"><v>{len(texts) - 1}</v></c>'

    content = changed(content, SHEET, lambda xml: re.sub(r't="inlineStr"><is><t>(.*?)</t></is></c>', number, xml))
    table = "".join(f"<si><t>{text}</t></si>" for text in texts)
    content = changed(
        content,
        STRINGS,
        lambda _: f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{table}</sst>',
    )
    return changed(content, TYPES, lambda xml: xml.replace("</Types>", STRING_TYPE))


def read(content: bytes) -> tuple[str, Problems]:
    file = ObservationFile(BytesIO(content), KNOWN)
    return "".join(file.copy_text()), file.problems


def value_fault(cell: Any, arrange: Callable[[Any], None] = lambda _: None) -> Problem:
    """What is said of a value that a sheet holds between two good rows."""
    text, problems = read(sheet(HEADINGS, GOOD, [*GOOD[:3], cell, *GOOD[4:]], GOOD, arrange=arrange))
    assert [line.partition("\t")[0] for line in text.splitlines()] == ["2", "4"]
    (found,) = problems.errors
    assert (found.line, found.column) == (3, "value")
    return found


def test_workbook_is_read_as_its_sheet_shows_it() -> None:
    text, problems = read(
        sheet(
            [*HEADINGS, "note", "numerator", "status"],
            [*GOOD, "a\tb\nc"],
            ["Robbery", "Warwick", "Oct 2017", "1,034", "count", 2018],
            [],
            ["Calls abandoned", "Warwick", datetime(2017, 11, 30), 84.2, "percent", "table"],
            [
                "Calls abandoned",
                "Warwick",
                datetime(2017, 11, 30),
                0.1 + 0.2,
                "percent",
                "table",
                None,
                None,
                "revised",
            ],
            [None, " "],
        )
    )

    assert text == (
        "2\t1\t11\t2017-10-01\t34\t\\N\t\\N\t\\N\tvalue\ta\\tb\\nc\ttable\n"
        "3\t1\t11\t2017-10-01\t1034\t\\N\t\\N\t\\N\tvalue\t\t2018\n"
        "5\t2\t11\t2017-11-01\t84.2\t\\N\t\\N\t\\N\tvalue\t\ttable\n"
        "6\t2\t11\t2017-11-01\t0.3\t\\N\t\\N\t\\N\trevised\t\ttable\n"
    )
    assert problems == Problems()


def test_workbook_as_excel_writes_it_is_read_the_same() -> None:
    content = sheet(HEADINGS, GOOD, ["Robery", *GOOD[1:]])

    assert STRINGS in ZipFile(BytesIO(with_shared_texts(content))).namelist()
    assert read(with_shared_texts(content)) == read(content)


def test_workbook_of_many_rows_keeps_their_numbers() -> None:
    text, problems = read(sheet(HEADINGS, *([GOOD] * 600)))

    assert [line.partition("\t")[0] for line in text.splitlines()] == [str(line) for line in range(2, 602)]
    assert problems == Problems()


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("=C2/D2", "=C2/D2"),
        (ArrayFormula("D3", "=SUM(A1:A2)"), "="),
    ],
)
def test_workbook_formula_is_refused(cell: Any, found: str) -> None:
    assert value_fault(cell) == Problem(3, "value", found, FORMULA)


def test_workbook_percent_shows_its_sign_and_is_refused() -> None:
    def as_percent(active: Any) -> None:
        active["D3"].number_format = "0.0%"

    assert value_fault(0.842, as_percent).found == "84.2%"


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (True, "TRUE"),
        ("#N/A", "#N/A"),
        (date(2017, 10, 1), "2017-10-01"),
        (datetime(2017, 10, 1, 9, 30), "2017-10-01 09:30:00"),
        (time(9, 30), "09:30:00"),
        (timedelta(hours=30), "1 day, 6:00:00"),
        (1.5e-7, "0.00000015"),
    ],
)
def test_workbook_cell_that_is_no_count_shows_what_it_is(cell: Any, found: str) -> None:
    assert value_fault(cell).found == found


def test_workbook_cell_beyond_the_headings_is_refused() -> None:
    _, problems = read(sheet(HEADINGS, [*GOOD, None, "stray"]))

    assert [(problem.line, problem.column) for problem in problems.errors] == [(2, "")]
    assert problems.errors[0].message.startswith("This line has 8 cells and the headings have 6.")


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_workbook_with_a_hidden_sheet_is_refused(state: str) -> None:
    book = Workbook()
    book.create_sheet("Names").sheet_state = state

    assert read(saved(book)) == (
        "",
        Problems(
            errors=[
                Problem(
                    1,
                    "",
                    "Names",
                    "The workbook has a hidden sheet, 'Names'. Unhide it and see what it holds; then delete it, or "
                    "save the sheet with the figures as a workbook of its own.",
                )
            ],
            error_count=1,
        ),
    )


def add_chart(book: Workbook, name: str) -> None:
    chart = BarChart()
    chart.add_data(Reference(book.active, 1, 1, 1, 2))
    book.create_chartsheet(name).add_chart(chart)


@pytest.mark.parametrize("more", [Workbook.create_sheet, add_chart])
def test_workbook_with_more_than_one_sheet_is_refused(more: Callable[[Workbook, str], object]) -> None:
    book = Workbook()
    more(book, "Second")

    _, problems = read(saved(book))

    assert problems.errors == [
        Problem(
            1,
            "",
            "Sheet, Second",
            "The workbook has 2 sheets. Save the sheet with the figures as a workbook of its own; one sheet is read, "
            "and no chart.",
        )
    ]


def test_workbook_whose_first_row_is_empty_is_refused() -> None:
    for content in (sheet(), sheet([], HEADINGS, GOOD)):
        assert read(content)[1].errors == [
            Problem(1, "", "", "The sheet's first row is empty. Put the names of the columns there.")
        ]


def test_workbook_with_macros_is_refused() -> None:
    content = changed(sheet(HEADINGS, GOOD), "xl/vbaProject.bin", lambda _: "program")

    assert read(content)[1].errors == [
        Problem(1, "", "", "This workbook has macros. Save it as an Excel workbook (.xlsx) without them.")
    ]


@pytest.mark.parametrize(
    ("part", "limit"), [(SHEET, "MOST_SHEET_BYTES"), (STRINGS, "MOST_OTHER_BYTES"), ("", "MOST_PARTS")]
)
def test_workbook_that_unpacks_to_too_much_is_not_opened(
    part: str, limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = sheet(HEADINGS, GOOD)
    if part:
        content = changed(content, part, lambda xml: xml + " " * 100_000)
        monkeypatch.setattr(workbooks, limit, 100_000)
    else:
        monkeypatch.setattr(workbooks, limit, 5)

    assert read(content) == ("", Problems(errors=[TOO_LARGE], error_count=1))


def test_workbook_limits_leave_a_full_sheet_room() -> None:
    with ZipFile(BytesIO(sheet(HEADINGS, *([GOOD] * 1000)))) as archive:
        bytes_a_row = archive.getinfo(SHEET).file_size / 1001

    assert bytes_a_row * 1_048_576 < workbooks.MOST_SHEET_BYTES


def test_workbook_part_larger_than_it_says_is_cut_off_there() -> None:
    content = bytearray(changed(sheet(HEADINGS, GOOD), SHEET, lambda xml: xml + " " * 1_000_000))
    entry = content.rindex(SHEET.encode()) - 46  # its line in the archive's directory
    content[entry + 24 : entry + 28] = (400).to_bytes(4, "little")

    assert read(bytes(content)) == ("", Problems(errors=[BROKEN], error_count=1))


BILLION = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'


@pytest.mark.parametrize("part", [SHEET, STRINGS])
def test_workbook_entities_are_never_expanded(part: str) -> None:
    def with_entities(xml: str) -> str:
        return BILLION + re.sub(r"^<\?xml.*?\?>\s*", "", xml).replace("34", "&c;").replace("Robbery", "&c;")

    content = with_shared_texts(sheet(HEADINGS, GOOD))

    assert read(content)[0].count("\n") == 1
    assert read(changed(content, part, with_entities)) == ("", Problems(errors=[BROKEN], error_count=1))


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04",
        b"PK\x03\x04" + b"\x00" * 200,
        changed(sheet(HEADINGS, GOOD), "xl/workbook.xml", lambda _: "<workbook/>"),
        changed(sheet(HEADINGS, GOOD), SHEET, lambda xml: xml[:-200]),
        changed(with_shared_texts(sheet(HEADINGS, GOOD)), SHEET, lambda xml: xml.replace('t="s"><v>0', 't="s"><v>99')),
        changed(sheet(HEADINGS, GOOD), "[Content_Types].xml", lambda _: ""),
    ],
)
def test_workbook_that_is_broken_is_refused(content: bytes) -> None:
    assert read(content) == ("", Problems(errors=[BROKEN], error_count=1))


def test_workbook_that_says_more_of_itself_than_it_holds_costs_nothing() -> None:
    def boast(xml: str) -> str:
        assert '<dimension ref="A1:F3"' in xml
        return xml.replace("A1:F3", "A1:XFD1048576").replace('<row r="3"', '<row r="99999999999"')

    text, problems = read(changed(sheet(HEADINGS, GOOD, GOOD), SHEET, boast))

    assert text.count("\n") == 1
    assert problems.errors == [
        Problem(
            3,
            "",
            "",
            "More empty rows than a sheet of figures has begin here. Delete the rows below the last figure.",
        )
    ]


def test_workbook_complaints_of_its_reader_stay_inside() -> None:
    rules = "<extLst><ext uri='{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}'><x/></ext></extLst></worksheet>"
    content = changed(sheet(HEADINGS, GOOD), SHEET, lambda xml: xml.replace("</worksheet>", rules))

    text, problems = read(content)

    assert (text.count("\n"), problems) == (1, Problems())


def test_stream_is_left_open_for_whoever_opened_it() -> None:
    for content in (sheet(HEADINGS, GOOD), b"measure\n"):
        stream = BytesIO(content)
        list(ObservationFile(stream, KNOWN).copy_text())
        stream.seek(0)
        assert stream.read() == content
