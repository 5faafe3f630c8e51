"""The questions of a forum report, one section at a time."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar, TypeVar, cast

from django import forms
from django.forms import formset_factory

from ambassadors.enums import ItemKind
from forums.enums import Continuity, PrioritiesOutcome
from forums.models import MOST_ATTENDERS, Forum, PriorityTopic
from opcc.web.fields import ClockTimeField, DatePartsField, LongTextField, ShortTextField, WholeNumberField
from opcc.web.forms import OfficeForm, RepeatedFormSet
from opcc.web.questions import Look

MOST_GROUPS = 12  # of issues, concerns or events in one report
Groups = TypeVar("Groups", bound=RepeatedFormSet)


class TopicField(forms.ChoiceField):
    """A topic, known by its code. The form hands over the topics, so that many groups share one query."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"label": "Topic", "choices": [("", "Choose a topic")], **kwargs})
        self._by_code: Mapping[str, PriorityTopic] = {}

    def offer(self, topics: Sequence[PriorityTopic], chosen: PriorityTopic | None = None) -> None:
        """Offer these, and one that was chosen when it was still offered."""
        offered = [*topics, chosen] if chosen is not None and chosen not in topics else list(topics)
        self._by_code = {topic.code: topic for topic in offered}
        self.choices = [("", "Choose a topic"), *((topic.code, str(topic)) for topic in offered)]

    def prepare_value(self, value: Any) -> Any:
        return value.code if isinstance(value, PriorityTopic) else value

    def clean(self, value: Any) -> PriorityTopic | None:
        return self._by_code.get(super().clean(value))


class ForumField(forms.ChoiceField):
    """One of the forums handed over, known by its address name."""

    widget = forms.RadioSelect

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"label": "Forum", **kwargs})
        self._by_slug: Mapping[str, Forum] = {}

    def offer(self, forums: Sequence[Forum]) -> None:
        """Offer these."""
        self._by_slug = {forum.slug: forum for forum in forums}
        self.choices = [(forum.slug, forum.name) for forum in forums]

    def prepare_value(self, value: Any) -> Any:
        return value.slug if isinstance(value, Forum) else value

    def clean(self, value: Any) -> Forum | None:
        return self._by_slug.get(super().clean(value))


class _PartForm(OfficeForm):
    """A form that is part of a page; the page draws its buttons."""

    helper = None


