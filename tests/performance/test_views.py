"""The pages of the force's figures: what everybody reads, what only some may, and what a wrong address gets."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from opcc.accounts.models import User
from opcc.core.enums import AccessKind
from opcc.core.models import AccessLog
from performance.enums import (
    AddsUp,
    CommentaryState,
    MeasureKind,
    MeasureUnit,
    ObservationStatus,
    QuestionState,
    RuleChoice,
    Severity,
)
from performance.models import LoadProblem, Measure, Observation, Series
from tests.factories.performance import (
    LOADED_AT,
    AnnotationFactory,
    CommentaryFactory,
    ForceQuestionFactory,
    HouseRulesFactory,
    LoadFactory,
    MeasureFactory,
    ObservationFactory,
    PeerStandingFactory,
    SeriesFactory,
    TargetFactory,
    months_of,
)
from tests.factories.reference import DistrictFactory, OfficeProfileFactory, PolicingAreaFactory
from tests.performance.westshire import (
    FIRST,
    ROBBERY,
    Westshire,
    measure_with_months,
    places,
    robbery,
    summarise,
)
from tests.support.actors import BACKEND, signed_in

pytestmark = pytest.mark.django_db

CARD = "/performance/"
ROBBERY_PAGE = "/performance/robbery/"
COMPARE = "/performance/compare/"
RULES = "/performance/how-signals-are-found/"
CANARY = "nightjar"  # stands in everything restricted, and in nothing else
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def westshire(db: None) -> Westshire:
    return places()


@pytest.fixture
def figures(westshire: Westshire) -> Westshire:
    """Robbery in three areas, and what pages read of two quarters."""
    robbery(westshire)
    summarise()
    return westshire


def main_of(response: Any) -> str:
    """The page's main part as text, runs of white space as one."""
    html = response.content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    parts = [part.split(">", 1)[-1] for part in main.split("<")]
    return " ".join("".join(f"{part} " for part in parts).split()).replace("&#x27;", "'")


def rows_of(response: Any) -> list[list[str]]:
    content = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(content)))


def body_of(response: Any) -> str:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return str(content.decode())


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


# --- the scorecard ---------------------------------------------------------------------------------


def test_scorecard_says_how_many_have_a_signal_and_gives_each_its_line(client: Client, figures: Westshire) -> None:
    measure_with_months("vehicle-offences", [400 + number % 7 for number in range(33)])
    summarise()

    response = client.get(CARD)
    text = main_of(response)

    assert response.status_code == 200
    assert text.startswith(
        "Westshire force area, October to December 2017 Performance against the Police and Crime Plan"
    )
    assert (
        "1 of 2 measures has a signal: it moved more than it usually does from month to month. 1 has no signal." in text
    )
    assert (
        "H above the upper limit. L below the lower limit. S a lasting shift of the mean. How signals are found" in text
    )
    assert "Preventing crime (2 measures, 1 signal)" in text
    assert (
        "Robbery Figures disagree: see the measure S Mean raised, 20 to 33 A month, from March 2017 97 105 −8 (−8%)"
        in text
    )
    assert "Vehicle offences No signal 1,209 1,207 +2 (0%) Between 400 and 406; the last is 404 Stable" in text
    assert "Stable volumes" in text
    assert "Source: Westshire Police." in text


def test_scorecard_marks_the_latest_signal_alone_and_says_the_drawing_in_words(
    client: Client, figures: Westshire
) -> None:
    html = client.get(CARD).content.decode()

    spark = html[html.index('class="opcc-spark"') :].split("</span>")[0]
    assert spark.count("<circle") == 2  # the last month, and one signal of eight
    assert 'aria-hidden="true"' in spark
    assert "Between 17 and 38; the last is 26" in html


def test_scorecard_shows_only_measures_with_a_signal(client: Client, figures: Westshire) -> None:
    measure_with_months("vehicle-offences", [400 + number % 7 for number in range(33)], group="policing")
    summarise()

    response = client.get(CARD, {"show": "signals"})
    text = main_of(response)

    assert "1 of 2 measures has a signal" in text
    assert "Robbery" in text
    assert "Vehicle offences" not in text
    assert "Policing (" not in text
    assert [(each.label, each.value, each.clear_url) for each in response.context["chosen"]] == [
        ("Show", "Only measures with a signal", "/performance/?"),
    ]


def test_scorecard_without_any_signal_says_so_and_leads_back(client: Client, westshire: Westshire) -> None:
    measure_with_months("vehicle-offences", [400 + number % 7 for number in range(33)])
    summarise()

    assert "None of 1 measure has a signal: nothing moved more than it usually does" in main_of(client.get(CARD))
    text = main_of(client.get(CARD, {"show": "signals"}))
    assert "No measure has a signal in this quarter Nothing moved more than it usually does" in text
    assert "Show all measures" in text


def test_scorecard_of_another_area_and_quarter_keeps_both_in_its_links(client: Client, figures: Westshire) -> None:
    response = client.get(CARD, {"area": "E07000801", "quarter": "2017-18Q2"})

    text = main_of(response)
    assert text.startswith("Northton district, July to September 2017")
    assert 'href="/performance/robbery/?quarter=2017-18Q2&amp;area=E07000801"' in response.content.decode()


