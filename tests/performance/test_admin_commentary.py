"""The staff's pages of commentary: begun, written beside the figures, previewed, published, and kept from some."""

from typing import Any

import pytest
from django.test import Client

from opcc.accounts.models import User
from performance.enums import CommentaryState, Inclusion
from performance.models import Commentary, Measure
from performance.operations import publish_commentary
from tests.factories.performance import LOADED_AT, CommentaryFactory, MeasureFactory
from tests.performance.quarters import robbery
from tests.performance.staff import STAFF, errors, number_of_queries, one_line, page, press, told
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db
SECRET = "A named group is under investigation."
BEGUN = f"{STAFF}/commentary/add/?measure=robbery&quarter=2017-18Q3"


@pytest.fixture
def officer(performance_officer: User) -> Client:
    return signed_in_client(performance_officer)


@pytest.fixture
def not_cleared(treasurer: User) -> Client:
    """Staff who read commentary, but nothing restricted."""
    return signed_in_client(treasurer)


@pytest.fixture
def measure(db: None) -> Measure:
    return robbery()


def written(**values: Any) -> dict[str, Any]:
    return {
        "summary": "",
        "text": "",
        "restricted_text": "",
        "inclusion": "by_rule",
        "reason": "",
        "seen": "",
        **values,
    }


def change(commentary: Commentary) -> str:
    return f"{STAFF}/commentary/{commentary.pk}/change/"


# --- Beginning ----------------------------------------------------------------------------------------


def test_begin_asks_for_measure_and_quarter(officer: Client, measure: Measure) -> None:
    MeasureFactory.create(name="Given up", is_active=False)

    form = officer.get(f"{STAFF}/commentary/add/").context["form"]

    assert [str(label) for _, label in form.fields["measure"].choices] == ["Choose a measure", "Robbery"]
    assert str(form["quarter"].value()) == "2017-18Q3"
    assert ("2017-18Q3", "October to December 2017 (2017-18Q3)") in dict(form.fields["quarter"].choices)["2017-18"]


def test_begin_with_bad_input_says_what_to_do(officer: Client, measure: Measure) -> None:
    response = officer.get(f"{STAFF}/commentary/add/?measure=arson&quarter=autumn")

    assert response.context["form"].errors == {
        "measure": ["Choose a measure from the list."],
        "quarter": ["Select a valid choice. autumn is not one of the available choices."],
    }
    assert officer.get(f"{STAFF}/commentary/add/?measure=&quarter=").context["form"].errors == {
        "measure": ["Choose the measure."],
        "quarter": ["Choose the quarter."],
    }


def test_begin_leads_to_the_one_that_is_there(officer: Client, measure: Measure) -> None:
    there = CommentaryFactory.create(measure=measure)

    assert officer.get(BEGUN)["Location"] == change(there)


def test_begin_of_a_measure_that_is_kept_from_the_person(give: Any, treasurer: User, measure: Measure) -> None:
    client = signed_in_client(give(treasurer, "add_commentary", "change_commentary"))
    MeasureFactory.create(code="covert", name="Covert", is_restricted=True)

    response = client.get(f"{STAFF}/commentary/add/?measure=covert&quarter=2017-18Q3")

    assert response.context["form"].errors["measure"] == ["Choose a measure from the list."]
    assert "Covert" not in one_line(response)


# --- Writing ------------------------------------------------------------------------------------------


def test_picker_lists_every_figure_with_its_value_today(officer: Client, measure: Measure) -> None:
    subject = officer.get(BEGUN).context["subject"]

    assert [(each.placeholder, each.label, each.words) for each in subject.offered] == [
        ("{{ value }}", "October to December 2017", "97"),
        ("{{ previous }}", "July to September 2017", "105"),
        ("{{ same_last_year }}", "October to December 2016", "not known"),
        ("{{ average }}", "The quarter average", subject.figures["average"]),
        ("{{ change }}", "The change on the quarter before, in words", "a decrease of 8%"),
        (
            "{{ against_average }}",
            "Above or below the quarter average, in words",
            subject.figures["against_average"],
        ),
        ("{{ rate }}", "The rate per 1,000", "not known"),
        ("{{ mean }}", "The monthly average in force", subject.figures["mean"]),
        ("{{ lower }}", "Lower limit of a usual month", subject.figures["lower"]),
        ("{{ upper }}", "Upper limit of a usual month", subject.figures["upper"]),
        ("{{ month1 }}", "October 2017", "34"),
        ("{{ month2 }}", "November 2017", "30"),
        ("{{ month3 }}", "December 2017", "33"),
    ]
    ((area, figures),) = subject.of_parts
    assert (area, figures[0].placeholder, figures[0].words) == (
        "North Westshire policing area",
        "{{ north-westshire_value }}",
        "48",
    )


