"""The staff's pages of questions to the force: who sees what, and what each button does."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from opcc.accounts.models import User
from opcc.core.models import AccessLog, OutboxMessage
from opcc.reference.enums import OrganisationKind
from performance.enums import QuestionState
from performance.models import ForceQuestion, QuarterSummary
from performance.operations import Part, change_restriction
from tests.factories.performance import ForceQuestionFactory, MeasureFactory, SeriesFactory
from tests.factories.reference import ContactFactory, OfficeProfileFactory
from tests.performance.staff import STAFF, errors, one_line, page, press, told
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db
SECRET = "A named suspect rides the number 12 bus."


@pytest.fixture
def officer(performance_officer: User) -> Client:
    return signed_in_client(performance_officer)


@pytest.fixture(autouse=True)
def _quarter_with_figures(db: None) -> None:
    """The quarters to choose from are those with figures, and the latest ones."""
    QuarterSummary.objects.create(
        series=SeriesFactory.create(), quarter_starts_on=date(2017, 10, 1), contents={}, made_at=timezone.now()
    )


@pytest.fixture
def not_cleared(treasurer: User) -> Client:
    """Staff who read questions, but not restricted ones."""
    return signed_in_client(treasurer)


def stored(question: ForceQuestion) -> ForceQuestion:
    return ForceQuestion.objects.get(pk=question.pk)


# --- Drafting -----------------------------------------------------------------------------------------


def drafting(**values: Any) -> dict[str, Any]:
    return {
        "quarter": "2017-18Q3",
        "signal": "high",
        "signal_month": "2017-11",
        "question": "What explains the rise?",
        **values,
    }


def test_question_is_drafted_by_the_form(officer: Client) -> None:
    series = SeriesFactory.create()

    response = officer.post(f"{STAFF}/forcequestion/add/", drafting(series=series.pk))

    question = ForceQuestion.objects.get()
    assert response["Location"] == f"{STAFF}/forcequestion/"
    assert (
        question.series,
        question.quarter_starts_on,
        question.signal,
        question.signal_month,
        question.question,
        question.question_is_restricted,
        question.state,
    ) == (series, date(2017, 10, 1), "high", date(2017, 11, 1), "What explains the rise?", False, QuestionState.DRAFT)


def test_question_that_is_refused_keeps_what_was_typed(officer: Client) -> None:
    series = SeriesFactory.create()

    response = officer.post(f"{STAFF}/forcequestion/add/", drafting(series=series.pk, signal_month="2018-01"))

    assert errors(response) == {"signal_month": ["Enter a month of October to December 2017."]}
    assert "What explains the rise?" in one_line(response)
    assert not ForceQuestion.objects.exists()


def test_question_with_bad_input_says_what_to_do(officer: Client) -> None:
    response = officer.post(
        f"{STAFF}/forcequestion/add/", {"quarter": "", "signal_month": "autumn", "question": "", "series": ""}
    )

    assert errors(response) == {
        "series": ["This field is required."],
        "quarter": ["Choose the quarter."],
        "signal_month": ["Enter a month, for example 2017-10."],
        "question": ["This field is required."],
    }


@pytest.mark.parametrize("typed", ["2017-11", "2017-11-17", "November 2017", "Nov 2017", "11/2017"])
def test_month_is_read_as_people_write_it(officer: Client, typed: str) -> None:
    officer.post(f"{STAFF}/forcequestion/add/", drafting(series=SeriesFactory.create().pk, signal_month=typed))

    assert ForceQuestion.objects.get().signal_month == date(2017, 11, 1)


def test_draft_is_changed_by_the_form(officer: Client) -> None:
    question = ForceQuestionFactory.create(question="One line\nand another")
    address = f"{STAFF}/forcequestion/{question.pk}/change/"
    form = officer.get(address).context["adminform"].form
    assert form["seen"].value() == "One line\nand another"

    officer.post(
        address, {"signal": "", "signal_month": "", "question": "Better\r\nwords", "seen": "One line\r\nand another"}
    )

    assert stored(question).question == "Better\nwords"


def test_draft_that_somebody_changed_is_not_overwritten(officer: Client) -> None:
    question = ForceQuestionFactory.create(question="Theirs")

    response = officer.post(
        f"{STAFF}/forcequestion/{question.pk}/change/",
        {"signal": "", "signal_month": "", "question": "Mine, typed with care", "seen": "As it was"},
    )

    assert errors(response) == {
        "question": [
            (
                "Somebody changed this question while you wrote. It now reads: ‘Theirs’ "
                "Open the page again, and put in what you want of yours."
            )
        ]
    }
    assert "Mine, typed with care" in one_line(response)
    assert stored(question).question == "Theirs"


def test_question_that_was_asked_is_read_only(officer: Client) -> None:
    question = ForceQuestionFactory.create(asked=True)

    assert 'name="_save"' not in page(officer, f"forcequestion/{question.pk}/change/")
    refused = officer.post(f"{STAFF}/forcequestion/{question.pk}/change/", {"question": "Another?"})
    assert (refused.status_code, stored(question).question) == (403, question.question)


# --- Buttons ------------------------------------------------------------------------------------------


def test_ask_sends_it_to_the_chosen_contact(officer: Client) -> None:
    OfficeProfileFactory.create()
    police = OrganisationKind.POLICE
    ContactFactory.create(name="Bo", organisation__name="Arden Police", organisation__kind=police)
    own = ContactFactory.create(name="Jo", organisation__name="Westshire Police", organisation__kind=police)
    ContactFactory.create(organisation__name="Westshire Council")
    ContactFactory.create(organisation=own.organisation, email="")
    question = ForceQuestionFactory.create()
    shown = officer.get(f"{STAFF}/forcequestion/{question.pk}/change/")
    (ask,) = (button for button in shown.context["buttons"] if button.button.name == "ask")
    assert ask.form is not None
    assert [label for _, label in ask.form.fields["to"].choices] == [
        "Nobody: I send it another way",
        "Jo, Westshire Police",
        "Bo, Arden Police",
    ]
    assert ask.form.initial["to"] == own

    response = press(officer, question, "ask", to=own.pk)

    asked = stored(question)
    assert asked.due_on is not None
    assert (asked.state, OutboxMessage.objects.get().to) == (QuestionState.ASKED, own.email)
    assert told(response)[0].endswith(f"It goes to {own.email}.")
    assert f"<dt>Sent to</dt><dd>{own.email}</dd>" in one_line(response)


def test_ask_nobody_says_how_to_send_it(officer: Client) -> None:
    question = ForceQuestionFactory.create()
    shown = page(officer, f"forcequestion/{question.pk}/change/")
    assert "No contact of a police organisation has an e-mail address here." in shown

    response = press(officer, question, "ask", to="")

    assert told(response)[0].endswith("Nothing was e-mailed: send it to the force yourself.")
    assert "Nobody by e-mail from here: send it yourself" in one_line(response)
    assert (stored(question).state, OutboxMessage.objects.count()) == (QuestionState.ASKED, 0)


def test_restricted_question_offers_no_address(officer: Client) -> None:
    question = ForceQuestionFactory.create(question_is_restricted=True)
    shown = officer.get(f"{STAFF}/forcequestion/{question.pk}/change/")
    assert [button.button.name for button in shown.context["buttons"]] == ["ask-protected"]

    press(officer, question, "ask-protected")

    assert (stored(question).state, OutboxMessage.objects.count()) == (QuestionState.ASKED, 0)


def answer(**values: Any) -> dict[str, Any]:
    today = timezone.localdate().isoformat()
    return {
        "answer": "Patrols moved.", "answered_for": "Assistant Chief Constable", "answered_on": today, **values
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "restricted", "words"), [({}, True, "restricted"), ({"is_open": "on"}, False, "open")]
)
def test_answer_is_recorded(officer: Client, said: dict[str, str], restricted: bool, words: str) -> None:
    question = ForceQuestionFactory.create(asked=True)

    response = press(officer, question, "answer", **answer(**said))

    assert told(response) == [f"The answer to {question} is recorded. It is {words}."]
    kept = stored(question)
    assert (kept.state, kept.answer, kept.answer_is_restricted) == (
        QuestionState.ANSWERED,
        "Patrols moved.",
        restricted,
    )


def test_answer_with_bad_input_keeps_what_was_typed(officer: Client) -> None:
    question = ForceQuestionFactory.create(asked=True)

    response = press(officer, question, "answer", **answer(answered_for="", answered_on="2018-01-01"))

    assert response.context["shown"].form.errors == {"answered_for": ["Enter the post that answered."]}
    assert "Patrols moved." in one_line(response)
    again = press(officer, question, "answer", **answer(answered_on="2018-01-01"))
    assert again.context["shown"].form.errors == {
        "answered_on": ["The question was asked on 22 January 2018. Enter a later day."]
    }
    assert stored(question).state == QuestionState.ASKED


def test_answer_is_corrected(officer: Client) -> None:
    question = ForceQuestionFactory.create(answered=True)

    response = press(officer, question, "correct", **answer(answer="As it should be.", reason="A wrong paste"))

    assert told(response) == [f"The answer to {question} is corrected."]
    assert stored(question).answer == "As it should be."


BOTH_WAYS = [
    ("restrict-question", {}, "The question of {} is restricted."),
    ("open-question", {"question_is_restricted": True}, "The question of {} is open to the public."),
    ("restrict-answer", {"answer_is_restricted": False}, "The answer of {} is restricted."),
    ("open-answer", {}, "The answer of {} is open to the public."),
]


@pytest.mark.parametrize(("name", "values", "words"), BOTH_WAYS)
def test_restriction_is_changed(officer: Client, name: str, values: dict[str, Any], words: str) -> None:
    question = ForceQuestionFactory.create(answered=True, **values)

    assert told(press(officer, question, name, reason="The trial is over")) == [words.format(question)]
    after = stored(question)
    part = name.split("-")[1]
    assert getattr(after, f"{part}_is_restricted") is name.startswith("restrict")


def test_question_is_closed(officer: Client) -> None:
    question = ForceQuestionFactory.create(answered=True, source="A letter")

    assert told(press(officer, question, "close", outcome="Satisfied")) == [f"{question} is closed."]
    assert (stored(question).state, stored(question).closed_note) == (QuestionState.CLOSED, "Satisfied")
    shown = page(officer, f"forcequestion/{question.pk}/change/")
    assert ("Satisfied" in shown, "A letter" in shown) == (True, True)


@pytest.mark.parametrize("name", ["ask", "answer", "close", "restrict-question"])
def test_buttons_are_for_those_who_may(not_cleared: Client, name: str) -> None:
    question = ForceQuestionFactory.create()

    assert press(not_cleared, question, name).status_code == 403
    assert stored(question).state == QuestionState.DRAFT


# --- Who sees what ------------------------------------------------------------------------------------


def pairs() -> dict[str, ForceQuestion]:
    secret_measure = MeasureFactory.create(name="Covert operations", is_restricted=True)
    return {
        "open": ForceQuestionFactory.create(reference="Q-2018-101", answered=True, answer_is_restricted=False),
        "asked": ForceQuestionFactory.create(reference="Q-2018-102", asked=True),
        "answer": ForceQuestionFactory.create(reference="Q-2018-103", answered=True, answer=SECRET),
        "question": ForceQuestionFactory.create(reference="Q-2018-104", question=SECRET, question_is_restricted=True),
        "measure": ForceQuestionFactory.create(
            reference="Q-2018-105", series=SeriesFactory.create(measure=secret_measure)
        ),
    }


HIDDEN = ("answer", "question", "measure")


def test_list_search_and_find_leave_restricted_pairs_out(not_cleared: Client, officer: Client) -> None:
    references = {name: question.reference for name, question in pairs().items()}

    def seen(client: Client, address: str) -> set[str]:
        words = one_line(client.get(address))
        return {name for name, reference in references.items() if reference in words}

    listed = f"{STAFF}/forcequestion/"
    for address in (listed, f"{listed}?q=Q-2018-1", "/staff/find/?q=Q-2018-1"):
        assert seen(not_cleared, address) == {"open", "asked"}
        assert seen(officer, address) == set(references)
    assert seen(not_cleared, f"{listed}?q=suspect") == set()
    assert "Covert" not in one_line(not_cleared.get(listed))


@pytest.mark.parametrize("name", HIDDEN)
def test_address_of_a_restricted_pair_is_not_found(not_cleared: Client, officer: Client, name: str) -> None:
    question = pairs()[name]
    for path in ("change/", "history/", "press/close/"):
        address = f"{STAFF}/forcequestion/{question.pk}/{path}"
        response = not_cleared.post(address) if "press" in path else not_cleared.get(address, follow=True)
        assert SECRET not in one_line(response)
        assert response.status_code in (200, 404)
        if response.status_code == 200:  # Django sends a person on from what is not there
            assert response.redirect_chain == [("/staff/", 302)]
    assert officer.get(f"{STAFF}/forcequestion/{question.pk}/change/").status_code == 200


def test_address_may_not_ask_by_what_is_restricted(not_cleared: Client) -> None:
    """Of rows that are shown nothing else can be asked; of rows that are not, nothing at all."""
    pairs()

    shown = one_line(not_cleared.get(f"{STAFF}/forcequestion/?answer__contains=suspect"))

    assert "Q-2018-103" not in shown


def test_history_of_an_opened_pair_keeps_what_was_said_before(
    not_cleared: Client, officer: Client, performance_officer: User
) -> None:
    question = ForceQuestionFactory.create(answered=True, answer=SECRET)
    ForceQuestion.objects.filter(pk=question.pk).update(answer="Patrols moved.")
    change_restriction(
        question=stored(question),
        part=Part.ANSWER,
        is_restricted=False,
        reason="It names nobody now",
        by=performance_officer,
        at=timezone.now(),
    )
    history = f"forcequestion/{question.pk}/history/"

    assert SECRET not in page(not_cleared, history)
    assert SECRET not in page(not_cleared, f"forcequestion/{question.pk}/change/")
    assert "It names nobody now" in page(not_cleared, history)
    assert SECRET in page(officer, history)


def test_export_leaves_restricted_pairs_out(communications_officer: User, officer: Client) -> None:
    every = pairs()
    client = signed_in_client(communications_officer)
    chosen = {"action": "export_as_csv", "_selected_action": [question.pk for question in every.values()]}

    lines = client.post(f"{STAFF}/forcequestion/", chosen).getvalue().decode()

    assert {name for name, question in every.items() if question.reference in lines} == {"open", "asked"}
    assert SECRET not in lines
    assert AccessLog.objects.get(kind="exported").description.startswith("questions to the force: 2 rows")
    whole = officer.post(f"{STAFF}/forcequestion/", chosen).getvalue().decode()
    assert {name for name, question in every.items() if question.reference in whole} == set(every)


def test_search_box_for_a_measure_leaves_restricted_ones_out(
    policy_officer: User, not_cleared: Client, officer: Client
) -> None:
    SeriesFactory.create(measure=MeasureFactory.create(name="Covert operations", is_restricted=True))
    SeriesFactory.create(measure=MeasureFactory.create(name="Covered markets"))
    address = "/staff/autocomplete/?app_label=performance&model_name=forcequestion&field_name=series&term=cove"

    def offered(client: Client) -> list[str]:
        return [row["text"] for row in client.get(address).json()["results"]]

    assert offered(not_cleared) == ["Covered markets, Westshire force area"]
    assert sorted(offered(officer)) == [
        "Covered markets, Westshire force area",
        "Covert operations, Westshire force area",
    ]


def test_form_refuses_a_series_that_is_kept_from_the_person(give: Any, treasurer: User) -> None:
    """The box offers none, and a number put in by hand is refused as no choice."""
    client = signed_in_client(give(treasurer, "add_forcequestion", "change_forcequestion"))
    series = SeriesFactory.create(measure=MeasureFactory.create(is_restricted=True))

    response = client.post(f"{STAFF}/forcequestion/add/", drafting(series=series.pk))

    assert errors(response) == {"series": ["Select a valid choice. That choice is not one of the available choices."]}
    assert not ForceQuestion.objects.exists()


def test_roles_that_do_not_read_questions_are_refused(grants_officer: User) -> None:
    question = ForceQuestionFactory.create()
    client = signed_in_client(grants_officer)

    for address in ("forcequestion/", "forcequestion/add/", f"forcequestion/{question.pk}/change/"):
        assert client.get(f"{STAFF}/{address}").status_code == 403


def test_overdue_ones_are_filtered_and_marked(officer: Client) -> None:
    late = ForceQuestionFactory.create(reference="Q-2018-201", asked=True)
    ForceQuestionFactory.create(reference="Q-2018-202", answered=True)
    ForceQuestionFactory.create(reference="Q-2018-203", asked=True, due_on=timezone.localdate())

    words = page(officer, "forcequestion/?overdue=yes")

    assert (late.reference in words, "Q-2018-202" in words, "Q-2018-203" in words) == (True, False, False)
    assert '<span class="o-tag o-tag--overdue">Overdue</span>' in words