def test_scorecard_as_csv_has_plain_numbers(client: Client, figures: Westshire) -> None:
    header, *rows = rows_of(client.get(CARD, {"csv": "1"}))

    assert [dict(zip(header, row, strict=True)) for row in rows] == [
        {
            "Heading": "Preventing crime",
            "Measure": "Robbery",
            "Code": "robbery",
            "Area": "Westshire force area",
            "Area code": "E23000099",
            "Quarter": "2017-18Q3",
            "Value": "97",
            "Unit": "Count",
            "Previous quarter": "105",
            "Same quarter a year before": "58",
            "Quarter average": "91",
            "Change": "-8",
            "Change in percent": rows[0][header.index("Change in percent")],
            "Tested": "yes",
            "Signal": "Mean raised, 20 to 33",
            "Letter": "S",
            "Why not tested": "",
            "Improvement would be": "Stable volumes, and trends in line with similar forces",
            "People asked": "",
            "Restricted": "no",
            "Provisional": "no",
            "Invented for the sample": "no",
        }
    ]
    assert round(Decimal(rows[0][header.index("Change in percent")]), 2) == Decimal("-7.62")


def test_scorecard_says_what_is_missing_and_why(client: Client, westshire: Westshire) -> None:
    measure = MeasureFactory.create(code="business-crime", name="Business crime")
    series = SeriesFactory.create(measure=measure)
    for month in (10, 11, 12):
        ObservationFactory.create(
            series=series,
            month=date(2017, month, 1),
            value=None,
            status=ObservationStatus.NOT_AVAILABLE,
            note="The new system cannot give it yet",
        )
    summarise()

    text = main_of(client.get(CARD))
    assert "Business crime Not tested The new system cannot give it yet No figure – – –" in text


def test_scorecard_says_that_quarters_cannot_be_compared(client: Client, figures: Westshire) -> None:
    AnnotationFactory.create(measure=Measure.objects.get(), suspends_comparison=True)
    summarise()

    assert "−8 (−8%) Cannot be compared" in main_of(client.get(CARD))


def test_scorecard_says_what_is_invented(client: Client, westshire: Westshire) -> None:
    OfficeProfileFactory.create()
    type(OfficeProfileFactory.create()).objects.update(is_sample=True)
    series = SeriesFactory.create(measure=MeasureFactory.create(code="robbery"))
    load = LoadFactory.create()
    Observation.objects.bulk_create(
        Observation(series=series, month=date(2017, month, 1), value=30, load=load, is_synthetic=month < 10)
        for month in range(1, 13)
    )
    summarise()

    html = client.get(CARD).content.decode()
    assert "the figures of October to December 2017 are the force’s; some of the earlier months are invented" in html
    html = client.get(CARD, {"quarter": "2017-18Q2"}).content.decode()
    assert "some of the figures, those of July to September 2017 among them, are invented" in html
    assert (
        "months before October 2017 are invented; later ones are the force’s"
        in client.get(ROBBERY_PAGE).content.decode()
    )


def test_scorecard_before_any_figure_says_what_comes(client: Client, westshire: Westshire) -> None:
    for address in (CARD, COMPARE):
        assert "No figures are here yet" in main_of(client.get(address))
    assert client.get(RULES).status_code == 200


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"quarter": "2030-31Q1"}, "There are no figures for that quarter. Choose a quarter from the list"),
        ({"quarter": "last week"}, "There are no figures for that quarter. Choose a quarter from the list"),
        ({"area": "E07000999"}, "No figures are kept for that area. Choose an area from the list"),
        ({"area": "a\0b"}, "No figures are kept for that area. Choose an area from the list"),
        ({"show": "everything"}, "Choose all measures or only those with a signal"),
    ],
)
def test_scorecard_nonsense_gets_a_message_and_the_latest_quarter(
    client: Client, figures: Westshire, query: dict[str, str], message: str
) -> None:
    for more in ({}, {"csv": "1"}):  # a file of other figures than were asked for would mislead
        response = client.get(CARD, {**query, **more})
        text = main_of(response)
        assert response.status_code == 200
        assert f"There is a problem {message}" in text
        assert "Westshire force area, October to December 2017" in text


@pytest.mark.parametrize("address", [CARD, ROBBERY_PAGE, COMPARE, RULES, "/performance/areas/E07000801/"])
def test_pages_only_read(client: Client, figures: Westshire, address: str) -> None:
    assert client.post(address).status_code == 405


def test_scorecard_same_queries_at_1_3_5_and_50_measures(client: Client, westshire: Westshire) -> None:
    asked = []
    for count in (1, 3, 5, 50):
        for number in range(Measure.objects.count(), count):
            measure_with_months(f"kind-{number}", ROBBERY, group=f"group-{number % 4}")
        summarise()
        asked.append((queries_of(client, CARD), queries_of(client, "/performance/areas/E23000099/")))

    assert len(set(asked)) == 1, asked


# --- a measure -------------------------------------------------------------------------------------


def test_measure_gives_facts_chart_and_the_sentence(client: Client, figures: Westshire) -> None:
    response = client.get(ROBBERY_PAGE)
    text = main_of(response)

    assert "Preventing crime, Westshire force area Robbery" in text
    assert "October to December 2017 97 offences Oct 34, Nov 37, Dec 26" in text
    assert "Change Down 8 −8%, from 105 in July to September 2017" in text
    assert "Signal S Mean raised, 20 to 33 A month, from March 2017" in text
    assert "Signs of improvement would be Stable volumes and trends in line with similar forces" in text
    assert "Robbery: offences a month, Westshire force area, April 2015 to December 2017" in text
    assert "What the chart shows. The average rose from 20 to 33 in March 2017" in text
    assert "The latest 16 months" in text
    assert response.content.decode().count('<svg xmlns="http://www.w3.org/2000/svg" role="img"') >= 2


