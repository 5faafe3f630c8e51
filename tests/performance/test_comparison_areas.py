"""Areas with their total, shares with their interval, rates and ranks: the Panel's pack as data, and the rules."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opcc.documents.figures import Figure, Unit, rounded
from performance.comparison import (
    Check,
    Denominator,
    HouseRules,
    PeerGroup,
    Rank,
    Rate,
    Share,
    Standing,
    footing,
    ordinal,
    percent_total,
    quarter_footing,
    rank,
    rate,
    share,
    wilson,
)
from tests.performance.pack import FORCE, NORTH, Q3, SOUTH, rows, supplied

PEERS = PeerGroup(
    "Most similar group",
    frozenset(
        (
            "Cambridgeshire",
            "Devon & Cornwall",
            "Gloucestershire",
            "North Wales",
            "Suffolk",
            "Warwickshire",
            "West Mercia",
            "Wiltshire",
        )
    ),
    date(2018, 3, 19),
)


# Footing


def test_footing_of_every_table_of_the_pack_but_one() -> None:
    """North and South make the force in every month of every count, except for total recorded crime in November."""
    tables: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for row in rows("monthly_performance"):
        if row["unit"] == "count":
            tables[row["measure"], row["month"]][row["area"]] = int(row["value"])
    whole = {key: areas for key, areas in tables.items() if {NORTH, SOUTH, FORCE} <= areas.keys()}
    assert len(whole) == 51  # seventeen measures, three months
    failed = {
        key: found
        for key, areas in whole.items()
        if not (
            found := footing({"North": areas[NORTH], "South": areas[SOUTH]}, areas[FORCE], whole="Warwickshire")
        ).agrees
    }
    assert failed == {
        ("Total recorded crime", "2017-11"): Check(
            3_615,
            3_614,
            agrees=False,
            words="2,132 (North) + 1,483 (South) = 3,615, but Warwickshire is given as 3,614",
        )
    }


@pytest.mark.parametrize("measure", ["Vehicle offences", "Rural crime", "Hate crime offences/incidents", "Rape"])
def test_quarter_footing_of_the_pack(measure: str) -> None:
    claims = rows("quarter_claims")
    stated = next(row["last_quarter"] for row in claims if (row["measure"], row["area"]) == (measure, FORCE))
    assert quarter_footing(supplied(measure, FORCE), Q3, int(stated)).agrees is True


def test_quarter_footing_shows_both_sides() -> None:
    assert quarter_footing(supplied("Total recorded crime", FORCE), Q3, 10_448) == Check(
        10_447,
        10_448,
        agrees=False,
        words=(
            "3,650 (October 2017) + 3,614 (November 2017) + 3,183 (December 2017) = 10,447, "
            "but October to December 2017 is given as 10,448"
        ),
    )
    assert quarter_footing({}, Q3, 5).words == ("not checked: no figure for October 2017, November 2017, December 2017")


def test_footing_within_the_tolerance_agrees_and_still_shows_the_figures() -> None:
    found = footing(
        {"North": 10, "South": Decimal("5.5")}, 15, whole="the force", rules=HouseRules(footing_tolerance=2)
    )
    assert found == Check(
        Decimal("15.5"),
        15,
        agrees=True,
        words="10 (North) + 5.5 (South) = 15.5, but the force is given as 15",
    )
    assert found.difference == Decimal("-0.5")


def test_footing_that_agrees() -> None:
    assert footing({"North": 2, "South": 3}, 5, whole="the force") == Check(
        5, 5, agrees=True, words="2 (North) + 3 (South) = 5, as it is given"
    )


def test_footing_without_a_figure_is_not_checked() -> None:
    assert footing({"North": 5, "South": None}, None, whole="the force") == Check(
        None, None, None, "not checked: no figure for South, the force"
    )
    assert footing({}, 3, whole="the force").words == "not checked: the force has no parts"
    assert footing({}, 3, whole="the force").difference is None


def test_footing_of_the_area_table_of_the_pack() -> None:
    """Districts make the county in every row of the quarter; nine rows of averages differ by one or two."""
    table: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for row in rows("crime_by_area"):
        table[row["crime_type"]][row["area"]] = row
    for column, differing in (("last_quarter", 0), ("quarter_average", 9)):
        found = [
            footing(
                {area: int(row[column]) for area, row in areas.items() if area != "Warwickshire"},
                int(areas["Warwickshire"][column]),
                whole="Warwickshire",
            )
            for areas in table.values()
        ]
        assert sum(not check.agrees for check in found) == differing
        assert all(check.difference is not None and abs(Decimal(check.difference)) <= 2 for check in found)


@pytest.mark.parametrize(
    ("shares", "agrees", "words"),
    [
        ((76, 14, 9), True, "the shares add to 99%, because each is rounded"),
        (("70.9", "7.3", "14.0", "7.9"), True, "the shares add to 100.1%, because each is rounded"),
        ((60, 40), True, "the shares add to 100%"),
        ((60, 30), False, "the shares add to 90%, so one of them is wrong or missing"),
    ],
)
def test_percent_total(shares: tuple[int | str, ...], agrees: bool, words: str) -> None:
    found = percent_total({f"share {n}": Decimal(value) for n, value in enumerate(shares)})
    assert (found.agrees, found.words, found.stated) == (agrees, words, 100)


# Rates

MID_2016 = {  # each between the bounds that all rates printed in the pack leave
    "Warwickshire": (556_700, 231_000),
    "North Warwickshire": (63_230, 25_820),
    "Nuneaton and Bedworth": (127_030, 52_700),
    "Rugby": (103_800, 41_880),
    "Stratford-on-Avon": (122_320, 51_950),
    "Warwick": (140_400, 58_650),
}


@pytest.mark.parametrize("row", rows("crime_by_area"), ids=lambda row: f"{row['crime_type']}, {row['area']}")
def test_rate_is_what_the_pack_prints(row: Mapping[str, str]) -> None:
    population, households = MID_2016[row["area"]]
    is_burglary = row["crime_type"].startswith("Burglary")
    noun, value = ("households", households) if is_burglary else ("population", population)
    assert row["rate_base_inferred"] == f"per 1,000 {noun}"
    found = rate(int(row["last_quarter"]), Denominator(noun, value, "mid-2016", "ONS"), Q3)
    assert found.value == Decimal(row["rate"])


def test_rate_names_what_it_is_a_rate_of() -> None:
    """docs/calculations/comparison.md: 1,234 offences among 556,700 people."""
    found = rate(1_234, Denominator("population", 556_700, "mid-2016", "ONS"), Q3)
    words, base = "per 1,000 population in October to December 2017", "556,700 population, mid-2016"
    assert found == Rate(Decimal("2.22"), Q3, words, base, "ONS")
    assert found.text == "2.22 per 1,000 population in October to December 2017"
    assert found.figure("damage", "Criminal damage") == Figure(
        "damage", "Criminal damage", Decimal("2.22"), Unit.RATE, base=f"{words}; {base}", source="ONS"
    )


@pytest.mark.parametrize(
    ("count", "households", "reason"),
    [(None, 231_000, "there is no count for October to December 2017"), (5, 0, "the area has no households")],
)
def test_rate_that_is_not_known_says_why(count: int | None, households: int, reason: str) -> None:
    found = rate(count, Denominator("households", households, "mid-2016", "ONS"), Q3)
    assert (found.value, found.reason, found.text) == (None, reason, "not known")


def test_rate_rounds_half_up() -> None:
    assert rate(5, Denominator("population", 1_000_000, "2016", "ONS"), Q3).value == Decimal("0.01")
    per_hundred_thousand = HouseRules(rate_per=100_000)
    found = rate(5, Denominator("population", 1_000_000, "2016", "ONS"), Q3, rules=per_hundred_thousand)
    assert found.text == "0.50 per 100,000 population in October to December 2017"


# Ranks

CONFIDENCE = {
    "Cambridgeshire": Decimal("79.0"),
    "Devon & Cornwall": Decimal("82.4"),
    "Gloucestershire": Decimal("80.0"),
    "North Wales": Decimal("78.9"),
    "Suffolk": Decimal("80.9"),
    "Warwickshire": Decimal("79.6"),
    "West Mercia": Decimal("80.6"),
    "Wiltshire": Decimal("81.0"),
    "Essex": Decimal("99.0"),
}


def test_rank_in_the_group_of_a_day() -> None:
    """docs/calculations/comparison.md: 79.6% is sixth of eight; a force outside the group does not count."""
    found = rank(CONFIDENCE, "Warwickshire", PEERS, highest_is_best=True)
    assert found == Rank(6, 8, is_tied=False, without=(), group=PEERS)
    assert found.text == "6th of 8"
    assert found.group.words == (
        "Most similar group as of 19 March 2018: Cambridgeshire, Devon & Cornwall, Gloucestershire, North Wales, "
        "Suffolk, Warwickshire, West Mercia and Wiltshire"
    )
    assert rank(CONFIDENCE, "Warwickshire", PEERS, highest_is_best=False).text == "3rd of 8"


def test_rank_ties_share_the_smaller_rank() -> None:
    tied = CONFIDENCE | {"Gloucestershire": Decimal("79.60")}
    texts = [rank(tied, force, PEERS, highest_is_best=True).text for force in ("Gloucestershire", "Cambridgeshire")]
    assert texts == ["joint 5th of 8", "7th of 8"]


def test_rank_leaves_out_members_without_a_figure_and_names_them() -> None:
    without = {force: value for force, value in CONFIDENCE.items() if force != "Suffolk"} | {"Wiltshire": None}
    found = rank(without, "Warwickshire", PEERS, highest_is_best=True)
    assert (found.text, found.without) == ("4th of 6", ("Suffolk", "Wiltshire"))
    own = rank({**CONFIDENCE, "Warwickshire": None}, "Warwickshire", PEERS, highest_is_best=True)
    assert own == Rank(None, 7, is_tied=False, without=("Warwickshire",), group=PEERS)
    assert own.text == "not known"


def test_rank_of_a_force_outside_the_group_is_refused() -> None:
    alone = PeerGroup("Group", frozenset(("Kent",)), date(2018, 1, 2))
    with pytest.raises(ValueError, match=r"Essex is not in the group\. Group as of 2 January 2018: Kent"):
        rank(CONFIDENCE, "Essex", alone, highest_is_best=True)


@given(st.permutations(sorted(CONFIDENCE)))
def test_rank_does_not_depend_on_the_order_of_forces(order: list[str]) -> None:
    shuffled = {force: CONFIDENCE[force] for force in order}
    assert rank(shuffled, "Warwickshire", PEERS, highest_is_best=True).text == "6th of 8"


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (42, "42nd"),
        (112, "112th"),
    ],
)
def test_ordinal(place: int, text: str) -> None:
    assert ordinal(place) == text


# Shares of people asked


@pytest.mark.parametrize(
    ("positive", "asked", "low", "high"),
    [
        (878, 1_239, "0.6827", "0.7333"),
        (0, 10, "0", "0.27753"),
        (10, 10, "0.72247", "1"),
        (98, 1_239, "0.0653", "0.0955"),
    ],
)
def test_wilson_of_the_published_vectors(positive: int, asked: int, low: str, high: str) -> None:
    interval = wilson(positive, asked)
    places = max(len(low), len(high)) - 2
    assert (rounded(interval.low, places), rounded(interval.high, places)) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("row", rows("da_victim_survey"), ids=lambda row: row["question"])
def test_share_of_the_domestic_abuse_survey(row: Mapping[str, str]) -> None:
    positive, asked = int(row["positive"]), int(row["respondents"])
    percent, low, high = (Decimal(row[name]) for name in ("pct", "wilson_low_pct", "wilson_high_pct"))
    words = f"{percent}% ({low}% to {high}%), {positive} of {asked} people asked"
    expected = Share(Standing.SHOWN, asked, positive, percent, low, high, "people asked", words)
    assert share(positive, asked) == expected


@pytest.mark.parametrize(("asked", "standing"), [(29, "hidden"), (30, "trial"), (99, "trial"), (100, "shown")])
def test_share_standing_depends_on_how_many_were_asked(asked: int, standing: str) -> None:
    assert share(15, asked).standing == standing
    assert share(1, 5, rules=HouseRules(survey_hidden_below=2, survey_trial_below=3)).standing == "shown"


def test_share_of_few_says_so_and_of_fewer_says_nothing() -> None:
    trial = share(45, 50, base="callers asked in the 12 months to December 2017")
    assert trial.words == (
        "90.0% (78.6% to 95.7%), 45 of 50 callers asked in the 12 months to December 2017; on trial, because they are "
        "fewer than 100"
    )
    assert trial.figure("calls", "Satisfied", "survey") == Figure(
        "calls",
        "Satisfied",
        Decimal("90.0"),
        Unit.PERCENT,
        base="50 callers asked in the 12 months to December 2017",
        source="survey",
    )
    hidden = share(10, 24)
    assert hidden == Share(
        Standing.HIDDEN, 24, None, None, None, None, "people asked", "not shown: 24 people asked, fewer than 30"
    )
    assert hidden.figure("calls", "Satisfied").text == "not known"
    assert share(0, 0).standing is Standing.HIDDEN


@pytest.mark.parametrize(("positive", "asked"), [(-1, 10), (11, 10), (0, 0)])
def test_wilson_refuses_what_is_no_share(positive: int, asked: int) -> None:
    with pytest.raises(ValueError, match="is not a share"):
        wilson(positive, asked)


@given(st.integers(1, 5_000).flatmap(lambda asked: st.tuples(st.integers(0, asked), st.just(asked))))
def test_wilson_holds_the_share_and_turns_with_it(pair: tuple[int, int]) -> None:
    positive, asked = pair
    interval, turned = wilson(positive, asked), wilson(asked - positive, asked)
    assert 0 <= interval.low <= Decimal(positive) / asked <= interval.high <= 1
    assert abs(interval.low + turned.high - 1) < Decimal("1e-20")
