"""Keeping the membership: terms within the seats, co-opted members whom the law allows, posts only for who sits."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from opcc.accounts.enums import STAFF_ROLES
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked, wait_turn
from opcc.web.words import nice_date
from panel import queries
from panel.enums import MemberKind
from panel.models import (
    Council,
    GroupPlace,
    Member,
    PanelPost,
    PanelRules,
    RegisteredInterest,
    StandingItem,
    Substitute,
    Term,
    WorkingGroup,
)
from panel.permissions import must_have

Kept = (
    Council | GroupPlace | Member | PanelPost | PanelRules | RegisteredInterest | StandingItem | Substitute | Term
    | WorkingGroup
)  # fmt: skip

MOST_MEMBERS = 20  # of a Panel, co-opted ones included (Schedule 6 of the Act)
FEWEST_CO_OPTED = 2


@transaction.atomic
def save_record(*, row: Kept, by: User | None, at: datetime) -> None:
    """Save a row about the membership, the rules or the outline of agendas, new or changed.

    Refuses a term beyond the seats of its council or of the co-opted members, one of somebody who may not be co-opted,
    more than twenty seats, and a post or place on a day when the member does not sit.
    """
    is_new = row._state.adding
    must_have(by, f"panel.{'add' if is_new else 'change'}_{row._meta.model_name}", "save this")
    wait_turn("membership of the Panel")
    match row:
        case Term():
            _refuse_beyond_seats(row)
            _refuse_barred(row.member, [row])
        case Member() if not is_new:
            _refuse_barred(row, list(row.terms.all()))
        case PanelPost() | GroupPlace():
            _refuse_without_term(row)
        case Council():
            if not is_new:
                _refuse_fewer_seats(row)
            _refuse_too_many_seats(row.seats, queries.panel_rules().co_opted_seats, but=row, field="seats")
        case PanelRules():
            _refuse_fewer_co_opted(row)
            _refuse_too_many_seats(0, row.co_opted_seats, but=None, field="co_opted_seats")
        case _:
            pass
    with acting(by, f"{str(row._meta.verbose_name).capitalize()} {'recorded' if is_new else 'changed'}"):
        save_checked(row)


def _refuse_beyond_seats(term: Term) -> None:
    """On the day a term starts, and on each later day on which another starts, there is a seat for it."""
    council = Council.objects.get(pk=term.council_id) if term.council_id is not None else None
    if council is None and term.kind == MemberKind.APPOINTED:
        return  # refused by the table itself
    number = council.seats if council else queries.panel_rules().co_opted_seats
    others = Term.objects.filter(council=council).exclude(pk=term.pk)
    overlapping = others.filter(Q(ends_on=None) | Q(ends_on__gte=term.starts_on))
    if term.ends_on is not None:
        overlapping = overlapping.filter(starts_on__lte=term.ends_on)
    days = {term.starts_on, *(other.starts_on for other in overlapping if other.starts_on > term.starts_on)}
    full = [day for day in sorted(days) if _holders(overlapping, day) >= number]
    if full:
        seats = "1 seat" if number == 1 else f"{number} seats"
        whose = f"{council} has {seats}" if council else f"The Panel has {seats} for co-opted members"
        raise DomainError(
            f"{whose}, all of them filled on {nice_date(full[0])}. "
            "End another member's term first, or correct the number of seats.",
            field="council" if council else "kind",
        )


def _refuse_barred(member: Member, terms: Iterable[Term]) -> None:
    """Who works for the Commissioner is not co-opted; nor, while there are two co-opted seats, is a councillor.

    The Act bars others too (Schedule 6, paragraphs 22 and 23), whom no record of this site can tell; the form says so.
    """
    co_opted = [term for term in terms if term.kind == MemberKind.CO_OPTED]
    if not co_opted:
        return
    if member.user is not None and member.user.has_role(*STAFF_ROLES):
        raise DomainError(
            f"{member} has an account of the Commissioner's office, so may not be co-opted. Check the account.",
            field="kind",
        )
    councillor = member.style.casefold().startswith(("councillor", "cllr")) or any(
        _is_substitute(member, term) for term in co_opted
    )
    if councillor and queries.panel_rules().co_opted_seats == FEWEST_CO_OPTED:
        raise DomainError(
            f"{member} is a councillor, and of two co-opted members none may be. Choose somebody else, or correct "
            "the style.",
            field="kind",
        )


def _is_substitute(member: Member, term: Term) -> bool:
    """Whether a council may send the member on a day of the term: only its own councillors can be sent."""
    named = Substitute.objects.filter(member=member).filter(Q(ends_on=None) | Q(ends_on__gte=term.starts_on))
    return (named if term.ends_on is None else named.filter(starts_on__lte=term.ends_on)).exists()


def _holders(terms: Iterable[Term], day: date) -> int:
    return sum(1 for term in terms if term.starts_on <= day and (term.ends_on is None or term.ends_on >= day))


def _refuse_without_term(row: PanelPost | GroupPlace) -> None:
    if not Term.objects.on(row.starts_on).filter(member=row.member_id).exists():
        raise DomainError(
            f"{row.member} is not on the Panel on {nice_date(row.starts_on)}. Choose a day within a term.",
            field="starts_on",
        )


def _refuse_fewer_seats(council: Council) -> None:
    most = _most_at_one_time(Term.objects.filter(council=council))
    if council.seats < most:
        raise DomainError(
            f"{council} has had {most} members at one time. Give it {most} seats or more, or end a term.",
            field="seats",
        )


def _refuse_fewer_co_opted(rules: PanelRules) -> None:
    most = _most_at_one_time(Term.objects.filter(kind=MemberKind.CO_OPTED))
    if rules.co_opted_seats < most:
        raise DomainError(
            f"There have been {most} co-opted members at one time. Enter {most} seats or more, or end a term.",
            field="co_opted_seats",
        )


def _refuse_too_many_seats(own: int, co_opted: int, *, but: Council | None, field: str) -> None:
    """All the councils' seats with those of the co-opted members, one council's being as they are to be."""
    others = Council.objects.all() if but is None or but._state.adding else Council.objects.exclude(pk=but.pk)
    total = own + co_opted + sum(others.values_list("seats", flat=True))
    if total > MOST_MEMBERS:
        raise DomainError(
            f"That makes {total} seats with those of the others; a Panel has at most {MOST_MEMBERS}, co-opted members "
            "included. Give fewer.",
            field=field,
        )


def _most_at_one_time(terms: Iterable[Term]) -> int:
    held = list(terms)
    return max((_holders(held, term.starts_on) for term in held), default=0)
