"""Police open data, street by street: every row is in a count or in what was left out, and once only."""

from collections import Counter
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from performance.csv_parsing import (
    LeftOut,
    LsoaDistricts,
    Problem,
    StreetCount,
    StreetLevel,
    UnmatchedLsoa,
    count_street_level,
    read_lsoa_districts,
)

HEADINGS = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
    "Last outcome category,Context"
)
DISTRICTS = {"E01031001": "Rugby", "E01031002": "Rugby", "E01031003": "Warwick"}


def row(crime_id: str, month: str, lsoa: str, crime_type: str) -> str:
    name = "Example 001A" if lsoa else ""
    return (
        f"{crime_id},{month},Example Police,Example Police,-1.5,52.3,On or near High Street,{lsoa},{name},{crime_type},"
        "Under investigation,"
    )


def count(*rows: str, headings: str = HEADINGS, **options: int) -> StreetLevel:
    return count_street_level(BytesIO("\n".join([headings, *rows]).encode()), DISTRICTS, **options)


def test_worked_example() -> None:
    """docs/calculations/loading-observations.md."""
    counted = count(
        row("a1", "2017-10", "E01031001", "Burglary"),
        row("a2", "2017-10", "E01031002", "Burglary"),
        row("a2", "2017-10", "E01031002", "Burglary"),
        row("", "2017-10", "E01031003", "Anti-social behaviour"),
        row("", "2017-10", "E01031003", "Anti-social behaviour"),
        row("a3", "2017-11", "E01031003", "Robbery"),
        row("a4", "2017-11", "", "Robbery"),
        row("a5", "2017-11", "E01099999", "Robbery"),
    )

    assert counted == StreetLevel(
        counts=(
            StreetCount("2017-10-01", "Anti-social behaviour", "Warwick", 2),
            StreetCount("2017-10-01", "Burglary", "Rugby", 2),
            StreetCount("2017-11-01", "Robbery", "Warwick", 1),
        ),
        left_out=LeftOut(repeated=1, without_lsoa=1, unmatched=(UnmatchedLsoa("E01099999", "Example 001A", 1),)),
        row_count=8,
        errors=(),
        error_count=0,
    )
    assert counted.left_out.total == 3


def test_faulty_rows_are_named_and_in_no_count() -> None:
    counted = count(
        row("a1", "2017-13", "E01031001", "Burglary"),
        row("a1", "2017-10", "E01031001", " "),
        "a1,2017-10",
        "",
        row("a1", "2017-10", "e01031001 ", "Burglary"),
        row("a9", "", "E01031001", "Burglary"),
        most_problems=3,
    )

    assert counted == StreetLevel(
        counts=(StreetCount("2017-10-01", "Burglary", "Rugby", 1),),
        left_out=LeftOut(faulty=4),
        row_count=5,
        errors=(
            Problem(2, "Month", "2017-13", "There is no month 13. Write it as 2017-10 or October 2017."),
            Problem(3, "Crime type", "", "Enter the crime type, or delete the line."),
            Problem(4, "", "a1, 2017-10", "This line has 2 cells and the headings have 12. Take the file as it came."),
        ),
        error_count=4,
    )


def test_headings_are_checked() -> None:
    counted = count(row("a1", "2017-10", "E01031001", "Burglary"), headings=HEADINGS.replace("LSOA code", "LSOA"))

    assert counted == StreetLevel(
        counts=(),
        left_out=LeftOut(),
        row_count=0,
        errors=(
            Problem(1, "LSOA code", "", "There is no column 'LSOA code'. Add it; the first line names the columns."),
        ),
        error_count=1,
    )


def test_file_that_cannot_be_read_says_why() -> None:
    assert count_street_level(BytesIO(b""), DISTRICTS).errors == (
        Problem(1, "", "", "The file is empty. Choose the file that holds the figures."),
    )


def test_file_in_another_encoding_is_refused() -> None:
    content = f"{HEADINGS}\n{row('a1', '2017-10', 'E01099999', 'Burglary')}".replace("001A", "é").encode("cp1252")

    counted = count_street_level(BytesIO(content), DISTRICTS)

    assert (counted.counts, [problem.line for problem in counted.errors]) == ((), [2])


CRIMES = st.tuples(
    st.sampled_from(["", "a1", "a2", "a3"]),
    st.sampled_from(["2017-10", "2017-11", "2017-13"]),
    st.sampled_from(["", *DISTRICTS, "E01099999"]),
    st.sampled_from(["Burglary", "Robbery"]),
)


@given(st.lists(CRIMES, max_size=20))
def test_every_row_is_counted_or_left_out(crimes: list[tuple[str, str, str, str]]) -> None:
    counted = count(*(row(*crime) for crime in crimes))

    assert counted.row_count == len(crimes) == sum(each.count for each in counted.counts) + counted.left_out.total
    assert counted.left_out.faulty == sum(month == "2017-13" for _, month, _, _ in crimes) == counted.error_count


@given(st.lists(CRIMES.filter(lambda crime: crime[1] != "2017-13"), max_size=20))
def test_counts_are_those_of_rows_kept_once(crimes: list[tuple[str, str, str, str]]) -> None:
    kept = list({crime[0] or place: crime for place, crime in reversed(list(enumerate(crimes)))}.values())
    expected = Counter(
        (f"{month}-01", crime_type, DISTRICTS[lsoa]) for _, month, lsoa, crime_type in kept if lsoa in DISTRICTS
    )

    counted = count(*(row(*crime) for crime in crimes))

    assert counted.counts == tuple(sorted(StreetCount(*key, number) for key, number in expected.items()))
    assert counted.left_out.repeated == len(crimes) - len(kept)


def districts(content: str) -> LsoaDistricts:
    return read_lsoa_districts(BytesIO(content.encode()))


@pytest.mark.parametrize("heading", ["", "LSOA11CD,LAD17NM\n"])
def test_lookup_is_read_with_or_without_headings(heading: str) -> None:
    content = f"{heading}E01031001,Rugby\n\n e01031003 , Stratford-on-Avon \nW01000001,Rugby\nE01031001,Rugby\n"

    assert districts(content) == LsoaDistricts(
        {"E01031001": "Rugby", "E01031003": "Stratford-on-Avon", "W01000001": "Rugby"}, (), 0
    )


def test_lookup_faults_are_named() -> None:
    assert districts("E01031001,Rugby\nE01031001,Warwick\nLSOA,Rugby\nE01031002,\nE01031003\n") == LsoaDistricts(
        {"E01031001": "Rugby"},
        (
            Problem(
                2, "district", "Warwick", "An earlier line places E01031001 in Rugby. Keep the line that is right."
            ),
            Problem(3, "LSOA", "LSOA", "This is not an LSOA code. Write it as E01031234."),
            Problem(4, "district", "", "Enter the district that E01031002 lies in."),
            Problem(5, "", "E01031003", "Give each line two cells: an LSOA code and its district."),
        ),
        4,
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "The file is empty. Choose the file that holds the figures."),
        ("LSOA,district\n", "The file names no LSOA. Choose a file of two columns: an LSOA code and its district."),
    ],
)
def test_lookup_that_places_nothing_is_refused(content: str, message: str) -> None:
    assert districts(content) == LsoaDistricts({}, (Problem(1, "", "", message),), 1)
