"""Cells of an observation file: which texts are numbers, months and status words, and what is said of the rest."""

from calendar import monthrange
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from performance.csv_parsing import cells
from performance.csv_parsing.cells import COUNTS, OTHERS, PERCENTS, POUNDS, Cache, NumberRule
from performance.csv_parsing.problems import CellError

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NUMBERS = st.decimals(min_value=-(10**11), max_value=10**11, allow_nan=False, allow_infinity=False, places=4)


def advice(read: object, *arguments: object) -> str:
    with pytest.raises(CellError) as caught:
        read(*arguments)  # type: ignore[operator]
    said = caught.value.advice
    assert isinstance(said, str)
    return said


@pytest.mark.parametrize(
    ("text", "rule", "kept"),
    [
        ("3614", COUNTS, "3614"),
        (" 3614 ", COUNTS, "3614"),
        ("3,614", COUNTS, "3614"),
        ("12,345,678", COUNTS, "12345678"),
        ("151,360", COUNTS, "151360"),
        ("007", COUNTS, "7"),
        ("0", COUNTS, "0"),
        ("-0", COUNTS, "0"),
        ("3614.0", COUNTS, "3614"),
        ("84.2", PERCENTS, "84.2"),
        ("85.0", PERCENTS, "85.0"),
        ("100", PERCENTS, "100"),
        ("-0.0", PERCENTS, "0.0"),
        ("-1,250.50", POUNDS, "-1250.50"),
        ("−3", POUNDS, "-3"),
        ("702", OTHERS, "702"),
        ("1,234.56", OTHERS, "1234.56"),
        ("85.5633802816901", PERCENTS, "85.563380"),
        ("0.0000005", OTHERS, "0.000001"),
        ("999999999999", COUNTS, "999999999999"),
    ],
)
def test_value_is_kept_as_the_database_reads_it(text: str, rule: NumberRule, kept: str) -> None:
    assert cells.value(text, rule) == kept


EMPTY = "Enter a number. If there is none, leave it empty, give the status 'not available' and say why in the note."
SUM = "This is a sum or a range. Write the one number that is meant."
COMMA = "A comma separates thousands, as in 15,136, and a full stop decimals, as in 151.36. Write the one you mean."
IN_FULL = "Write the number in full, in figures alone, such as 3083000."
PLAIN = "This is not a number. Write figures alone, such as 1234 or 84.2."


@pytest.mark.parametrize(
    ("text", "rule", "said"),
    [
        ("", COUNTS, EMPTY),
        ("  ", COUNTS, EMPTY),
        ("N/A", COUNTS, EMPTY),
        ("nil", COUNTS, EMPTY),
        ("not known", COUNTS, EMPTY),
        ("..", COUNTS, EMPTY),
        ("-", COUNTS, EMPTY),
        ("3 + 1", COUNTS, SUM),
        ("3+1", COUNTS, SUM),
        ("(3) - (1)", COUNTS, SUM),
        ("4-9", COUNTS, SUM),
        ("4 – 9", COUNTS, SUM),
        ("151,36", COUNTS, COMMA),
        ("1,2345", COUNTS, COMMA),
        ("12,34,567", COUNTS, COMMA),
        ("1.234,5", COUNTS, PLAIN),
        ("£3,083m", POUNDS, IN_FULL),
        ("£1,250", POUNDS, IN_FULL),
        ("3.1m", COUNTS, IN_FULL),
        ("24 k", COUNTS, IN_FULL),
        (
            "84.2%",
            PERCENTS,
            "Leave out the '%' and write the figure alone, such as 84.2; the unit stands in its own column.",
        ),
        ("1.2E+6", COUNTS, "A spreadsheet has shortened this number. Write it in full."),
        ("=C2/D2", COUNTS, cells.FORMULA),
        ("=1\n+1", COUNTS, cells.FORMULA),
        ("#REF!", COUNTS, "This is a spreadsheet's error. Put right what it comes from, or enter the number."),
        ("twelve", COUNTS, PLAIN),
        ("1 234", COUNTS, PLAIN),
        (".5", OTHERS, PLAIN),
        ("5.", OTHERS, PLAIN),
        ("+5", OTHERS, PLAIN),
        ("(5)", POUNDS, PLAIN),
        ("٣", COUNTS, PLAIN),
        ("1_000", COUNTS, PLAIN),
        ("1000000000000", OTHERS, "This has more than 12 figures before the point. Check that none was added."),
        ("84.5", COUNTS, "This is a count, so it is a whole number. Check the figure, or the measure."),
        ("-3", COUNTS, "This cannot be less than nought. Check the figure."),
        ("-0.1", PERCENTS, "This cannot be less than nought. Check the figure."),
        ("-702", OTHERS, "This cannot be less than nought. Check the figure."),
        ("100.1", PERCENTS, "This is a percentage, so it is at most 100. Check the figure, or the measure."),
        ("842", PERCENTS, "This is a percentage, so it is at most 100. Check the figure, or the measure."),
    ],
)
def test_value_that_is_refused_says_what_to_do(text: str, rule: NumberRule, said: str) -> None:
    assert advice(cells.value, text, rule) == said


@given(NUMBERS)
def test_number_written_with_and_without_commas_is_itself(number: Decimal) -> None:
    assert cells.number(f"{number:f}") == cells.number(f"{number:,f}") == number