def test_commentary_is_written(officer: Client, measure: Measure, performance_officer: User) -> None:
    response = officer.post(BEGUN, written(summary="{{ value }} offences", restricted_text=SECRET), follow=True)

    commentary = Commentary.objects.get()
    assert response.redirect_chain == [(change(commentary), 302)]
    assert told(response) == ["The commentary is saved as a draft. Publish it when it is ready."]
    assert (commentary.summary, commentary.restricted_text, commentary.written_by) == (
        "{{ value }} offences",
        SECRET,
        performance_officer,
    )


def test_preview_shows_the_numbers_in_place_and_saves_nothing(officer: Client, measure: Measure) -> None:
    typed = written(
        summary="{{ value }} offences, {{ change }}",
        text="{{ value }} shows a rise.\n\n97 is a lot.",
        restricted_text="In {{ month1 }} cases.",
    )

    response = officer.post(BEGUN, {**typed, "_preview": ""})

    preview = response.context["preview"]
    assert (preview.summary, preview.text, preview.restricted_text, preview.is_typed) == (
        "97 offences, a decrease of 8%",
        ("97 shows a rise.", "97 is a lot."),
        ("In 34 cases.",),
        True,
    )
    assert [finding.message for finding in preview.findings] == [
        "Write {{ value }} in place of 97, so that a revised figure changes it.",
        "The figures say ‘a decrease of 8%’, and this says ‘up’.",
    ]
    words = one_line(response)
    assert "Preview: not saved yet" in words
    assert "{{ value }} shows a rise." in words
    assert 'class="errornote"' not in words
    assert not Commentary.objects.exists()


def test_preview_says_which_figures_are_not_known(officer: Client, measure: Measure) -> None:
    response = officer.post(BEGUN, {**written(text="{{ rate }} and {{ same_last_year }}"), "_preview": ""})

    assert response.context["preview"].not_known == ("rate", "same_last_year")
    assert "cannot be published until these figures are in" in one_line(response)


def test_preview_of_markup_is_text(officer: Client, measure: Measure) -> None:
    words = one_line(officer.post(BEGUN, {**written(summary="<b>{{ value }}</b>"), "_preview": ""}))

    assert "&lt;b&gt;97&lt;/b&gt;" in words
    assert "<b>97</b>" not in words


@pytest.mark.parametrize("pressed", [{}, {"_preview": ""}])
def test_unknown_placeholder_is_refused_beside_each_field(
    officer: Client, measure: Measure, pressed: dict[str, str]
) -> None:
    typed = written(summary="{{ vallue }}", text="{{ value", restricted_text="Fine")

    response = officer.post(BEGUN, {**typed, **pressed})

    assert errors(response) == {
        "summary": ["There is no figure called ‘vallue’. Did you mean ‘value’? It is in line 1: ‘{{ vallue }}’."],
        "text": [
            (
                "A brace is left over. Write two braces on each side, in one line: {{ value }}. "
                "It is in line 1: ‘{{ value’."
            )
        ],
    }
    assert response.context["preview"] is None
    assert "{{ vallue }}" in one_line(response)
    assert not Commentary.objects.exists()


def test_what_the_operation_refuses_stands_beside_its_field(officer: Client, measure: Measure) -> None:
    response = officer.post(BEGUN, written(summary="Words, typed with care", inclusion="left_out"))

    assert errors(response)["reason"] == ["Say why this quarter departs from the measure’s rule."]
    assert "Words, typed with care" in one_line(response)
    assert not Commentary.objects.exists()


def test_choice_that_is_none_is_refused(officer: Client, measure: Measure) -> None:
    response = officer.post(BEGUN, written(summary="Words", inclusion="perhaps"))

    assert list(errors(response)) == ["inclusion"]
    assert not Commentary.objects.exists()


def test_commentary_is_changed_and_not_over_somebody_elses(officer: Client, measure: Measure) -> None:
    commentary = CommentaryFactory.create(measure=measure, summary="As it was")
    seen = officer.get(change(commentary)).context["adminform"].form["seen"].value()
    assert seen == LOADED_AT.isoformat()

    officer.post(change(commentary), written(summary="Mine", seen=seen))
    refused = officer.post(change(commentary), written(summary="Too late", seen=seen))

    assert Commentary.objects.get().summary == "Mine"
    (message,) = errors(refused)["__all__"]
    assert message.startswith("Somebody saved this commentary after you opened it.")
    assert "Too late" in one_line(refused)
    tampered = officer.post(change(commentary), written(summary="No time", seen="yesterday"))
    assert errors(tampered)["__all__"] == [message]