def test_measure_table_has_every_month_of_the_chart(client: Client, figures: Westshire) -> None:
    text = main_of(client.get(ROBBERY_PAGE))

    assert "Month Value Mean Limits Signal December 2017 26 32.7 21.8 to 43.6 None" in text
    assert "October 2017 34 32.7 21.8 to 43.6 Part of a shift" in text
    assert "April 2015 20 20.0 13.2 to 26.8 None" in text


def test_measure_compares_the_quarter_and_the_districts(client: Client, figures: Westshire) -> None:
    text = main_of(client.get(ROBBERY_PAGE))

    assert "How the quarter compares Robbery, October to December 2017, compared Held against Figure" in text
    assert "Quarter before, July to September 2017 105 A decrease of 8%." in text
    assert "Same quarter a year before, October to December 2016 58 +39 since then." in text
    assert "Quarter average 91 Above the quarter average (+6). The mean of the latest four quarters, this one" in text
    assert "Rate per 1,000 people in October to December 2017 0.50 195,000 people, 2016. Source: ONS mid-2016." in text
    assert "By district, October to December 2017 Offences per 1,000 people in October to December 2017" in text
    assert "Midham 31 30 +1 0.48" in text
    assert text.index("Midham 31") < text.index("Northton 48") < text.index("Westshire force area 97 91 +6 0.50")
    assert "Month by month in the districts, on one scale" in text


def test_measure_of_a_district_and_an_earlier_quarter(client: Client, figures: Westshire) -> None:
    response = client.get(ROBBERY_PAGE, {"area": "E07000801", "quarter": "2017-18Q2"})
    text = main_of(response)

    assert "Preventing crime, Northton district Robbery" in text
    assert "July to September 2017 52 offences Jul 19, Aug 18, Sep 15" in text
    assert "October 2017" not in text
    html = response.content.decode()
    assert 'href="/performance/robbery/chart.svg?quarter=2017-18Q2&amp;area=E07000801"' in html
    assert 'href="/performance/robbery/?quarter=2017-18Q2&amp;area=E07000802"' in html
    assert 'href="/performance/robbery/?quarter=2017-18Q2">Westshire force area' in html


def test_measure_shows_what_was_published_before(client: Client, figures: Westshire) -> None:
    series = Series.objects.get(force_area__isnull=False)
    later = LoadFactory.create(replaces=True, reason="Late crimes recorded", finished_at=LOADED_AT)
    Observation.objects.filter(series=series, month="2017-10-01").update(superseded_by=later)
    ObservationFactory.create(
        series=series, month=date(2017, 10, 1), value=36, status=ObservationStatus.REVISED, load=later
    )

    text = main_of(client.get(ROBBERY_PAGE))

    assert "Published before (1)" in text
    assert "Why October 2017 34 36 12 January 2018 Late crimes recorded" in text
    assert "October 2017 36" in text
    assert "Part of a shift Revised" in text


def test_measure_shows_notes_warnings_and_targets(client: Client, figures: Westshire) -> None:
    measure, series = Measure.objects.get(), Series.objects.get(force_area__isnull=False)
    AnnotationFactory.create(measure=measure, suspends_comparison=True)
    TargetFactory.create(measure=measure, value=80, words="Fewer than 80")
    load = LoadFactory.create()
    for month, message in ((10, "A value far outside the limits."), (5, "Of another quarter.")):
        LoadProblem.objects.create(
            load=load, severity=Severity.WARNING, message=message, series=series, month=date(2017, month, 1)
        )
    summarise()

    text = main_of(client.get(ROBBERY_PAGE))

    assert "October 2017: New recording system. Offences are recorded in a new system" in text
    assert "Figures before and after cannot be compared." in text
    assert "Figures that disagree Districts add to 28 in October 2017; Westshire force area has 34." in text
    assert "A value far outside the limits." in text
    assert "Of another quarter." not in text
    assert "Target Fewer than 80, from 1 April 2016" in text
    assert "Who answers for it Head of local policing" in text


def test_measure_shows_commentary_with_figures_in_place_and_the_question(client: Client, figures: Westshire) -> None:
    measure, series = Measure.objects.get(), Series.objects.get(force_area__isnull=False)
    CommentaryFactory.create(
        measure=measure,
        text="There were {{ value }} robberies, {{ change }}.\n\nNorthton had {{ northton-district_value }}.",
        state=CommentaryState.PUBLISHED,
        published_at=LOADED_AT,
    )
    asked: dict[str, Any] = {"series": series, "asked_at": LOADED_AT, "due_on": date(2018, 1, 26)}
    ForceQuestionFactory.create(**asked, reference="Q-2018-901", state=QuestionState.ASKED, question="Why in March?")
    ForceQuestionFactory.create(
        **asked,
        reference="Q-2018-902",
        state=QuestionState.ANSWERED,
        question="Who is affected?",
        answer="Shops in two towns.",
        answered_for="Superintendent",
        answered_on=date(2018, 1, 20),
        answer_is_restricted=False,
    )
    ForceQuestionFactory.create(series=series, question="A draft of a question")

    text = main_of(client.get(ROBBERY_PAGE))

    assert "Commentary There were 97 robberies, a decrease of 8%. Northton had 48." in text
    assert (
        "Why in March? Waiting for an answer Asked on 12 January 2018 (Q-2018-901). Answer due 26 January 2018." in text
    )
    assert "Who is affected? Shops in two towns. Superintendent, 20 January 2018." in text
    assert "A draft of a question" not in text


