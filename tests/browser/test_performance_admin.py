"""The staff's pages of figures in a real browser: accessible, under the strict policy, on a desk and a phone."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from opcc.accounts.models import User
from opcc.reference.enums import OrganisationKind
from performance.enums import LoadState, Severity
from performance.models import Commentary, Load, LoadProblem, Observation
from tests.factories.performance import (
    AnnotationFactory,
    ArchivedProjectionFactory,
    CommentaryFactory,
    ForceQuestionFactory,
    HouseRulesFactory,
    LoadFactory,
    MeasureFactory,
    ObservationFactory,
    PeerMemberFactory,
    PeerStandingFactory,
    PeerValueFactory,
    PhaseChangeFactory,
    SeriesFactory,
    TargetFactory,
)
from tests.factories.reference import ContactFactory, OfficeProfileFactory
from tests.performance.quarters import robbery
from tests.support.actors import browser_session
from tests.support.browser import axe, settle

STAFF = "/staff/performance"
BEGUN = f"{STAFF}/commentary/add/?measure=arson&quarter=2017-18Q3"
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def addresses() -> list[str]:
    """Every page of this part of the office, each with something on it."""
    OfficeProfileFactory.create()
    ContactFactory.create(organisation__name="Westshire Police", organisation__kind=OrganisationKind.POLICE)
    measure = robbery()
    robbery(code="arson", name="Arson")
    TargetFactory.create(measure=measure)
    commentary = CommentaryFactory.create(
        measure=measure,
        summary="{{ value }} offences, {{ change }}",
        text="A rise to {{ value }}.\n97 is typed, and {{ rate }} is not known.",
        restricted_text="One group.",
    )
    draft, asked = ForceQuestionFactory.create(), ForceQuestionFactory.create(asked=True)
    answered = ForceQuestionFactory.create(answered=True)
    change = PhaseChangeFactory.create(series=measure.series.earliest("pk"))
    annotation = AnnotationFactory.create(measure=measure)
    member = PeerMemberFactory.create()
    rank, value = PeerStandingFactory.create(group=member.group), PeerValueFactory.create(member=member)
    projection = ArchivedProjectionFactory.create(series=measure.series.earliest("pk"))
    HouseRulesFactory.create()
    figure, load = a_figure_and_a_refused_load()
    return [
        "/staff/",
        f"{STAFF}/load/",
        f"{STAFF}/load/add/",
        f"{STAFF}/load/{load.pk}/change/",
        f"{STAFF}/load/{load.pk}/change/?kind=error",
        f"{STAFF}/observation/",
        f"{STAFF}/observation/{figure.pk}/change/",
        f"{STAFF}/measure/",
        f"{STAFF}/measure/add/",
        f"{STAFF}/measure/{measure.pk}/change/",
        f"{STAFF}/measure/{measure.pk}/history/",
        f"{STAFF}/topicgroup/",
        f"{STAFF}/commentary/",
        f"{STAFF}/commentary/add/",
        BEGUN,
        f"{STAFF}/commentary/{commentary.pk}/change/",
        f"{STAFF}/commentary/{commentary.pk}/history/",
        f"{STAFF}/commentary/missing/",
        f"{STAFF}/forcequestion/",
        f"{STAFF}/forcequestion/add/",
        f"{STAFF}/forcequestion/{draft.pk}/change/",
        f"{STAFF}/forcequestion/{asked.pk}/change/",
        f"{STAFF}/forcequestion/{answered.pk}/change/",
        f"{STAFF}/phasechange/",
        f"{STAFF}/phasechange/{change.pk}/change/",
        f"{STAFF}/annotation/",
        f"{STAFF}/annotation/add/",
        f"{STAFF}/annotation/{annotation.pk}/change/",
        f"{STAFF}/peergroup/{member.group.pk}/change/",
        f"{STAFF}/peerstanding/",
        f"{STAFF}/peerstanding/{rank.pk}/change/",
        f"{STAFF}/peervalue/{value.pk}/change/",
        f"{STAFF}/archivedprojection/",
        f"{STAFF}/archivedprojection/{projection.pk}/change/",
        f"{STAFF}/houserules/1/change/",
    ]


def a_figure_and_a_refused_load() -> tuple[Observation, Load]:
    """A figure that was replaced, and a file with errors and a warning."""
    series = SeriesFactory.create()
    later = LoadFactory.create(replaces=True, reason="Late records of the October return", file_name="revised.csv")
    figure = ObservationFactory.create(series=series, value=34, superseded_by=later)
    ObservationFactory.create(series=series, value=36, load=later, line=7, status="revised")
    load = LoadFactory.create(state=LoadState.REFUSED, error_count=2, warning_count=1, file_name="q3.csv")
    for severity, line, column, found, message in (
        (Severity.ERROR, 2, "measure", "Robery", "This is not a known measure. Did you mean 'Robbery'?"),
        (Severity.ERROR, 3, "value", "3 + 1", "This is a sum or a range. Write the one number that is meant."),
        (Severity.WARNING, 9, "n", "", "This share has no n, so nobody can tell how sure it is."),
    ):
        LoadProblem.objects.create(load=load, severity=severity, line=line, column=column, found=found, message=message)
    return figure, load


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_pages_of_figures_pass_axe_and_fit_the_screen(
    open_page: Callable[..., Page], live_server: Any, performance_officer: User, phone: bool
) -> None:
    page = open_page(phone=phone)
    browser_session(page, live_server, performance_officer)
    found, too_wide = {}, []
    for address in addresses():
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        found[address] = axe(page)
        if not page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"):
            too_wide.append(address)
    assert {address: lines for address, lines in found.items() if lines} == {}
    assert too_wide == []


def test_button_puts_a_figure_in_at_the_cursor(page: Page, live_server: Any, performance_officer: User) -> None:
    robbery(code="arson", name="Arson")
    browser_session(page, live_server, performance_officer)
    page.goto(BEGUN)
    line = page.get_by_label("Line in the summary")
    line.fill("There were  offences")
    line.evaluate("box => box.setSelectionRange(11, 11)")

    page.get_by_role("button", name="Put in October to December 2017, Westshire force area").click()
    page.get_by_label("Commentary:", exact=True).click()
    page.get_by_role("button", name="Put in The change on the quarter before").first.click()

    expect(line).to_have_value("There were {{ value }} offences")
    expect(page.get_by_label("Commentary:", exact=True)).to_have_value("{{ change }}")
    page.get_by_role("button", name="Preview").click()
    expect(page.locator(".o-read")).to_contain_text("There were 97 offences")
    assert axe(page) == []
    page.get_by_role("button", name="Save").click()
    settle(page)
    assert Commentary.objects.get().summary == "There were {{ value }} offences"


def test_commentary_is_written_without_scripts(plain_phone: Page, live_server: Any, performance_officer: User) -> None:
    robbery(code="arson", name="Arson")
    browser_session(plain_phone, live_server, performance_officer)
    plain_phone.goto(f"{STAFF}/commentary/add/")
    plain_phone.get_by_label("Measure").select_option("arson")
    plain_phone.get_by_label("Quarter").select_option("2017-18Q3")
    plain_phone.get_by_role("button", name="Continue").click()
    expect(plain_phone.locator(".o-figures")).to_contain_text("{{ month1 }}")
    expect(plain_phone.get_by_role("button", name="Put in")).to_have_count(0)

    plain_phone.get_by_label("Line in the summary").fill("October had {{ month1 }}")
    plain_phone.get_by_role("button", name="Preview").click()
    expect(plain_phone.locator(".o-read")).to_contain_text("October had 34")
    plain_phone.get_by_role("button", name="Save").click()
    settle(plain_phone)

    assert Commentary.objects.get().summary == "October had {{ month1 }}"


def test_target_is_added_by_a_row_of_its_own(page: Page, live_server: Any, performance_officer: User) -> None:
    measure = MeasureFactory.create(code="arson", name="Arson")
    browser_session(page, live_server, performance_officer)
    page.goto(f"{STAFF}/measure/{measure.pk}/change/")

    page.get_by_role("button", name="Add another Target").click()
    page.get_by_label("Value:").first.fill("80")
    page.get_by_label("Starts on:").first.fill("01/04/2016")
    page.get_by_role("button", name="Save and continue editing").click()
    settle(page)

    assert measure.targets.get().value == 80
    assert axe(page) == []
