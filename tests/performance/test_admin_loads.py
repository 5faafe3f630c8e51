"""The staff's pages of loads: bringing a file, what was wrong with it, putting it in place, taking it away."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from opcc.accounts.models import User
from opcc.core.enums import AccessKind
from opcc.core.models import AccessLog
from performance import operations
from performance.enums import LoadState, Severity
from performance.models import Load, LoadProblem, Observation
from tests.factories.performance import LoadFactory, MeasureFactory, ObservationFactory, SeriesFactory
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db

BRING = "/staff/performance/load/add/"
CANARY = "Quillfeather"


@pytest.fixture
def officer(performance_officer: User) -> Client:
    return signed_in_client(performance_officer)


def file(value: object, name: str = "figures.csv") -> BytesIO:
    content = BytesIO(
        f"measure,area,month,value,unit,source\nRobbery,Westshire force area,2017-10,{value},count,R\n".encode()
    )
    content.name = name
    return content


def bring(client: Client, **more: Any) -> Any:
    return client.post(BRING, {"kind": "observations", "file": file(34), **more}, follow=True)


def text(answer: Any) -> str:
    return b"".join(answer.streaming_content).decode() if answer.streaming else answer.content.decode()


def press(client: Client, load: Load, button: str, **answers: str) -> Any:
    address = reverse("admin:performance_load_press", args=[load.pk, button])
    return client.post(address, {f"{button}-{name}": words for name, words in answers.items()}, follow=True)


def test_bringing_a_file_queues_it_and_shows_how_far_it_is(officer: Client, performance_officer: User) -> None:
    SeriesFactory.create(measure=MeasureFactory.create(code="robbery", name="Robbery"))

    answer = bring(officer)

    load = Load.objects.get()
    assert (load.state, load.requested_by, load.file_name) == (LoadState.QUEUED, performance_officer, "figures.csv")
    assert answer.redirect_chain == [(f"/staff/performance/load/{load.pk}/change/", 302)]
    assert "Waiting for a worker" in text(answer)
    operations.run_load(load_id=load.pk, at=timezone.now())
    assert "Waiting for a worker" not in text(officer.get(f"/staff/performance/load/{load.pk}/change/"))
    assert "This very file was loaded on" in text(bring(officer))
    assert Load.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"file": ""}, "Choose a file"),
        ({"file": file(34, "figures.pdf")}, "neither in .csv nor in .xlsx"),
        ({"kind": "street_level"}, "Choose the file that says which district each LSOA lies in"),
        ({"lookup_file": file(1, "lookup.csv")}, "Only street-level data needs a file of LSOAs"),
    ],
)
def test_bringing_what_cannot_be_loaded_is_refused_in_words(officer: Client, said: dict[str, Any], words: str) -> None:
    answer = bring(officer, **said)

    assert answer.status_code == 200
    assert words in text(answer)
    assert not Load.objects.exists()


def test_other_staff_read_loads_and_bring_none(treasurer: User, ambassador_user: User) -> None:
    load = LoadFactory.create()
    reader = signed_in_client(treasurer)

    assert reader.get(f"/staff/performance/load/{load.pk}/change/").status_code == 200
    assert reader.get(BRING).status_code == 403
    assert reader.post(BRING, {"kind": "observations", "file": file(34)}).status_code == 403
    assert signed_in_client(ambassador_user).get("/staff/performance/load/", follow=True).status_code == 403


def test_refused_file_is_put_in_place_with_its_reason(officer: Client) -> None:
    series = SeriesFactory.create(measure=MeasureFactory.create(code="robbery", name="Robbery"))
    ObservationFactory.create(series=series, value=30)
    bring(officer)
    refused = Load.objects.latest("pk")
    operations.run_load(load_id=refused.pk, at=timezone.now())
    refused.refresh_from_db()

    page = text(officer.get(f"/staff/performance/load/{refused.pk}/change/"))
    assert "Nothing was changed. The file would change figures that are here: put it in their place" in page
    assert "Enter why the figures are replaced" in text(press(officer, refused, "replace"))
    assert "in place of what is here" in text(press(officer, refused, "replace", reason="Late records"))
    operations.run_load(load_id=Load.objects.latest("pk").pk, at=timezone.now())
    assert list(Observation.objects.current().values_list("value", flat=True)) == [34]


def test_failed_load_is_tried_again(officer: Client) -> None:
    load = LoadFactory.create(state=LoadState.FAILED, failure="The disk is full.", rows=None)

    assert "The disk is full." in text(officer.get(f"/staff/performance/load/{load.pk}/change/"))
    press(officer, load, "retry")
    load.refresh_from_db()
    assert (load.state, load.failure) == (LoadState.QUEUED, "")


def test_lines_about_restricted_measures_are_for_cleared_people(officer: Client, treasurer: User) -> None:
    load = LoadFactory.create()
    secret = SeriesFactory.create(measure=MeasureFactory.create(code="secret", name=CANARY, is_restricted=True))
    ObservationFactory.create(series=secret, load=load, note=CANARY)
    for series, words in ((secret, f"{CANARY} is far outside"), (SeriesFactory.create(), "Robbery is far outside")):
        LoadProblem.objects.create(load=load, severity=Severity.WARNING, line=2, message=words, series=series)
    reader = signed_in_client(treasurer)
    places = (
        f"/staff/performance/load/{load.pk}/change/",
        f"/staff/performance/load/{load.pk}/problems/",
        "/staff/performance/observation/",
    )

    for place in places:
        assert CANARY in text(officer.get(place))
        assert CANARY not in text(reader.get(place))
    assert reader.get(f"/staff/performance/load/{load.pk}/file/").status_code == 404


def test_file_and_templates_are_taken_as_files(officer: Client) -> None:
    SeriesFactory.create(measure=MeasureFactory.create(code="robbery", name="Robbery"))
    bring(officer)
    load = Load.objects.get()

    taken = officer.get(f"/staff/performance/load/{load.pk}/file/")
    assert taken.headers["Content-Disposition"] == 'attachment; filename="figures.csv"'
    assert text(taken) == file(34).getvalue().decode()
    assert AccessLog.objects.filter(kind=AccessKind.EXPORTED, description="The file figures.csv").count() == 1
    template = text(officer.get("/staff/performance/load/template/quarters/"))
    assert template.startswith("\ufeffmeasure,area,quarter,value,average,source")
    assert officer.get("/staff/performance/load/template/street_level/").status_code == 404
    assert officer.get("/staff/performance/load/0/file/").status_code in {302, 404}


def test_figures_say_what_took_their_place(officer: Client) -> None:
    later = LoadFactory.create(replaces=True, reason="Late records", file_name="later.csv")
    robbery = SeriesFactory.create(measure=MeasureFactory.create(code="robbery"))
    earlier = LoadFactory.create(file_name="earlier.csv")
    figure = ObservationFactory.create(series=robbery, load=earlier, value=34, superseded_by=later)
    ObservationFactory.create(series=robbery, value=36, load=later, line=7)

    page = text(officer.get(f"/staff/performance/observation/{figure.pk}/change/"))
    assert "later.csv: Late records" in page
    assert "Robbery, Westshire force area, October 2017" in page
    table = page[page.index("published-title") :].partition("</table>")[0]
    assert [" ".join(strip_tags(row).split()) for row in table.split("<tr>")[2:]][:2] == [
        "36 Value 12 January 2018, 9am the console later.csv, line 7 –",
        "34 (this one) Superseded 12 January 2018, 9am the console earlier.csv Late records",
    ]
    assert text(officer.get("/staff/performance/observation/?standing=before")).count("field-about") == 1
    assert text(officer.get("/staff/performance/observation/?standing=now")).count("field-about") == 1


def test_problems_are_shown_and_taken_by_kind(officer: Client) -> None:
    load = LoadFactory.create(state=LoadState.REFUSED, error_count=1, warning_count=1)
    for severity, words in ((Severity.ERROR, "There is no month 13."), (Severity.WARNING, "There is no n.")):
        LoadProblem.objects.create(load=load, severity=severity, line=2, message=words)

    def shown(query: str, place: str = "change") -> list[bool]:
        page = text(officer.get(f"/staff/performance/load/{load.pk}/{place}/{query}"))
        return [words in page for words in ("no month 13", "no n.")]

    assert [shown(query) for query in ("", "?kind=error", "?kind=warning", "?kind=odd")] == [
        [True, True],
        [True, False],
        [False, True],
        [True, True],
    ]
    assert shown("?kind=warning", "problems") == [False, True]


def test_person_who_brought_a_file_reads_it_without_clearance(treasurer: User, give: Any) -> None:
    loader, other = give(treasurer, "add_load"), signed_in_client(treasurer)
    load = LoadFactory.create(state=LoadState.REFUSED, error_count=1, requested_by=loader, file="figures.csv")
    LoadProblem.objects.create(load=load, severity=Severity.ERROR, line=2, message="There is no month 13.")
    page = f"/staff/performance/load/{load.pk}/change/"

    assert "There is no month 13." in text(other.get(page))
    assert "Download the file as it came" in text(other.get(page))
    Load.objects.update(requested_by=None)
    assert "There is no month 13." not in text(other.get(page))
    assert other.get(f"/staff/performance/load/{load.pk}/file/").status_code == 404
