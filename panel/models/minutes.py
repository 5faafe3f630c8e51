"""Recorded votes, and the minutes of a meeting: the open ones and, apart from them, the exempt ones."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from opcc.core.audit import tracked
from opcc.core.models import Provenance
from panel.enums import Ballot, MinutesState
from panel.models.agenda import COUNTED, AgendaItem, Resolution, agrees_with_votes
from panel.models.attendance import Attendance
from panel.models.indexes import words_index
from panel.models.meetings import PanelMeeting
from panel.models.refusing import kept_out, refuse, refuse_if, steps
from panel.querysets import EntryQuerySet, MinutesQuerySet

# What a confirmed set of minutes may still gain: its signature, and the print that shows it.
CONFIRMED_KEEPS = (
    "meeting", "is_exempt", "rose_at", "contents", "printed_text", "printed_at", "confirmed_at_meeting", "corrections",
    "confirmed_at", "confirmed_by",
)  # fmt: skip


def _changed(*fields: str) -> pgtrigger.Q:
    changed = pgtrigger.Q()
    for field in fields:
        changed |= pgtrigger.Q(**{f"old__{field}__df": pgtrigger.F(f"new__{field}")})
    return changed


@tracked()
class Vote(Provenance):
    """How one who was there voted on one resolution. A substitute's vote is in place of the member's."""

    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="votes")
    attendance = models.ForeignKey(Attendance, on_delete=models.PROTECT, related_name="votes", verbose_name="voter")
    ballot = models.CharField("vote", max_length=10, choices=Ballot)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["resolution", "attendance"],
                name="panel_vote_once",
                violation_error_message="This member has voted on this resolution.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="by_who_may_vote",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                declare=[("voted_on", "bigint")],
                func=steps(
                    "SELECT item_id INTO voted_on FROM panel_resolution WHERE id = NEW.resolution_id;",
                    refuse_if(
                        """NOT EXISTS (
                            SELECT 1 FROM panel_attendance line JOIN panel_agendaitem item ON item.id = voted_on
                            WHERE line.id = NEW.attendance_id AND line.meeting_id = item.meeting_id
                            AND line.presence = 'present'
                        )""",
                        "who votes was at the meeting",
                    ),
                    refuse_if(
                        kept_out(item="voted_on", line="NEW.attendance_id"),
                        "who has a pecuniary interest does not vote",
                    ),
                    "RETURN NEW;",
                ),
            ),
            pgtrigger.Trigger(
                name="agrees_with_outcome",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                timing=pgtrigger.Deferred,
                declare=COUNTED,
                func=agrees_with_votes("CASE TG_OP WHEN 'DELETE' THEN OLD.resolution_id ELSE NEW.resolution_id END"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.attendance.member}: {self.get_ballot_display().lower()}"


@tracked(exclude=("contents", "printed_text"))
class PanelMinutes(Provenance):
    """The minutes of a meeting. Two rows at most: what was said in public, and what was exempt.

    Readers have what was printed last, word for word; what staff write since is theirs until it is printed.
    """

    meeting = models.ForeignKey(PanelMeeting, on_delete=models.PROTECT, related_name="minutes")
    is_exempt = models.BooleanField("exempt", default=False)
    state = models.CharField(max_length=10, choices=MinutesState, default=MinutesState.DRAFT)
    rose_at = models.TimeField("the meeting rose at", null=True, blank=True)
    printed_text = models.TextField("words as printed", blank=True, editable=False)
    contents = models.JSONField(null=True, blank=True, editable=False)
    file = models.FileField(upload_to="minutes/", blank=True)
    pages = models.PositiveSmallIntegerField(null=True, blank=True)
    size = models.PositiveIntegerField("bytes", null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    printed_at = models.DateTimeField(null=True, blank=True)
    confirmed_at_meeting = models.ForeignKey(
        PanelMeeting, on_delete=models.PROTECT, null=True, blank=True, related_name="minutes_confirmed",
        verbose_name="confirmed at",
    )  # fmt: skip
    corrections = models.TextField(blank=True, help_text="As the minutes of that meeting have them.")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    signed_by = models.CharField(max_length=150, blank=True, help_text="Name and post.")
    signed_on = models.DateField(null=True, blank=True)

    objects = MinutesQuerySet.as_manager()

    class Meta:
        verbose_name = "minutes"
        verbose_name_plural = "minutes"
        indexes = [words_index("printed_text", name="panel_minutes_words")]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "is_exempt"],
                name="panel_minutes_once_a_meeting",
                violation_error_message="There are such minutes of this meeting.",
            ),
            models.CheckConstraint(
                condition=Q(printed_at=None, file="", sha256="", pages=None, size=None, contents=None, printed_text="")
                | (
                    Q(printed_at__isnull=False, pages__gte=1, size__gte=1, contents__isnull=False)
                    & ~Q(file="")
                    & ~Q(sha256="")
                ),
                name="panel_minutes_printed_all_or_none",
                violation_error_message="Minutes that were printed have their PDF, and others have none.",
            ),
            models.CheckConstraint(
                condition=Q(state="draft", confirmed_at_meeting=None, confirmed_at=None, corrections="")
                | Q(
                    state__in=["confirmed", "signed"], confirmed_at_meeting__isnull=False, confirmed_at__isnull=False,
                    printed_at__isnull=False,
                ),
                name="panel_minutes_confirmed_at_a_meeting",
                violation_error_message="Minutes are confirmed at a meeting, once they are printed.",
            ),
            models.CheckConstraint(
                condition=(Q(state="signed", signed_on__isnull=False) & ~Q(signed_by=""))
                | (~Q(state="signed") & Q(signed_by="", signed_on=None)),
                name="panel_minutes_signed_by_somebody",
                violation_error_message="Minutes are signed by somebody on a day, once they are confirmed.",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at_meeting=None) | ~Q(confirmed_at_meeting=models.F("meeting")),
                name="panel_minutes_confirmed_at_another",
                violation_error_message="Minutes are confirmed at another meeting.",
            ),
        ]  # fmt: skip
        triggers = [
            pgtrigger.Trigger(
                name="frozen_once_confirmed",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__state="confirmed")
                & (pgtrigger.Q(new__state="draft") | _changed(*CONFIRMED_KEEPS)),
                func=refuse("confirmed minutes are frozen"),
            ),
            pgtrigger.Trigger(
                name="frozen_once_signed",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__state="signed"),
                func=refuse("signed minutes are frozen"),
            ),
            pgtrigger.Trigger(
                name="settled_are_kept",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                condition=~pgtrigger.Q(old__state="draft"),
                func=refuse("confirmed minutes are kept"),
            ),
        ]

    def __str__(self) -> str:
        kind = "Exempt minutes" if self.is_exempt else "Minutes"
        return f"{kind} of the meeting of {self.meeting.held_on:%-d %B %Y}"

    @property
    def colour(self) -> str:
        """Of its state's tag."""
        return MinutesState(self.state).colour

    @property
    def file_name(self) -> str:
        """What the PDF is called when it is saved. It says nothing of what was discussed."""
        return f"{'exempt-' if self.is_exempt else ''}minutes-{self.meeting.held_on.isoformat()}.pdf"


