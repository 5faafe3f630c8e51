"""Who came to a meeting and with what voice, and the interests they declared there."""

import pgtrigger
from django.db import models
from django.db.models import F, Q

from opcc.core.audit import tracked
from opcc.core.days import ends_after_start, one_at_a_time
from opcc.core.models import Provenance
from panel.enums import DeclaredKind, Presence
from panel.models.agenda import AgendaItem
from panel.models.meetings import PanelMeeting
from panel.models.membership import Council, Member, RegisteredInterest
from panel.models.refusing import refuse_if, steps
from panel.querysets import AttendanceQuerySet, DeclarationQuerySet, SubstituteQuerySet


@tracked()
class Substitute(Provenance):
    """Somebody whom a council may send in place of any of its members, from a day to a day."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="substitutions")
    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="substitutes")
    starts_on = models.DateField("from")
    ends_on = models.DateField("until", null=True, blank=True)

    objects = SubstituteQuerySet.as_manager()

    class Meta:
        constraints = [
            ends_after_start(
                "panel_substitute_ends_after_start", "A substitute is named until the first day or later."
            ),
            one_at_a_time(
                "member",
                name="panel_substitute_one_council",
                message="This person is a substitute for a council on some of those days already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}, substitute of {self.council}"


@tracked()
class Attendance(Provenance):
    """A line of a meeting's attendance: a member of that day, or a substitute and for whom."""

    meeting = models.ForeignKey(PanelMeeting, on_delete=models.PROTECT, related_name="attendance")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="attendance")
    presence = models.CharField(max_length=10, choices=Presence)
    stands_for = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="replaced", verbose_name="substitute for"
    )
    took_chair = models.BooleanField("took the chair", default=False)
    left_before = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        help_text="Empty: stayed to the end.",
    )  # fmt: skip
    arrived_at = models.TimeField("arrived at", null=True, blank=True, help_text="Empty: was there from the start.")
    left_at = models.TimeField("left at", null=True, blank=True, help_text="Empty: stayed to the end, or unknown.")

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = "line of attendance"
        verbose_name_plural = "attendance"
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "member"],
                name="panel_attendance_once",
                violation_error_message="This person is on the list already.",
            ),
            models.UniqueConstraint(
                fields=["meeting", "stands_for"],
                name="panel_attendance_one_substitute",
                violation_error_message="Somebody else stands in for that member.",
            ),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(took_chair=True),
                name="panel_attendance_one_chair",
                violation_error_message="Somebody else took the chair.",
            ),
            models.CheckConstraint(
                condition=Q(presence="present")
                | Q(stands_for=None, took_chair=False, left_before=None, arrived_at=None, left_at=None),
                name="panel_attendance_absent_did_nothing",
                violation_error_message="Only who came stands in for somebody, takes the chair, arrives or leaves.",
            ),
            models.CheckConstraint(
                condition=Q(arrived_at=None) | Q(left_at=None) | Q(left_at__gt=F("arrived_at")),
                name="panel_attendance_left_after_arriving",
                violation_error_message="Who left came before. Correct one of the two times.",
            ),
            models.CheckConstraint(
                condition=Q(stands_for=None) | ~Q(stands_for=F("member")),
                name="panel_attendance_for_another",
                violation_error_message="Nobody is their own substitute.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="member_or_substitute",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                declare=[("met_on", "date")],
                func=steps(
                    "SELECT held_on INTO met_on FROM panel_panelmeeting WHERE id = NEW.meeting_id;",
                    refuse_if(
                        """NEW.stands_for_id IS NULL AND NOT EXISTS (
                            SELECT 1 FROM panel_term WHERE member_id = NEW.member_id
                            AND met_on BETWEEN starts_on AND COALESCE(ends_on, met_on)
                        )""",
                        "attendance lists members of the day, and substitutes with whom they replace",
                    ),
                    refuse_if(
                        """NEW.stands_for_id IS NOT NULL AND NOT EXISTS (
                            SELECT 1 FROM panel_term term
                            JOIN panel_substitute sent ON sent.council_id = term.council_id
                            WHERE term.member_id = NEW.stands_for_id AND sent.member_id = NEW.member_id
                            AND met_on BETWEEN term.starts_on AND COALESCE(term.ends_on, met_on)
                            AND met_on BETWEEN sent.starts_on AND COALESCE(sent.ends_on, met_on)
                        )""",
                        "a substitute belongs to the council of the member replaced",
                    ),
                    "RETURN NEW;",
                ),
            ),
            pgtrigger.Trigger(
                name="who_acted_was_there",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__presence="present") & ~pgtrigger.Q(new__presence="present"),
                func=steps(
                    refuse_if(
                        """EXISTS (SELECT 1 FROM panel_vote WHERE attendance_id = NEW.id)
                        OR EXISTS (SELECT 1 FROM panel_declaration WHERE attendance_id = NEW.id)""",
                        "who voted or declared an interest was present",
                    ),
                    "RETURN NEW;",
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}, {self.get_presence_display().lower()}"