def test_page_of_a_commentary_shows_it_as_it_reads_today(officer: Client, measure: Measure) -> None:
    commentary = CommentaryFactory.create(
        measure=measure, summary="{{ value }} offences", text="", source="Written for the sample"
    )

    response = officer.get(change(commentary))

    assert (response.context["preview"].summary, response.context["preview"].is_typed) == ("97 offences", False)
    assert response.context["in_report"] == "Included: by its rule, ‘Month and quarter’"
    words = one_line(response)
    assert "Robbery: commentary on October to December 2017" in words
    assert 'href="/performance/robbery/?quarter=2017-18Q3"' in words
    assert "As it reads today" in words
    assert "Written for the sample" in words


def test_page_of_a_commentary_whose_placeholder_is_gone(officer: Client, measure: Measure) -> None:
    commentary = CommentaryFactory.create(measure=measure, text="{{ south_value }}")

    response = officer.get(change(commentary))

    assert (response.status_code, response.context["preview"]) == (200, None)
    assert told(press(officer, commentary, "publish"))[0].startswith("There is no figure called ‘south_value’.")


def test_page_of_a_commentary_on_a_measure_without_areas(officer: Client) -> None:
    bare = MeasureFactory.create(code="bare", name="Bare", inclusion=Inclusion.QUARTER)
    commentary = CommentaryFactory.create(measure=bare, text="Nothing is counted yet.")

    response = officer.get(change(commentary))

    assert response.context["in_report"] == "Left out: the measure is kept for no area"
    assert "so there are no figures yet" in one_line(response)


# --- Publishing ---------------------------------------------------------------------------------------


def test_publish_and_withdraw(officer: Client, measure: Measure) -> None:
    commentary = CommentaryFactory.create(measure=measure, summary="{{ value }} offences")

    assert told(press(officer, commentary, "publish")) == ["The commentary is published."]
    assert Commentary.objects.get().state == CommentaryState.PUBLISHED
    shown = page(officer, f"commentary/{commentary.pk}/change/")
    assert 'name="_save"' not in shown
    assert "Figures you can put in" not in shown
    assert officer.post(change(commentary), written(summary="Other")).status_code == 403

    assert told(press(officer, commentary, "withdraw")) == ["The commentary is a draft again."]
    assert Commentary.objects.get().state == CommentaryState.DRAFT


def test_publish_says_which_figures_are_not_known(officer: Client, measure: Measure) -> None:
    commentary = CommentaryFactory.create(measure=measure, text="{{ rate }}")

    assert told(press(officer, commentary, "publish")) == [
        "Not known for this quarter: ‘rate’. Load the figures, or write the commentary without them."
    ]
    assert Commentary.objects.get().state == CommentaryState.DRAFT


def test_roles_that_only_read_may_not_write(not_cleared: Client, measure: Measure) -> None:
    commentary = CommentaryFactory.create(measure=measure)

    assert not_cleared.get(BEGUN).status_code == 403
    assert not_cleared.post(change(commentary), written(summary="Mine")).status_code == 403
    assert press(not_cleared, commentary, "publish").status_code == 403
    assert "Figures you can put in" not in page(not_cleared, f"commentary/{commentary.pk}/change/")


def test_roles_that_do_not_read_commentary_are_refused(grants_officer: User, measure: Measure) -> None:
    client = signed_in_client(grants_officer)
    commentary = CommentaryFactory.create(measure=measure)

    for address in ("commentary/", "commentary/add/", "commentary/missing/", f"commentary/{commentary.pk}/change/"):
        assert client.get(f"{STAFF}/{address}").status_code == 403


# --- Who sees what ------------------------------------------------------------------------------------


def test_restricted_part_is_for_cleared_people_only(not_cleared: Client, officer: Client, measure: Measure) -> None:
    commentary = CommentaryFactory.create(measure=measure, restricted_text=SECRET)
    Commentary.objects.filter(pk=commentary.pk).update(restricted_text=f"{SECRET} Still.")

    for address in (f"commentary/{commentary.pk}/change/", f"commentary/{commentary.pk}/history/"):
        assert SECRET not in page(not_cleared, address)
        assert "restricted edition" not in page(not_cleared, address)
        assert SECRET in page(officer, address)