@given(st.integers(0, 10**12 - 1), st.integers(0, 3))
def test_value_of_a_count_is_its_figures(count: int, zeros: int) -> None:
    assert cells.value("0" * zeros + str(count), COUNTS) == str(count)


@given(st.text(max_size=12))
def test_value_of_any_text_is_a_number_or_advice(text: str) -> None:
    with suppress(CellError):
        kept = cells.value(text, OTHERS)
        assert Decimal(text.strip().replace(",", "").replace("−", "-")).quantize(Decimal("0.000001")) == Decimal(kept)


@given(NUMBERS, st.sampled_from([COUNTS, PERCENTS, POUNDS, OTHERS]))
def test_value_is_taken_exactly_where_its_rule_allows(number: Decimal, rule: NumberRule) -> None:
    allowed = (
        (number >= 0 or rule.has_sign)
        and (not rule.is_whole or number == int(number))
        and (rule.ceiling is None or number <= rule.ceiling)
    )
    try:
        kept = Decimal(cells.value(f"{number:f}", rule))
    except CellError:
        assert not allowed
    else:
        assert (allowed, kept) == (True, number)


@pytest.mark.parametrize(
    "text",
    [
        *("2017-10", " 2017-10 ", "2017-10-01", "2017-10-31", "Oct-17", "Oct 17", "oct-2017", "Oct 2017"),
        *("October 2017", "OCTOBER  2017", "October-17", "Oct - 17", "October\u00a02017"),
    ],
)
def test_month_is_read_in_each_form(text: str) -> None:
    assert cells.month(text) == "2017-10-01"


def test_month_sept_is_september() -> None:
    assert cells.month("Sept 2017") == "2017-09-01"


NO_MONTH = "This is not a month. Write it as 2017-10 or October 2017."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2017-13", "There is no month 13. Write it as 2017-10 or October 2017."),
        ("2017-00", "There is no month 0. Write it as 2017-10 or October 2017."),
        ("2017-1", NO_MONTH),
        ("", NO_MONTH),
        ("10/2017", NO_MONTH),
        ("01/10/2017", NO_MONTH),
        ("17-Oct", NO_MONTH),
        ("Octember 2017", NO_MONTH),
        ("Oct2017", NO_MONTH),
        ("2017", NO_MONTH),
        ("43009", NO_MONTH),
        ("Q3 2017", NO_MONTH),
        ("2017-10-14", "This is a day, and a figure is for a month. If it is, write 2017-10."),
        ("2017-02-29", "This is a day, and a figure is for a month. If it is, write 2017-02."),
        ("0217-10", "The year 217 is not one that this site keeps figures for. Write the month as 2017-10."),
        ("=A2", cells.FORMULA),
    ],
)
def test_month_that_is_not_one_says_what_to_do(text: str, said: str) -> None:
    assert advice(cells.month, text) == said


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_month_is_the_same_in_every_form(day: date) -> None:
    name, last = MONTH_NAMES[day.month - 1], monthrange(day.year, day.month)[1]
    forms = [
        f"{day:%Y-%m}",
        f"{day.replace(day=1)}",
        f"{day.replace(day=last)}",
        f"{name} {day.year}",
        f"{name[:3]}-{day.year}",
    ]
    if day.year >= 2000:
        forms += [f"{name[:3]}-{day.year % 100:02d}", f"{name.upper()} {day.year % 100:02d}"]

    assert {cells.month(form) for form in forms} == {f"{day.replace(day=1)}"}


@given(st.text(max_size=12))
def test_month_of_any_text_is_a_first_day_or_advice(text: str) -> None:
    with suppress(CellError):
        first = cells.month(text)
        assert date.fromisoformat(first).day == 1


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "value"),
        ("Value", "value"),
        ("PROVISIONAL", "provisional"),
        ("revised ", "revised"),
        ("Not  available", "not available"),
    ],
)
def test_status_words(text: str, word: str) -> None:
    assert cells.status(text) == word
    assert cells.is_not_available(text) == (word == "not available")


def test_status_that_is_none_lists_them() -> None:
    assert advice(cells.status, "final") == (
        "This is not a status. Write 'value', 'provisional', 'revised' or 'not available'; leave it empty for a value."
    )


def test_words_are_escaped_for_copy() -> None:
    assert cells.words(" a\\b\tc\nd\re ") == "a\\\\b\\tc\\nd\\re"


@pytest.mark.parametrize("text", ["a\x00b", "Caf\udce9"])
def test_words_that_no_text_may_hold_are_refused(text: str) -> None:
    assert advice(cells.words, text) == "This holds a character that is not text. Type the cell again."


def test_words_that_are_a_formula_are_refused() -> None:
    assert advice(cells.words, "=HYPERLINK(A1)") == cells.FORMULA


def test_source_must_say_something() -> None:
    assert cells.source(" table ") == "table"
    assert advice(cells.source, " ") == "Say where the figure comes from, such as 'table' or the name of the report."


def test_cache_reads_once_and_is_emptied_when_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "_MOST_CACHED", 2)
    asked: list[str] = []
    cache: Cache[str, str] = Cache(lambda text: asked.append(text) or text.upper())  # type: ignore[func-returns-value]

    assert [cache[text] for text in "aabaca"] == list("AABACA")
    assert (asked, dict(cache)) == (["a", "b", "c", "a"], {"c": "C", "a": "A"})