@tracked()
class InAttendance(Provenance):
    """Somebody at a meeting without a voice in it: the Commissioner, officers."""

    meeting = models.ForeignKey(PanelMeeting, on_delete=models.PROTECT, related_name="in_attendance")
    position = models.PositiveSmallIntegerField("order")
    name = models.CharField(max_length=150)
    office = models.CharField(max_length=150)
    body = models.CharField("of", max_length=150, blank=True)

    class Meta:
        verbose_name = "person in attendance"
        verbose_name_plural = "people in attendance"
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "position"],
                name="panel_in_attendance_place_once",
                violation_error_message="Somebody else has this place on the list.",
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(office=""),
                name="panel_in_attendance_name_and_office",
                violation_error_message="Give the name and the office held.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.office}"


@tracked()
class Declaration(Provenance):
    """An interest declared at a meeting in one of its items, by somebody who was there."""

    attendance = models.ForeignKey(
        Attendance, on_delete=models.PROTECT, related_name="declarations", verbose_name="declared by"
    )
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="declarations")
    kind = models.CharField(max_length=15, choices=DeclaredKind)
    what = models.CharField("the interest", max_length=500)
    left_at = models.TimeField("left at", null=True, blank=True)
    returned_at = models.TimeField("returned at", null=True, blank=True)
    dispensation = models.CharField(
        max_length=250, blank=True, help_text="Who gave leave to take part all the same, and when. Empty: nobody did."
    )

    registered = models.ForeignKey(
        RegisteredInterest, on_delete=models.PROTECT, null=True, blank=True, related_name="declarations",
        verbose_name="in the register as",
    )  # fmt: skip

    objects = DeclarationQuerySet.as_manager()

    class Meta:
        verbose_name = "declaration of interest"
        verbose_name_plural = "declarations of interest"
        constraints = [
            models.UniqueConstraint(
                fields=["attendance", "item"],
                name="panel_declaration_once_an_item",
                violation_error_message="This member has declared an interest in this item already.",
            ),
            models.CheckConstraint(
                condition=~Q(what=""),
                name="panel_declaration_says_what",
                violation_error_message="Say what the interest is.",
            ),
            models.CheckConstraint(
                condition=Q(dispensation="") | Q(kind="pecuniary"),
                name="panel_declaration_dispensation_if_pecuniary",
                violation_error_message="Only a pecuniary interest needs a dispensation.",
            ),
            models.CheckConstraint(
                condition=Q(registered=None) | Q(kind="pecuniary"),
                name="panel_declaration_registered_if_pecuniary",
                violation_error_message="Only a pecuniary interest has to stand in the register.",
            ),
            models.CheckConstraint(
                condition=Q(returned_at=None) | Q(left_at__isnull=False, returned_at__gte=F("left_at")),
                name="panel_declaration_returned_after_leaving",
                violation_error_message="Who returned left before.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="by_who_was_there",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=steps(
                    refuse_if(
                        """NOT EXISTS (
                            SELECT 1 FROM panel_attendance line JOIN panel_agendaitem item ON item.id = NEW.item_id
                            WHERE line.id = NEW.attendance_id AND line.meeting_id = item.meeting_id
                            AND line.presence = 'present'
                        )""",
                        "an interest is declared by who was at the meeting",
                    ),
                    "RETURN NEW;",
                ),
            ),
            pgtrigger.Trigger(
                name="has_taken_no_part",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Q(new__kind="pecuniary", new__dispensation=""),
                func=steps(
                    refuse_if(
                        """EXISTS (
                            SELECT 1 FROM panel_resolution passed
                            JOIN panel_agendaitem item ON item.id = passed.item_id
                            JOIN panel_attendance line ON line.id = NEW.attendance_id
                            LEFT JOIN panel_vote vote
                            ON vote.resolution_id = passed.id AND vote.attendance_id = line.id
                            WHERE NEW.item_id IN (item.id, item.parent_id)
                            AND (vote.id IS NOT NULL OR line.member_id IN (passed.mover_id, passed.seconder_id))
                        )""",
                        "who has a pecuniary interest takes no part",
                    ),
                    "RETURN NEW;",
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.attendance.member}: {self.get_kind_display().lower()}"

    @property
    def keeps_out(self) -> bool:
        """Whether the member may not speak, move, second or vote on the item."""
        return self.kind == DeclaredKind.PECUNIARY and self.dispensation == ""

    @property
    def is_exempt(self) -> bool:
        """Exempt as the item is."""
        return self.item.is_kept_back
