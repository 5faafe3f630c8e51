"""Questions that depend on what stands already: last time's priorities, and the objectives of the period."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from ambassadors.queries.objectives import ObjectiveNow
from ambassadors.queries.report_answers import ObjectiveLine, ProgressLine
from forums import reporting as forum_reporting
from opcc.web.fields import LongTextField, WholeNumberField
from opcc.web.forms import OfficeForm
from opcc.web.questions import Look

MAY_STAY_EMPTY = Look(say_optional=False)  # the page says so once, for all its boxes


class ProgressForm(OfficeForm):
    """One box for each priority of the last meeting; a box left empty says nothing was reported."""

    helper = None  # the page draws the buttons

    def __init__(self, *args: Any, standing: Sequence[forum_reporting.StandingPriority], **kwargs: Any) -> None:
        self.standing = standing
        super().__init__(*args, **kwargs)
        self.looks = {_name(priority): MAY_STAY_EMPTY for priority in standing}  # type: ignore[misc]  # of this form
        for priority in standing:
            self.fields[_name(priority)] = LongTextField(
                label=f"{priority.topic}: {priority.wording}",
                required=False,
                max_length=1000,
                help_text="What the police, a council or the forum did about it",
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    @property
    def lines(self) -> tuple[ProgressLine, ...]:
        """What was reported, for the boxes that hold words."""
        return tuple(
            ProgressLine(priority_id=priority.id, topic=priority.topic, text=text)
            for priority in self.standing
            if (text := self.cleaned_data.get(_name(priority), ""))
        )


@dataclass(frozen=True)
class ObjectiveQuestion:
    """An objective with its two fields."""

    now: ObjectiveNow
    number: BoundField
    evidence: BoundField


class ObjectivesForm(OfficeForm):
    """For each objective: how many more since the last report, and the evidence. Both or neither."""

    helper = None  # the page draws the buttons

    def __init__(self, *args: Any, objectives: Sequence[ObjectiveNow], **kwargs: Any) -> None:
        self.objectives = objectives
        super().__init__(*args, **kwargs)
        looks: dict[str, Look] = {}
        for now in objectives:
            key = now.objective.public_id.hex
            looks |= {f"number_{key}": MAY_STAY_EMPTY, f"evidence_{key}": MAY_STAY_EMPTY}
            self.fields[f"number_{key}"] = WholeNumberField(
                label=f"How many more {now.objective.unit} since your last report?",
                required=False,
                min_value=1,
                max_value=999,
            )
            self.fields[f"evidence_{key}"] = LongTextField(
                label="What did you do?", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
            )
        self.looks = looks  # type: ignore[misc]  # of this form

    @property
    def questions(self) -> list[ObjectiveQuestion]:
        """The objectives with their fields, in order."""
        return [
            ObjectiveQuestion(
                now=now,
                number=self[f"number_{now.objective.public_id.hex}"],
                evidence=self[f"evidence_{now.objective.public_id.hex}"],
            )
            for now in self.objectives
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for place, now in enumerate(self.objectives, start=1):
            number, evidence = (f"{part}_{now.objective.public_id.hex}" for part in ("number", "evidence"))
            if cleaned.get(number) and not cleaned.get(evidence) and evidence not in self.errors:
                self.add_error(evidence, f"Enter what you did for objective {place}")
            if cleaned.get(evidence) and not cleaned.get(number) and number not in self.errors:
                self.add_error(number, f"Enter how many for objective {place}")
        return cleaned

    @property
    def lines(self) -> tuple[ObjectiveLine, ...]:
        """The objectives that moved."""
        found = []
        for now in self.objectives:
            key = now.objective.public_id.hex
            if number := self.cleaned_data.get(f"number_{key}"):
                evidence = self.cleaned_data[f"evidence_{key}"]
                found.append(ObjectiveLine(objective=now.objective, number=number, evidence=evidence))
        return tuple(found)


def _name(priority: forum_reporting.StandingPriority) -> str:
    return f"priority_{priority.id}"