def test_measure_commentary_still_a_draft_is_not_shown(client: Client, figures: Westshire) -> None:
    CommentaryFactory.create(measure=Measure.objects.get(), text="Not ready")
    assert "Not ready" not in main_of(client.get(ROBBERY_PAGE))


def test_measure_rolling_is_a_line_with_people_asked_and_is_not_tested(client: Client, westshire: Westshire) -> None:
    measure = MeasureFactory.create(
        survey=True, code="satisfaction", name="Victim satisfaction", improvement_words="Higher satisfaction"
    )
    TargetFactory.create(measure=measure, value=90, words="Nine in ten")
    load, series = LoadFactory.create(), SeriesFactory.create(measure=measure)
    Observation.objects.bulk_create(
        Observation(series=series, month=date(2017, month, 1), value=Decimal(84), n=250, load=load)
        for month in range(1, 13)
    )
    summarise()

    text = main_of(client.get("/performance/satisfaction/"))

    assert "Signal Not tested Rolling six months" in text
    assert "Victim satisfaction: % of victims asked, over 6 months, Westshire force area" in text
    assert "The vertical axis starts at" in text
    assert "Month Value Of December 2017 84.0% 250 people asked" in text
    assert "If everybody had been asked 78.9% to 88.0% 250 people were asked." in text
    assert "Target Nine in ten –" in text


def test_measure_rate_in_percent_compares_areas_with_the_force_among_them(client: Client, westshire: Westshire) -> None:
    measure = MeasureFactory.create(rate=True, code="abandoned", name="Calls abandoned (%)", noun="of calls")
    load = LoadFactory.create()
    force = SeriesFactory.create(measure=measure)
    north = SeriesFactory.create(measure=measure, force_area=None, policing_area=westshire.north)
    south = PolicingAreaFactory.create(code="south", name="South Westshire")
    for series, calls in (
        (force, 50),
        (north, 70),
        (SeriesFactory.create(measure=measure, force_area=None, policing_area=south), 30),
    ):
        Observation.objects.bulk_create(
            Observation(
                series=series,
                month=date(2017, month, 1),
                value=Decimal(calls) / 10,
                numerator=calls,
                denominator=1000,
                load=load,
            )
            for month in range(1, 13)
        )
    PeerStandingFactory.create(series=force, rank=6, of=8, group__name="Most similar group")
    summarise()

    text = main_of(client.get("/performance/abandoned/"))

    assert "October to December 2017 5.0% Oct 5.0%, Nov 5.0%, Dec 5.0% 150 of 3,000 calls" in text
    assert "Calls abandoned: % of calls, Westshire force area" in text
    assert "December 2017 5.0% 50 of 1,000" in text
    assert "Most similar forces 6th of 8 In June 2017: Most similar group as of 30 June 2017." in text
    assert "By policing area, October to December 2017 Calls abandoned (%), October to December 2017" in text
    assert "North Westshire 7.0% Westshire 5.0% South Westshire 3.0%" in text
    assert "North Westshire 7.0% 7.0% 0.0 points" in text


def test_measure_of_few_people_says_so(client: Client, westshire: Westshire) -> None:
    series = SeriesFactory.create(measure=MeasureFactory.create(survey=True, code="satisfaction"))
    load = LoadFactory.create()
    Observation.objects.bulk_create(
        Observation(series=series, month=date(2017, month, 1), value=Decimal(80), n=60, load=load)
        for month in range(1, 13)
    )
    summarise()

    assert "60 people asked Few people were asked" in main_of(client.get(CARD))
    text = main_of(client.get("/performance/satisfaction/"))
    assert "60 people were asked, so few that the share is on trial." in text


def test_measure_in_seconds_is_drawn_in_minutes(client: Client, westshire: Westshire) -> None:
    measure = MeasureFactory.create(
        code="response",
        name="Response time",
        unit=MeasureUnit.SECONDS,
        kind=MeasureKind.LEVEL,
        adds_up=AddsUp.NOT,
        noun="minutes and seconds",
    )
    months_of(SeriesFactory.create(measure=measure), FIRST, [600 + number % 5 * 12 for number in range(33)])
    summarise()

    text = main_of(client.get("/performance/response/"))

    assert "October to December 2017 No figure Oct 10 minutes" in text
    assert "Response time: minutes, month by month, Westshire force area" in text
    assert "Dec 17: 10.4 min" in text
    assert "Change Not known A figure of one of the two quarters is missing" in text
    assert "December 2017 10 minutes 24 seconds" in text


