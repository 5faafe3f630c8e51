"""A report's answers as lines of question and answer."""

import pytest

from ambassadors.enums import Step
from ambassadors.models import ForumReport
from ambassadors.queries.report_answers import FilesAnswer, answers_of
from ambassadors.views.report_cards import cards, rows_of
from opcc.accounts.models import User
from tests.ambassadors.filing import finished

pytestmark = pytest.mark.django_db


def test_cards_say_every_answer_in_words(draft: ForumReport, by: User) -> None:
    answers = answers_of(finished(draft, by))
    objective = draft.objective_progress.get().objective
    made = cards(answers, lambda step: f"/{step}/")
    assert [(card.title, card.change_url) for card in made] == [
        (step.label, f"/{step}/") for step in Step if step != Step.FILES
    ]
    assert [card.rows for card in made] == [
        [
            ("Forum", draft.forum.name),
            ("Date", "Tuesday 27 February 2018"),
            ("Time", "7:30pm"),
            ("Venue", "Hatton Village Hall"),
        ],
        [
            ("Residents", "19"),
            ("Elected members", "4"),
            ("Did the police attend?", "Yes"),
            ("Police officers and staff", "2"),
            ("Others", "Not counted"),
            ("Total", "25 of those counted"),
        ],
        [("Priority 1", "Speeding, kept from last time\nThe A452")],
        [("Speeding", "A survey ran.")],
        [("Issue 1", "Speeding: When?\nRaised by: A councillor. Needed by 12 June 2018.")],
        [
            ("Community concern", "Speeding: Fuel theft goes unreported"),
            ("Community tension", "Speeding: Two streets at odds"),
            ("Good news", "Speeding: Farm Watch has 31 members"),
        ],
        [("10 February 2018", "Watch evening\nTwo co-ordinators\nPeople spoken to: 24")],
        [(objective.title, "2 events\nTwo events")],
    ]


def test_cards_say_what_is_empty(draft: ForumReport) -> None:
    rows = {card.step: card.rows for card in cards(answers_of(draft), lambda _: "")}
    assert rows[Step.ATTENDANCE][2] == ("Did the police attend?", "Not answered")
    assert {step: rows[step] for step in list(Step)[2:8]} == {
        Step.PRIORITIES: [("Priorities", "Not answered")],
        Step.PROGRESS: [("Progress", "None reported")],
        Step.ISSUES: [("Issues", "None")],
        Step.CONCERNS: [("Concerns and good news", "None")],
        Step.EVENTS: [("Events", "None")],
        Step.OBJECTIVES: [("Objectives", "No progress since the last report")],
    }


def test_rows_of_files_are_none() -> None:
    assert rows_of(FilesAnswer()) == []