def test_address_may_not_ask_by_the_restricted_part(not_cleared: Client, officer: Client, measure: Measure) -> None:
    CommentaryFactory.create(measure=measure, restricted_text=SECRET)
    asking = f"{STAFF}/commentary/?restricted_text__contains=named"

    assert not_cleared.get(asking).status_code == 400
    assert "Robbery" in one_line(officer.get(asking))
    assert "Robbery" not in one_line(not_cleared.get(f"{STAFF}/commentary/?q=named"))


def test_writer_who_is_not_cleared_keeps_the_restricted_part(give: Any, treasurer: User, measure: Measure) -> None:
    client = signed_in_client(give(treasurer, "add_commentary", "change_commentary"))
    commentary = CommentaryFactory.create(measure=measure, restricted_text=SECRET)
    given = written(summary="Mine", seen=LOADED_AT.isoformat())

    client.post(change(commentary), {**given, "restricted_text": "Put in by hand"})

    kept = Commentary.objects.get()
    assert (kept.summary, kept.restricted_text) == ("Mine", SECRET)
    assert SECRET not in one_line(client.post(change(commentary), {**given, "_preview": ""}))


def test_commentary_on_a_restricted_measure_is_not_there(not_cleared: Client, officer: Client) -> None:
    hidden = MeasureFactory.create(name="Covert", is_restricted=True)
    commentary = CommentaryFactory.create(measure=hidden, summary="Covert words")

    assert "Covert" not in page(not_cleared, "commentary/")
    assert "Covert" not in page(not_cleared, "commentary/?q=overt")
    for path in ("change/", "history/"):
        response = not_cleared.get(f"{STAFF}/commentary/{commentary.pk}/{path}", follow=True)
        assert "Covert" not in one_line(response)
    assert not_cleared.post(f"{STAFF}/commentary/{commentary.pk}/press/publish/").status_code == 404
    assert "Covert words" in page(officer, f"commentary/{commentary.pk}/change/")


def test_export_has_no_restricted_part(communications_officer: User, measure: Measure) -> None:
    hidden = CommentaryFactory.create(measure=MeasureFactory.create(name="Covert", is_restricted=True))
    commentary = CommentaryFactory.create(measure=measure, restricted_text=SECRET)
    chosen = {"action": "export_as_csv", "_selected_action": [commentary.pk, hidden.pk]}

    lines = signed_in_client(communications_officer).post(f"{STAFF}/commentary/", chosen).getvalue().decode()

    assert "Robbery" in lines
    assert SECRET not in lines
    assert "Covert" not in lines


# --- What is missing ----------------------------------------------------------------------------------


def test_missing_lists_what_the_report_includes_and_nobody_wrote(
    officer: Client, not_cleared: Client, measure: Measure
) -> None:
    robbery(code="burglary", name="Burglary", is_restricted=True)
    robbery(code="bicycles", name="Bicycles", inclusion=Inclusion.ADDITIONAL)

    def listed(client: Client) -> list[str]:
        found = client.get(f"{STAFF}/commentary/missing/").context["missing"]
        return [each.reading.measure.name for each in found]

    assert sorted(listed(officer)) == ["Burglary", "Robbery"]
    assert listed(not_cleared) == ["Robbery"]
    words = page(officer, "commentary/missing/")
    assert "2 measures of the report on October to December 2017 have no commentary yet." in words
    assert "?measure=robbery&amp;quarter=2017-18Q3" in words
    CommentaryFactory.create(measure=measure)
    assert listed(not_cleared) == []
    assert "Every measure of the report on October to December 2017 has its commentary." in page(
        not_cleared, "commentary/missing/"
    )


def test_missing_before_there_are_figures(officer: Client) -> None:
    assert "There are no figures yet" in page(officer, "commentary/missing/")


def test_list_of_missing_asks_as_often_for_three_as_for_one(officer: Client, measure: Measure) -> None:
    one = number_of_queries(officer, "commentary/missing/")
    robbery(code="arson", name="Arson")
    robbery(code="theft", name="Theft")

    assert number_of_queries(officer, "commentary/missing/") == one


def test_page_to_write_asks_as_often_for_many_areas_as_for_one(officer: Client, measure: Measure) -> None:
    address = "commentary/add/?measure=robbery&quarter=2017-18Q3"
    before = number_of_queries(officer, address)
    robbery(code="arson", name="Arson")

    assert number_of_queries(officer, address) == before


def test_published_commentary_is_found_by_state(officer: Client, measure: Measure) -> None:
    commentary = CommentaryFactory.create(measure=measure, text="")
    publish_commentary(commentary=commentary, by=None, at=LOADED_AT)

    assert "Robbery" in page(officer, "commentary/?state__exact=published")
    assert "Robbery" not in page(officer, "commentary/?state__exact=draft")