@pytest.mark.parametrize(
    ("invented", "said"),
    [
        ({1, 5}, "some of the months are invented; the table says which"),
        (set(range(1, 13)), "every month shown is invented"),
    ],
)
def test_measure_says_which_months_are_invented(
    client: Client, westshire: Westshire, invented: set[int], said: str
) -> None:
    series, load = SeriesFactory.create(measure=MeasureFactory.create(code="robbery")), LoadFactory.create()
    Observation.objects.bulk_create(
        Observation(series=series, month=date(2017, month, 1), value=30, load=load, is_synthetic=month in invented)
        for month in range(1, 13)
    )
    summarise()

    text = main_of(client.get(ROBBERY_PAGE))
    assert said in text
    assert "May 2017 30 30.0 30.0 to 30.0 None Invented for the sample" in text


def test_measure_known_in_one_district_alone_has_a_table_without_drawings(client: Client, westshire: Westshire) -> None:
    measure = MeasureFactory.create(code="robbery")
    for district, values in ((westshire.northton, ROBBERY), (westshire.midham, [])):
        months_of(SeriesFactory.create(measure=measure, force_area=None, district=district), FIRST, values)
    summarise()

    response = client.get(ROBBERY_PAGE)
    (areas,) = response.context["areas"]
    assert (areas.bars, areas.small_charts) == (None, ())
    assert "Northton 97 91 +6" in main_of(response)
    assert "Midham No figure – –" in main_of(response)


def test_measure_without_months_has_no_chart(client: Client, westshire: Westshire) -> None:
    SeriesFactory.create(measure=MeasureFactory.create(code="empty"))
    summarise()

    text = main_of(client.get("/performance/empty/"))

    assert "There is no chart yet" in text
    response = client.get("/performance/empty/chart.svg")
    assert response.status_code == 302
    assert response["Location"].startswith("/performance/empty/")


def test_measure_as_csv(client: Client, figures: Westshire) -> None:
    response = client.get(ROBBERY_PAGE, {"csv": "1", "area": "E07000802"})
    header, *rows = rows_of(response)

    assert response["Content-Disposition"] == 'attachment; filename="robbery-midham-to-2017-18q3.csv"'
    assert len(rows) == len(ROBBERY)
    last = dict(zip(header, rows[-1], strict=True))
    assert (last["Area"], last["Month"], last["Value"], last["Trial limits"]) == (
        "Midham district",
        "2017-12",
        "8",
        "yes",
    )
    assert dict(zip(header, rows[-3], strict=True))["Signal"] == "In a run above the mean in October 2017"


def test_measure_chart_as_a_picture(client: Client, figures: Westshire) -> None:
    response = client.get("/performance/robbery/chart.svg", {"area": "E07000801"})

    assert response["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="robbery-northton-2017-18q3.svg"'
    assert response["X-Content-Type-Options"] == "nosniff"
    root = ET.fromstring(response.content)  # noqa: S314  # our own drawing
    words = [element.text for element in root.iter(f"{SVG}text")]
    assert words[:2] == ["Robbery: offences a month", "Northton district, April 2015 to December 2017"]
    assert "Source: Westshire Police." in words
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        *("svg", "title", "desc", "rect", "text", "line", "path", "circle"),
    }


def test_measure_that_is_not_there_is_not_found(client: Client, figures: Westshire) -> None:
    Measure.objects.create(
        **{
            name: getattr(Measure.objects.get(), name)
            for name in ("group", "unit", "kind", "improvement", "inclusion", "adds_up")
        },
        code="gone",
        name="Gone",
        noun="offences",
        is_active=False,
    )
    for address in ("/performance/nothing/", "/performance/nothing/chart.svg", "/performance/gone/"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"quarter": "2030-31Q1"}, "There are no figures for that quarter."),
        ({"area": "E07000999"}, "No figures are kept for that area."),
    ],
)
def test_measure_nonsense_gets_a_message(
    client: Client, figures: Westshire, query: dict[str, str], message: str
) -> None:
    for more in ({}, {"csv": "1"}):
        text = main_of(client.get(ROBBERY_PAGE, {**query, **more}))
        assert f"There is a problem {message}" in text
        assert "October to December 2017 97 offences" in text
    response = client.get("/performance/robbery/chart.svg", query, follow=True)
    assert response.redirect_chain[0][1] == 302
    assert message in main_of(response)


def test_measure_text_is_shown_as_text(client: Client, westshire: Westshire) -> None:
    measure = measure_with_months("robbery", ROBBERY)
    Measure.objects.filter(pk=measure.pk).update(name="<script>alert(1)</script>", definition="<b>bold</b>")
    AnnotationFactory.create(measure=measure, label="<i>new</i>", text="<u>text</u>")
    CommentaryFactory.create(
        measure=measure, text="<s>said</s> {{ value }}", state=CommentaryState.PUBLISHED, published_at=LOADED_AT
    )
    summarise()

    for address in (ROBBERY_PAGE, CARD, "/performance/robbery/chart.svg", "/performance/areas/E23000099/"):
        html = client.get(address).content.decode()
        for tag in ("<script>alert", "<b>bold", "<i>new", "<u>text", "<s>said"):
            assert tag not in html
    assert "&lt;s&gt;said&lt;/s&gt; 97" in client.get(ROBBERY_PAGE).content.decode()