class MeetingForm(_PartForm):
    """Which meeting."""

    error_names: ClassVar[dict[str, str]] = {"forum": "the forum", "met_on": "the date of the meeting"}
    looks: ClassVar[dict[str, Look]] = {"forum": Look(size="s"), "met_on": Look(size="s"), "starts_at": Look(width=10)}

    forum = ForumField()
    met_on = DatePartsField(label="Date of the meeting", help_text="For example, 27 2 2018")
    starts_at = ClockTimeField(label="Time it started", required=False, help_text="For example, 7:30pm")
    venue = ShortTextField(label="Venue", required=False, max_length=200)

    def __init__(self, *args: Any, forums: Sequence[Forum], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["forum"]
        assert isinstance(field, ForumField)
        field.offer(forums)


YES_NO = (("yes", "Yes"), ("no", "No"))


class YesNoField(forms.TypedChoiceField):
    """Yes or no as radio buttons; neither is chosen beforehand."""

    widget = forms.RadioSelect

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=YES_NO, coerce=lambda word: word == "yes", empty_value=None, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no"}.get(value, value)


def _people(label: str) -> WholeNumberField:
    field = WholeNumberField(label=label, required=False, min_value=0, max_value=MOST_ATTENDERS)
    for validator in field.validators:
        validator.message = f"Enter a number from 0 to {MOST_ATTENDERS:,}"  # type: ignore[attr-defined]  # limits have one
    return field


class AttendanceForm(_PartForm):
    """Who came."""

    looks: ClassVar[dict[str, Look]] = {
        name: Look(say_optional=False) for name in ("elected_members", "residents", "police", "others")
    } | {"police_attended": Look(size="s", inline=True)}
    error_names: ClassVar[dict[str, str]] = {"police_attended": "whether the police attended"}

    residents = _people("Residents")
    elected_members = _people("Elected members")
    police_attended = YesNoField(label="Did the police attend?")
    police = _people("Police officers and staff")
    others = _people("Others")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["police_attended"].error_messages["required"] = "Choose whether the police attended"
        self.fields["elected_members"].help_text = "Councillors of the county, district, town or parish"


class OutcomeForm(_PartForm):
    """Whether the forum agreed priorities."""

    outcome = forms.ChoiceField(
        widget=forms.RadioSelect,
        choices=[
            (PrioritiesOutcome.AGREED, "Yes, up to three"),
            (PrioritiesOutcome.NONE_AGREED, "No priorities were agreed"),
        ],
        error_messages={"required": "Choose whether the forum agreed priorities"},
    )

    def __init__(self, *args: Any, question: str, caption: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].label = question
        self.looks = {"outcome": Look(heading=True, caption=caption)}  # type: ignore[misc]  # of this form, not of all


class _TopicForm(_PartForm):
    """A group of questions of which one is the topic."""

    def __init__(self, *args: Any, topics: Sequence[PriorityTopic], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["topic"]
        assert isinstance(field, TopicField)
        chosen = self.initial.get("topic")
        field.offer(topics, chosen if isinstance(chosen, PriorityTopic) else None)

    def _name_it(self, messages: Mapping[str, str]) -> None:
        for name, message in messages.items():
            self.fields[name].error_messages["required"] = message


class PriorityForm(_TopicForm):
    """One of the three priorities."""

    looks: ClassVar[dict[str, Look]] = {"continuity": Look(small=True)}

    topic = TopicField()
    wording = LongTextField(
        label="What the forum agreed",
        max_length=500,
        help_text="Where and what, in the forum’s words",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    continuity = forms.ChoiceField(label="Is it new?", widget=forms.RadioSelect, choices=Continuity.choices)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        number = int((self.prefix or "priority-0").rsplit("-", 1)[-1]) + 1
        self._name_it(
            {
                "topic": f"Choose the topic of priority {number}",
                "wording": f"Enter what the forum agreed for priority {number}",
                "continuity": f"Choose whether priority {number} is new or kept",
            }
        )


class PriorityGroups(RepeatedFormSet):
    """Three groups, always shown; those left empty count for nothing."""

    noun = "priority"
    default_error_messages: ClassVar[dict[str, Any]] = {
        "too_many_forms": "A forum agrees at most three priorities. Enter the three that matter most."
    }


class IssueForm(_TopicForm):
    """An action or issue for the office."""

    error_names: ClassVar[dict[str, str]] = {"text": "what the office is asked"}
    looks: ClassVar[dict[str, Look]] = {"needed_by": Look(size="")}

    text = LongTextField(
        label="What is the office asked to do or answer?", max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )
    topic = TopicField()
    raised_by = ShortTextField(
        label="Who raised it?", max_length=150, help_text="For example, a parish councillor. Leave out residents’ names"
    )
    needed_by = DatePartsField(
        label="When is an answer needed?", help_text="Often the date of the next forum. For example, 12 6 2018"
    )

    def __init__(self, *args: Any, met_on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.met_on = met_on
        number = int((self.prefix or "issues-0").rsplit("-", 1)[-1]) + 1
        self._name_it(
            {
                "text": f"Enter what the office is asked in issue {number}",
                "topic": f"Choose the topic of issue {number}",
                "raised_by": f"Enter who raised issue {number}",
                "needed_by": f"Enter when issue {number} needs an answer",
            }
        )

    def clean_needed_by(self) -> date | None:
        day: date | None = self.cleaned_data["needed_by"]
        if day is not None and day < self.met_on:
            raise forms.ValidationError("The date an answer is needed must be on or after the meeting")
        return day


class IssueGroups(RepeatedFormSet):
    """Issues, as many as were raised."""

    noun = "issue"


class ItemForm(_TopicForm):
    """A concern, a tension or good news."""

    looks: ClassVar[dict[str, Look]] = {
        "kind": Look(
            small=True,
            choice_hints={
                ItemKind.TENSION: "Between groups of people, or likely to lead to disorder. Only the office sees it."
            },
        )
    }

    kind = forms.ChoiceField(
        label="What is it?",
        widget=forms.RadioSelect,
        choices=[(kind.value, kind.label) for kind in (ItemKind.CONCERN, ItemKind.TENSION, ItemKind.GOOD_NEWS)],
    )
    topic = TopicField()
    text = LongTextField(
        label="What was said?",
        max_length=2000,
        help_text="Leave out names of people and exact addresses",
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        number = int((self.prefix or "concerns-0").rsplit("-", 1)[-1]) + 1
        self._name_it(
            {
                "kind": f"Choose whether item {number} is a concern, a tension or good news",
                "topic": f"Choose the topic of item {number}",
                "text": f"Enter what was said about item {number}",
            }
        )


class ItemGroups(RepeatedFormSet):
    """Concerns, tensions and good news."""

    noun = "item"


class EventForm(_PartForm):
    """An event attended."""

    title = ShortTextField(label="What was the event?", max_length=200)
    held_on = DatePartsField(label="Date of the event", help_text="For example, 10 2 2018")
    people_met = WholeNumberField(
        label="How many people did you speak to?", required=False, min_value=0, max_value=MOST_ATTENDERS
    )
    outcome = LongTextField(label="What came of it?", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, today: date, since: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.since = today, since
        number = int((self.prefix or "events-0").rsplit("-", 1)[-1]) + 1
        for name, message in {
            "title": f"Enter the name of event {number}",
            "held_on": f"Enter the date of event {number}",
            "outcome": f"Enter what came of event {number}",
        }.items():
            self.fields[name].error_messages["required"] = message

    def clean_held_on(self) -> date | None:
        day: date | None = self.cleaned_data["held_on"]
        if day is not None and day > self.today:
            raise forms.ValidationError("The date of the event must be today or in the past")
        if day is not None and day < self.since:
            raise forms.ValidationError("This event was more than six months before the meeting. Leave it out.")
        return day


class EventGroups(RepeatedFormSet):
    """Events and engagement."""

    noun = "event"


def _asked_several_times(groups: type[Groups], form: type[OfficeForm], *, shown: int, most: int) -> type[Groups]:
    """The class that asks `form` up to `most` times. More groups than that are refused, and still shown."""
    made = formset_factory(form, formset=groups, extra=shown, max_num=most, absolute_max=most + 20, validate_max=True)
    return cast("type[Groups]", made)


PriorityFormSet = _asked_several_times(PriorityGroups, PriorityForm, shown=3, most=3)
IssueFormSet = _asked_several_times(IssueGroups, IssueForm, shown=1, most=MOST_GROUPS)
ItemFormSet = _asked_several_times(ItemGroups, ItemForm, shown=1, most=MOST_GROUPS)
EventFormSet = _asked_several_times(EventGroups, EventForm, shown=1, most=MOST_GROUPS)


class FileForm(_PartForm):
    """One file to attach."""

    file = forms.FileField(
        label="Choose a photo or PDF",
        required=False,
        help_text="JPEG, PNG or PDF, up to 5 MB. Leave out photos in which residents can be recognised",
        widget=forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png,.pdf"}),
    )


class AnswerForm(_PartForm):
    """The ambassador's answer to what the office asked."""

    answer = LongTextField(
        label="Your answer", max_length=2000, error_messages={"required": "Enter your answer to the office’s question"}
    )
