"""What staff type about a meeting that was held: attendance, declarations, votes, minutes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from panel.enums import Ballot, DeclaredKind, Post, Presence
from panel.forms.fields import day
from panel.models import AgendaItem, Attendance, PanelMeeting, RegisteredInterest
from panel.operations import Line, Other
from panel.queries import Due, NumberedItem

MOST_OTHERS = 40
BLANK_ROWS = 3


def _clock(label: str) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": "Enter the time as 12:18."},
    )


@dataclass(frozen=True)
class AttendanceRow:
    """A member with the boxes of their line."""

    due: Due
    presence: BoundField
    substitute: BoundField | None
    left_before: BoundField
    arrived_at: BoundField
    left_at: BoundField


class AttendanceForm(forms.Form):
    """The attendance of one meeting: a row for each member who has a seat at it, and who took the chair."""

    chair = forms.ChoiceField(label="Who took the chair", required=False)

    def __init__(self, *args: Any, expected: Sequence[Due], items: Sequence[NumberedItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.expected, self.items = expected, {str(entry.item.pk): entry.item for entry in items}
        steps = [("", "Stayed to the end")]
        # An exempt item's title is not for everybody who takes attendance; its number is.
        steps += [(str(e.item.pk), f"{e.number} {'' if e.is_exempt else e.item.title}"[:60].strip()) for e in items]
        people = [("", "Nobody recorded")]
        for due in expected:
            self._add_row(due, steps)
            people += [(str(one.pk), str(one)) for one in (due.sitting.member, *due.substitutes)]
        self.fields["chair"].choices = list(dict.fromkeys(people))  # type: ignore[attr-defined]  # a field of choices
        self.initial.setdefault("chair", _chair_of(expected))

    def _add_row(self, due: Due, steps: list[tuple[str, str]]) -> None:
        member, came = due.sitting.member, due.substitute or due.line
        fields: dict[str, forms.Field] = {
            "presence": forms.ChoiceField(
                label=f"{member}: came or not", choices=Presence.choices,
                initial=due.line.presence if due.line else Presence.PRESENT,
            ),
            "left_before": forms.ChoiceField(
                label=f"{member}: left before", choices=steps, required=False,
                initial=str(came.left_before_id or "") if came else "",
            ),
        }  # fmt: skip
        for name, label in (("arrived_at", "arrived at"), ("left_at", "left at")):
            fields[name] = _clock(f"{member}: {label}")
            fields[name].initial = getattr(came, name) if came else None
        if due.substitutes:
            fields["substitute"] = forms.ChoiceField(
                label=f"{member}: substitute", required=False,
                choices=[("", "Nobody"), *((str(one.pk), str(one)) for one in due.substitutes)],
                initial=str(due.substitute.member_id) if due.substitute else "",
            )  # fmt: skip
        for name, field in fields.items():
            field.widget.attrs["aria-label"] = field.label
            self.fields[f"{name}-{member.pk}"] = field

    @property
    def rows(self) -> Iterator[AttendanceRow]:
        for due in self.expected:
            key = due.sitting.member.pk
            substitute = self[f"substitute-{key}"] if due.substitutes else None
            yield AttendanceRow(
                due, self[f"presence-{key}"], substitute, self[f"left_before-{key}"],
                self[f"arrived_at-{key}"], self[f"left_at-{key}"],
            )  # fmt: skip

    def lines(self) -> list[Line]:
        """What was said, for the operation."""
        chair = self.cleaned_data["chair"]
        found = []
        for due in self.expected:
            member = due.sitting.member
            sent = self.cleaned_data.get(f"substitute-{member.pk}", "")
            substitute = next((one for one in due.substitutes if str(one.pk) == sent), None)
            found.append(
                Line(
                    member=member,
                    presence=Presence(self.cleaned_data[f"presence-{member.pk}"]),
                    substitute=substitute,
                    took_chair=chair == str((substitute or member).pk),
                    left_before=self.items.get(self.cleaned_data[f"left_before-{member.pk}"]),
                    arrived_at=self.cleaned_data[f"arrived_at-{member.pk}"],
                    left_at=self.cleaned_data[f"left_at-{member.pk}"],
                )
            )
        return found


def _chair_of(expected: Sequence[Due]) -> str:
    """Whoever took it, or else the Panel's own chair."""
    lines = [line for due in expected for line in (due.line, due.substitute) if line is not None]
    if lines:
        return next((str(line.member_id) for line in lines if line.took_chair), "")
    return next((str(due.sitting.member.pk) for due in expected if due.sitting.post == Post.CHAIR), "")


