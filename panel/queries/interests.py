"""Whose interests are due in the register, and which that were declared at a meeting do not stand there yet."""

from dataclasses import dataclass
from datetime import date

from panel.models import Declaration, Member, Term
from panel.querysets import DeclarationQuerySet
from panel.register_clocks import register_interests_by


@dataclass(frozen=True)
class Unregistered:
    """A member who sits and has registered nothing, and the last day to do so."""

    member: Member
    joined_on: date
    due_on: date


def unregistered_members(day: date) -> tuple[Unregistered, ...]:
    """Those who sit on the day and have nothing in the register, who is due first. One query."""
    terms = Term.objects.on(day).filter(member__in=Member.objects.unregistered_on(day)).select_related("member")
    return tuple(
        Unregistered(term.member, term.starts_on, register_interests_by(term.starts_on))
        for term in terms.order_by("starts_on", "member__last_name", "pk")
    )


def declared_unregistered(*, exempt: bool) -> DeclarationQuerySet:
    """Declared pecuniary interests to register, the oldest first; those in exempt items only where asked for."""
    rows = Declaration.objects.to_register().select_related("attendance__member", "item__meeting")
    return (rows if exempt else rows.open()).order_by("item__meeting__held_on", "pk")