def test_measure_same_queries_for_1_and_3_of_everything(client: Client, westshire: Westshire) -> None:
    measure = MeasureFactory.create(code="robbery", rate_base="residents")
    force = SeriesFactory.create(measure=measure)
    load = LoadFactory.create()

    def add(number: int) -> None:
        months_of(force, date(2014 + number, 1, 1), ROBBERY[:12])
        district = DistrictFactory.create()
        months_of(SeriesFactory.create(measure=measure, force_area=None, district=district), FIRST, ROBBERY)
        AnnotationFactory.create(measure=measure, month=date(2017, number, 1))
        TargetFactory.create(measure=measure, starts_on=date(2016, number, 1))
        ForceQuestionFactory.create(
            series=force, state=QuestionState.ASKED, asked_at=LOADED_AT, due_on=date(2018, 1, 26)
        )
        LoadProblem.objects.create(
            load=load, severity=Severity.WARNING, message=f"Odd {number}", series=force, month=date(2017, 10, 1)
        )
        month = date(2014 + number, 2, 1)
        later = LoadFactory.create(replaces=True, reason="Late")
        Observation.objects.filter(series=force, month=month).update(superseded_by=later)
        ObservationFactory.create(series=force, month=month, value=50, load=later)
        MeasureFactory.create(code=f"other-{number}")
        summarise()

    add(1)
    asked = [queries_of(client, address) for address in every_address(district=False)]
    add(2)
    add(3)
    assert [queries_of(client, address) for address in every_address(district=False)] == asked


def every_address(*, district: bool = True) -> Iterator[str]:
    """Each page and file of the app, with robbery as its measure."""
    yield from (CARD, f"{CARD}?csv=1", ROBBERY_PAGE, f"{ROBBERY_PAGE}?csv=1", "/performance/robbery/chart.svg")
    yield from ("/performance/areas/E23000099/", "/performance/areas/E23000099/?csv=1", COMPARE, RULES)
    if district:
        yield from ("/performance/areas/E07000801/", f"{COMPARE}?measure=robbery&other_area=E07000801")


# --- what is restricted ------------------------------------------------------------------------------


@pytest.fixture
def secrets(figures: Westshire) -> Westshire:
    """A restricted measure, in an area of its own too, and restricted words about an open one."""
    secret = measure_with_months(f"{CANARY}-offences", [7, 8, 9] * 11, restricted=True)
    alone = DistrictFactory.create(code="E07000777", name=f"{CANARY} dale")
    months_of(SeriesFactory.create(measure=secret, force_area=None, district=alone), FIRST, [3] * 33)
    Measure.objects.filter(pk=secret.pk).update(definition=CANARY, rules=RuleChoice.NHS)
    TargetFactory.create(measure=secret, words=CANARY)
    AnnotationFactory.create(measure=secret, label=CANARY, text=CANARY)
    open_measure = Measure.objects.get(code="robbery")
    series = Series.objects.get(measure=open_measure, force_area__isnull=False)
    CommentaryFactory.create(
        measure=open_measure,
        text="Open words.",
        restricted_text=f"{CANARY} words.",
        state=CommentaryState.PUBLISHED,
        published_at=LOADED_AT,
    )
    asked: dict[str, Any] = {
        "series": series,
        "asked_at": LOADED_AT,
        "due_on": date(2018, 1, 26),
        "state": QuestionState.ANSWERED,
        "answered_for": "Superintendent",
        "answered_on": date(2018, 1, 20),
    }
    ForceQuestionFactory.create(**asked, question=f"{CANARY} one", answer="a", answer_is_restricted=True)
    ForceQuestionFactory.create(
        **asked, question=f"{CANARY} two", question_is_restricted=True, answer="b", answer_is_restricted=False
    )
    summarise()
    return figures


HIDDEN = (
    f"/performance/{CANARY}-offences/",
    f"/performance/{CANARY}-offences/?csv=1",
    f"/performance/{CANARY}-offences/chart.svg",
    "/performance/areas/E07000777/",
    "/performance/areas/E07000777/?csv=1",
)


def assert_nothing_restricted(client: Client) -> None:
    for address in (*every_address(), f"{CARD}?quarter=2017-18Q2", f"{COMPARE}?measure={CANARY}-offences"):
        with CaptureQueriesContext(connection) as caught:
            response = client.get(address)
            body = body_of(response)
        assert response.status_code == 200, address
        assert CANARY not in body, address
        fetched = " ".join(query["sql"] for query in caught)
        assert "restricted_text" not in fetched.replace('"restricted_text" =', ""), address
    for address in HIDDEN:
        assert client.get(address).status_code == 404, address
    assert client.get(CARD, {"area": "E07000777"}).context["filters"].errors == {
        "area": ["No figures are kept for that area. Choose an area from the list"]
    }


def test_restricted_is_not_there_for_the_public(client: Client, secrets: Westshire) -> None:
    assert_nothing_restricted(client)
    assert AccessLog.objects.count() == 0


@pytest.mark.parametrize("actor", ["ambassador_user", "stranger", "communications_officer"])
def test_restricted_is_not_there_for_the_wrong_role(
    client: Client, secrets: Westshire, request: pytest.FixtureRequest, actor: str
) -> None:
    assert_nothing_restricted(signed_in(client, request.getfixturevalue(actor)))


def test_restricted_is_not_there_before_the_second_step(client: Client, secrets: Westshire, panel_member: User) -> None:
    client.force_login(panel_member, backend=BACKEND)
    assert_nothing_restricted(client)


