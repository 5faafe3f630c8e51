"""Who sits on the Panel on a day, for what, and in which groups."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from opcc.accounts.models import User
from panel.enums import MemberKind, Post
from panel.models import (
    Council,
    GroupPlace,
    Member,
    PanelPost,
    PanelRules,
    RegisteredInterest,
    Substitute,
    Term,
    WorkingGroup,
)


@dataclass(frozen=True)
class Sitting:
    """One member as the membership list of an agenda prints them."""

    member: Member
    council: Council | None
    kind: MemberKind
    post: Post | None

    @property
    def body(self) -> str:
        """'Warwickshire County Council', or 'Independent'."""
        return self.council.name if self.council else "Independent"


@dataclass(frozen=True)
class GroupRoll:
    """A working group and who is in it, its chair first."""

    group: WorkingGroup
    places: tuple[GroupPlace, ...]

    @property
    def topics(self) -> tuple[str, ...]:
        """What the Panel leaves to the group, topic by topic."""
        return tuple(line.strip() for line in self.group.delegated.splitlines() if line.strip())


def members_on(day: date) -> tuple[Sitting, ...]:
    """Everybody whose term runs on the day: councillors by name, then co-opted members. Two queries."""
    posts = {held.member_id: Post(held.post) for held in PanelPost.objects.on(day).order_by("-post", "pk")}
    terms = Term.objects.on(day).select_related("member", "council")
    ordered = terms.order_by("kind", "member__last_name", "member__first_name", "pk")
    return tuple(
        Sitting(term.member, term.council, MemberKind(term.kind), posts.get(term.member_id)) for term in ordered
    )


def number_on(day: date) -> int:
    """How many members the Panel has on the day: what quorums and majorities are counted from."""
    return Term.objects.on(day).count()


def groups_on(day: date) -> tuple[GroupRoll, ...]:
    """The working groups of the day, each with its members. Two queries."""
    places = GroupPlace.objects.on(day).select_related("member")
    ordered = places.order_by("-is_chair", "member__last_name", "member__first_name", "pk")
    groups = WorkingGroup.objects.on(day).prefetch_related(Prefetch("places", ordered, to_attr="filled"))
    return tuple(GroupRoll(group, tuple(group.filled)) for group in groups.order_by("name", "pk"))  # type: ignore[attr-defined]  # prefetched


def member_of(user: object) -> Member | None:
    """The member whose account this is."""
    return Member.objects.filter(user=user).first() if isinstance(user, User) else None


@dataclass(frozen=True)
class Seats:
    """A council's seats, or those of the independent members, and who holds them; `substitutes` may be sent."""

    council: Council | None
    number: int
    holders: tuple[Sitting, ...]
    substitutes: tuple[Member, ...] = ()
    is_synthetic: bool = False

    @property
    def name(self) -> str:
        return self.council.name if self.council else "Independent members"

    @property
    def vacant(self) -> int:
        """Seats that nobody holds."""
        return max(self.number - len(self.holders), 0)


def seats_on(day: date, rules: PanelRules) -> tuple[Seats, ...]:
    """Every council with its seats, then those of the independent members; none where nothing is kept. Four queries."""
    sitting = members_on(day)
    named: dict[int, list[Member]] = {}
    for row in Substitute.objects.on(day).select_related("member").order_by("member__last_name", "pk"):
        named.setdefault(row.council_id, []).append(row.member)
    held: dict[int | None, list[Sitting]] = {}
    for one in sitting:
        held.setdefault(one.council.pk if one.council else None, []).append(one)
    seats = [
        Seats(row, row.seats, tuple(held.get(row.pk, ())), tuple(named.get(row.pk, ())), row.is_synthetic)
        for row in Council.objects.order_by("position", "name", "pk")
    ]
    independent = tuple(held.get(None, ()))
    if not seats and not independent:
        return ()
    return (*seats, Seats(None, rules.co_opted_seats, independent))


def register_on(day: date) -> tuple[tuple[Sitting, tuple[RegisteredInterest, ...]], ...]:
    """What may be published of the register, by member of the day. Three queries; none selects a sensitive interest."""
    sitting = members_on(day)
    rows = RegisteredInterest.objects.public().current().filter(member__in=[one.member.pk for one in sitting])
    by_member: dict[int, list[RegisteredInterest]] = {}
    for row in rows.order_by("kind", "registered_on", "pk"):
        by_member.setdefault(row.member_id, []).append(row)
    return tuple((one, tuple(by_member.get(one.member.pk, ()))) for one in sitting)
