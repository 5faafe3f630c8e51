"""Keeping the membership: terms within each council's seats, posts and places only for those who sit."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked, wait_turn
from opcc.web.words import nice_date
from panel.models import (
    Council,
    GroupPlace,
    Member,
    PanelPost,
    PanelRules,
    RegisteredInterest,
    StandingItem,
    Term,
    WorkingGroup,
)
from panel.permissions import must_have

Kept = Council | GroupPlace | Member | PanelPost | PanelRules | RegisteredInterest | StandingItem | Term | WorkingGroup


@transaction.atomic
def save_record(*, row: Kept, by: User | None, at: datetime) -> None:
    """Save a row about the membership, the rules or the outline of agendas, new or changed.

    Refuses a term beyond a council's seats, and a post or place on a day when the member does not sit.
    """
    is_new = row._state.adding
    must_have(by, f"panel.{'add' if is_new else 'change'}_{row._meta.model_name}", "save this")
    wait_turn("membership of the Panel")
    match row:
        case Term():
            _refuse_beyond_seats(row)
        case PanelPost() | GroupPlace():
            _refuse_without_term(row)
        case Council() if not is_new:
            _refuse_fewer_seats(row)
        case _:
            pass
    with acting(by, f"{str(row._meta.verbose_name).capitalize()} {'recorded' if is_new else 'changed'}"):
        save_checked(row)


def _refuse_beyond_seats(term: Term) -> None:
    """On the day a term starts, and on each later day on which another starts, the council has a seat for it."""
    if term.council_id is None:
        return
    council = Council.objects.get(pk=term.council_id)
    others = Term.objects.filter(council=council).exclude(pk=term.pk)
    overlapping = others.filter(Q(ends_on=None) | Q(ends_on__gte=term.starts_on))
    if term.ends_on is not None:
        overlapping = overlapping.filter(starts_on__lte=term.ends_on)
    days = {term.starts_on, *(other.starts_on for other in overlapping if other.starts_on > term.starts_on)}
    full = [day for day in sorted(days) if _holders(overlapping, day) >= council.seats]
    if full:
        seats = "1 seat" if council.seats == 1 else f"{council.seats} seats"
        raise DomainError(
            f"{council} has {seats}, all of them filled on {nice_date(full[0])}. "
            "End another member's term first, or correct the number of seats.",
            field="council",
        )


def _holders(terms: Iterable[Term], day: date) -> int:
    return sum(1 for term in terms if term.starts_on <= day and (term.ends_on is None or term.ends_on >= day))


def _refuse_without_term(row: PanelPost | GroupPlace) -> None:
    if not Term.objects.on(row.starts_on).filter(member=row.member_id).exists():
        raise DomainError(
            f"{row.member} is not on the Panel on {nice_date(row.starts_on)}. Choose a day within a term.",
            field="starts_on",
        )


def _refuse_fewer_seats(council: Council) -> None:
    terms = list(Term.objects.filter(council=council))
    most = max((_holders(terms, term.starts_on) for term in terms), default=0)
    if council.seats < most:
        raise DomainError(
            f"{council} has had {most} members at one time. Give it {most} seats or more, or end a term.",
            field="seats",
        )