@pytest.mark.parametrize("actor", ["panel_member", "performance_officer"])
def test_restricted_is_shown_marked_and_recorded_for_those_who_may(
    client: Client, secrets: Westshire, request: pytest.FixtureRequest, actor: str
) -> None:
    user: User = request.getfixturevalue(actor)
    signed_in(client, user)
    AccessLog.objects.all().delete()
    name = f"{CANARY.capitalize()} offences"

    assert f"{name} Restricted" in main_of(client.get(CARD))
    assert "Restricted The public does not see this measure." in main_of(client.get(HIDDEN[0]))
    text = main_of(client.get(ROBBERY_PAGE))
    assert f"Open words. Restricted Not in the public edition. {CANARY} words." in text
    assert f"Restricted {CANARY} two" in text
    assert name in main_of(client.get(HIDDEN[3]))
    assert name in main_of(client.get(RULES))
    assert rows_of(client.get(HIDDEN[1]))[1][0] == name
    assert client.get(HIDDEN[2]).status_code == 200
    page = client.get(COMPARE, {"measure": f"{CANARY}-offences", "area": "E23000099", "other_area": "E07000777"})
    assert name in main_of(page)
    assert page["Cache-Control"] == "no-store"
    trace = AccessLog.objects.order_by("pk").values_list("kind", "by_id", "description")
    opened, exported = AccessKind.OPENED, AccessKind.EXPORTED
    subject = f"{name}: offences a month"
    assert [(kind, words) for kind, by, words in trace if by == user.pk] == [
        (opened, "Scorecard of Westshire force area, 2017-18Q3"),
        (opened, f"{subject}, 2017-18Q3"),
        (opened, "Robbery: offences a month, 2017-18Q3"),
        (opened, f"Measures of {CANARY} dale district, 2017-18Q3"),
        (exported, f"{subject}, 2017-18Q3"),
        (exported, f"Chart of {subject}, 2017-18Q3"),
        (opened, f"Comparison of {subject} and {subject}"),
    ]


# --- an area ---------------------------------------------------------------------------------------


def test_area_lists_every_measure_with_rates_beside_the_forces(client: Client, figures: Westshire) -> None:
    response = client.get("/performance/areas/E07000801/")
    text = main_of(response)

    assert text.startswith("Every measure, October to December 2017 Northton district")
    assert "1 of 1 measure has a signal" in text
    assert "Change Per 1,000 Force per 1,000 Last 24 months" in text
    assert "48 52 −4 (−8%) 0.37 0.50" in text
    assert "Midham district" in text
    assert 'href="/performance/robbery/?area=E07000801"' in response.content.decode()


def test_area_of_the_force_has_its_parts_and_no_second_rate(client: Client, figures: Westshire) -> None:
    SeriesFactory.create(measure=Measure.objects.get(), force_area=None, policing_area=figures.north)
    summarise()
    text = main_of(client.get("/performance/areas/E23000099/"))
    assert "Force per 1,000" not in text
    text = main_of(client.get("/performance/areas/north/"))
    assert text.startswith("Every measure, October to December 2017 North Westshire policing area")
    assert "Northton district" in text
    assert "Midham district" in text


def test_area_as_csv(client: Client, figures: Westshire) -> None:
    header, *rows = rows_of(client.get("/performance/areas/E07000801/", {"csv": "1"}))
    row = dict(zip(header, rows[0], strict=True))
    assert (row["Value"], row["Rate per 1,000"], row["Rate is per"], row["Rate of the force"]) == (
        "48",
        "0.37",
        "per 1,000 people in October to December 2017; 130,000 people, 2016",
        "0.50",
    )


def test_area_that_no_measure_is_kept_for_is_not_found(client: Client, figures: Westshire) -> None:
    DistrictFactory.create(code="E07000555")
    for code in ("E07000555", "nowhere"):
        assert client.get(f"/performance/areas/{code}/").status_code == 404


def test_area_unknown_quarter_gets_a_message(client: Client, figures: Westshire) -> None:
    response = client.get("/performance/areas/E07000801/", {"quarter": "1999-00Q1", "csv": "1"})
    assert "There is a problem There are no figures for that quarter." in main_of(response)


# --- comparison --------------------------------------------------------------------------------------


def test_compare_asks_before_it_shows(client: Client, figures: Westshire) -> None:
    response = client.get(COMPARE)
    assert "Choose a measure and an area, and then either another measure" in main_of(response)
    assert response.context["form"].errors == {}


def test_compare_one_measure_in_two_areas(client: Client, figures: Westshire) -> None:
    text = main_of(client.get(COMPARE, {"measure": "robbery", "area": "E07000801", "other_area": "E07000802"}))

    assert text.startswith("Robbery in two areas Northton district and Midham district")
    assert "Both charts have the same scale." in text
    assert "The two areas differ in how many people live there: compare the numbers per 1,000." in text
    assert "October to December 2017 48 31" in text
    assert "Change −4 (−8%) −3 (−9%)" in text
    assert "Per 1,000 in the quarter 0.37 0.48" in text
    assert "December 2017 13 8 November 2017 18 12" in text


