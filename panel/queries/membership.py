"""Who sits on the Panel on a day, for what, and in which groups."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from opcc.accounts.models import User
from panel.enums import MemberKind, Post
from panel.models import Council, GroupPlace, Member, PanelPost, Term, WorkingGroup


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