@tracked()
class MinuteEntry(Provenance):
    """What the minutes say of one item: what was discussed, with the speakers named."""

    minutes = models.ForeignKey(PanelMinutes, on_delete=models.PROTECT, related_name="entries")
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="entries")
    text = models.TextField()

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = "entry of minutes"
        verbose_name_plural = "entries of minutes"
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "item"],
                name="panel_entry_once_an_item",
                violation_error_message="These minutes have an entry on this item.",
            ),
            models.CheckConstraint(
                condition=~Q(text=""), name="panel_entry_has_text", violation_error_message="Write what was discussed."
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="of_drafts_alone",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                declare=[("written_in", "bigint")],
                func=steps(
                    "written_in := CASE TG_OP WHEN 'INSERT' THEN NEW.minutes_id ELSE OLD.minutes_id END;",
                    refuse_if(
                        "EXISTS (SELECT 1 FROM panel_panelminutes WHERE id = written_in AND state <> 'draft')",
                        "confirmed minutes are frozen",
                    ),
                    "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;",
                    "RETURN NEW;",
                ),
            ),
            pgtrigger.Trigger(
                name="of_its_meeting",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=steps(
                    refuse_if(
                        """NOT EXISTS (
                            SELECT 1 FROM panel_panelminutes kept JOIN panel_agendaitem item ON item.id = NEW.item_id
                            LEFT JOIN panel_agendaitem above ON above.id = item.parent_id
                            WHERE kept.id = NEW.minutes_id AND kept.meeting_id = item.meeting_id
                            AND (kept.is_exempt OR (item.exemption_id IS NULL AND above.exemption_id IS NULL))
                        )""",
                        "open minutes speak of open items of their own meeting",
                    ),
                    "RETURN NEW;",
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.minutes}, {self.item}"

    @property
    def is_exempt(self) -> bool:
        """As the minutes are."""
        return self.minutes.is_exempt