class OtherForm(forms.Form):
    """Somebody in attendance. A row without a name counts for nothing."""

    name = forms.CharField(label="Name", max_length=150, required=False)
    office = forms.CharField(label="Office", max_length=150, required=False)
    body = forms.CharField(label="Of", max_length=150, required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("name") and not said.get("office"):
            self.add_error("office", "Enter the office held, for example Treasurer.")
        if said.get("office") and not said.get("name"):
            self.add_error("name", "Enter the name.")
        return said


OtherFormSet = forms.formset_factory(OtherForm, extra=BLANK_ROWS, max_num=MOST_OTHERS, absolute_max=MOST_OTHERS)


def others_of(formset: Any) -> list[Other]:
    """The rows that hold somebody, in their order."""
    return [Other(**said) for said in formset.cleaned_data if said.get("name")]


class DeclarationForm(forms.Form):
    """What is recorded of an interest that somebody declared."""

    kind = forms.ChoiceField(label="Kind", choices=DeclaredKind.choices)
    what = forms.CharField(
        label="The interest",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say what the interest is."},
    )
    left_at = _clock("Left at")
    returned_at = _clock("Returned at")
    dispensation = forms.CharField(
        label="Dispensation",
        max_length=250,
        required=False,
        help_text="Who gave leave to take part, and when. Empty: nobody did, and with a pecuniary interest the member "
        "takes no part.",
    )


class NewDeclarationForm(DeclarationForm):
    """By whom, too."""

    attendance = forms.ModelChoiceField(
        label="Declared by",
        queryset=Attendance.objects.none(),
        empty_label="Choose somebody who was present",
        error_messages={"required": "Choose who declared it. Record the attendance first if nobody is listed."},
    )
    field_order = ("attendance",)


class VotesForm(forms.Form):
    """How each in the room voted, and the chair's casting vote."""

    casting_vote = forms.ChoiceField(
        label="Casting vote of the chair",
        required=False,
        choices=[("", "None"), (Ballot.FOR.value, Ballot.FOR.label), (Ballot.AGAINST.value, Ballot.AGAINST.label)],
        help_text="Only where as many voted for as against.",
    )

    def __init__(self, *args: Any, voters: Sequence[Attendance], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.voters = voters
        for line in voters:
            self.fields[f"vote-{line.pk}"] = forms.ChoiceField(
                label=_voter(line), choices=[("", "Not recorded"), *Ballot.choices], required=False
            )
        self.order_fields([*(f"vote-{line.pk}" for line in voters), "casting_vote"])

    def ballots(self) -> dict[Attendance, Ballot]:
        """What was chosen; nobody's if nothing was."""
        said = {line: self.cleaned_data[f"vote-{line.pk}"] for line in self.voters}
        return {line: Ballot(choice) for line, choice in said.items() if choice}


def _voter(line: Attendance) -> str:
    return f"{line.member}, for {line.stands_for}" if line.stands_for else str(line.member)


class MinutesForm(forms.Form):
    """The text of each item of the minutes, and when the meeting rose."""

    rose_at = _clock("The meeting rose at")

    def __init__(self, *args: Any, items: Sequence[tuple[str, AgendaItem, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = {f"item-{item.pk}": item for _, item, _ in items}
        for number, item, text in items:
            self.fields[f"item-{item.pk}"] = forms.CharField(
                label=f"{number} {item.title}", required=False, initial=text, max_length=20_000,
                widget=forms.Textarea(attrs={"rows": 6}),
            )  # fmt: skip

    def texts(self) -> dict[AgendaItem, str]:
        """What stands under each item."""
        return {item: self.cleaned_data[name] for name, item in self.items.items()}


class ConfirmMinutesForm(forms.Form):
    """At which meeting, and with what corrections."""

    at_meeting = forms.ModelChoiceField(
        label="Confirmed at the meeting of",
        queryset=PanelMeeting.objects.none(),
        empty_label="Choose the meeting",
        error_messages={"required": "Choose the meeting that confirmed them."},
    )
    corrections = forms.CharField(
        label="Corrections",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="As the minutes of that meeting have them. They are printed at the end. Empty: there were none.",
    )


class SignMinutesForm(forms.Form):
    """Who signed, and when."""

    signed_by = forms.CharField(
        label="Signed by",
        max_length=150,
        help_text="Name and post, for example: Councillor Ellen Marsh, Chair",
        error_messages={"required": "Enter who signed, with the post."},
    )
    signed_on = day("Signed on", missing="Enter the day they were signed.")


class InterestChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic for the type checker only
    """A line of the register of interests."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.get_kind_display()}: {obj.description[:90]}"


class RegisteredForm(forms.Form):
    """Which line of the register a declared interest is."""

    registered = InterestChoice(
        label="It is this line",
        queryset=RegisteredInterest.objects.none(),
        empty_label="Choose from the list",
        error_messages={"required": "Choose the line of the register."},
    )