def test_compare_two_measures_in_one_area(client: Client, figures: Westshire) -> None:
    measure_with_months("vehicle-offences", [4000 + number % 7 for number in range(10)])
    summarise()

    query = {"measure": "robbery", "other_measure": "vehicle-offences"}
    text = main_of(client.get(COMPARE, query))

    assert text.startswith("Two measures, Westshire force area Robbery and Vehicle offences")
    assert "Each chart has a scale of its own" in text
    assert "The two areas differ" not in text
    assert "April 2015 20 4,000" in text
    header, *rows = rows_of(client.get(COMPARE, {**query, "csv": "1"}))
    assert rows[0] == [
        *("2015-04", "Robbery", "Westshire force area", "20", "Count"),
        *("Vehicle offences", "Westshire force area", "4000", "Count"),
    ]
    assert len(header) == len(rows[0])


def test_compare_with_a_measure_that_has_no_months(client: Client, figures: Westshire) -> None:
    SeriesFactory.create(measure=MeasureFactory.create(code="empty", name="Empty"))
    summarise()

    text = main_of(client.get(COMPARE, {"measure": "robbery", "other_measure": "empty"}))

    assert "Empty No month has a figure." in text
    assert "October to December 2017 97 No figure" in text
    assert "Signal S: Mean raised, 20 to 33 Not tested" in text


@pytest.mark.parametrize(
    ("query", "errors"),
    [
        ({"measure": "robbery"}, {"other_measure": ["Choose another measure or another area to compare with"]}),
        (
            {"measure": "robbery", "other_measure": "burglary", "other_area": "E07000801"},
            {"other_area": ["Choose another measure or another area, not both"]},
        ),
        (
            {"measure": "robbery", "other_measure": "robbery"},
            {"other_measure": ["Choose a measure that is not the first one"]},
        ),
        (
            {"area": "E07000801", "other_area": "E07000801"},
            {"other_area": ["Choose an area that is not the first one"]},
        ),
        (
            {"measure": "x", "other_area": "y"},
            {
                "measure": ["There is no measure of that name. Choose a measure from the list"],
                "other_area": ["No figures are kept for that area. Choose an area from the list"],
            },
        ),
        (
            {"measure": "burglary", "other_area": "E07000801"},
            {"other_area": ["This measure is not kept for that area. Choose another area or another measure"]},
        ),
        (
            {"measure": "burglary", "area": "E07000801", "other_measure": "robbery"},
            {"measure": ["This measure is not kept for that area. Choose another area or another measure"]},
        ),
    ],
)
def test_compare_says_what_to_choose_and_keeps_what_was_chosen(
    client: Client, figures: Westshire, query: dict[str, str], errors: dict[str, list[str]]
) -> None:
    measure_with_months("burglary", ROBBERY)
    summarise()

    response = client.get(COMPARE, query)

    assert response.context["form"].errors == errors
    assert response.context["pair"] is None
    text = main_of(response)
    assert all(message in text for messages in errors.values() for message in messages)
    if query.get("area") == "E07000801":
        assert '<option value="E07000801" selected>' in response.content.decode()


# --- how signals are found ---------------------------------------------------------------------------


def test_rules_are_those_in_force(client: Client, westshire: Westshire) -> None:
    text = main_of(client.get(RULES))
    assert "This office uses the rules called Run of eight ." in text
    assert "After 8 in a row on one side, the average starts anew from the first of them." in text
    assert "T Trend Several months one after the other each rise, or each fall No" in text
    assert "S Shift 8 months in a row lie on the same side of the mean Yes" in text
    assert "With fewer than 5 months there are no limits, and nothing is tested. From 5 to 11 months" in text


def test_rules_follow_the_offices_choice_and_name_what_departs(client: Client, westshire: Westshire) -> None:
    HouseRulesFactory.create(rule_set=RuleChoice.NHS, screen=True, percent_from=50, fewest_for_firm_limits=15)
    MeasureFactory.create(code="robbery", name="Robbery", rules=RuleChoice.RUN_OF_EIGHT)
    MeasureFactory.create(survey=True, code="satisfaction", name="Victim satisfaction")

    text = main_of(client.get(RULES))

    assert "This office uses the rules called NHS Making Data Count ." in text
    assert "S Shift 7 months in a row lie on the same side of the mean Yes" in text
    assert "T Trend 7 months one after the other each rise, or each fall Yes" in text
    assert "From 5 to 14 months the limits are on trial" in text
    assert "Steps that are far larger than the others are left out" in text
    assert "the earlier number is 50 or more" in text
    assert "Robbery : Run of eight, with re-basing" in text
    assert "Victim satisfaction" in text


# --- every portal -------------------------------------------------------------------------------------


def test_performance_is_in_the_navigation_of_every_portal(
    client: Client, westshire: Westshire, panel_member: User, ambassador_user: User, performance_officer: User
) -> None:
    link = f'href="{reverse("performance:scorecard")}"'
    for address in ("/", "/forums/", "/panel/reports/", "/help/", "/account/sign-in/"):
        assert link in client.get(address).content.decode(), address
    assert link in signed_in(Client(), panel_member).get("/panel/").content.decode()
    assert link in signed_in(Client(), ambassador_user).get("/ambassadors/", follow=True).content.decode()
    assert link in signed_in(Client(), performance_officer).get("/staff/").content.decode()


def test_scorecard_is_current_in_the_navigation(client: Client, figures: Westshire) -> None:
    assert '<a href="/performance/" aria-current="page">Performance</a>' in client.get(CARD).content.decode()
    assert '<a href="/performance/" aria-current="true">Performance</a>' in client.get(ROBBERY_PAGE).content.decode()
