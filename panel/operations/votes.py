"""Recorded votes on a resolution: by those in the room, and agreeing with what became of it."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked
from panel import minutes, queries
from panel.enums import Ballot, RecommendationState
from panel.models import Attendance, Recommendation, Resolution, Vote
from panel.operations.attendance import at_meeting
from panel.permissions import must_have


@transaction.atomic
def record_votes(
    *,
    resolution: Resolution,
    ballots: Mapping[Attendance, Ballot],
    by: User | None,
    at: datetime,
    casting_vote: str = "",
    source: str = "",
    is_synthetic: bool = False,
) -> minutes.Tally:
    """Record how everybody in the room voted; what was recorded before is replaced, and no ballots take it back.

    The votes say whether the resolution is carried. Of as many for as against, the chair may cast a vote.
    """
    must_have(by, "panel.add_vote", "record votes")
    meeting = at_meeting(resolution.item.meeting, is_exempt=resolution.is_exempt)
    resolution = Resolution.objects.select_for_update(of=("self",)).select_related("item__parent").get(pk=resolution.pk)
    room = queries.room_of(meeting)
    if ballots:
        _refuse_wrong_voters(resolution, room, ballots)
    counted = minutes.tally(str(ballot) for ballot in ballots.values())
    _refuse_wrong_casting(room, counted, casting_vote, cast=bool(ballots))
    carried = counted.is_carried(casting_vote) if ballots else resolution.is_carried
    made = Recommendation.objects.filter(resolution=resolution).exclude(state=RecommendationState.WITHDRAWN)
    if not carried and made.exists():
        raise DomainError("By these votes the resolution is lost, but a recommendation was made from it. Withdraw it.")
    with acting(by, "Votes recorded"):
        resolution.is_carried, resolution.casting_vote = carried, casting_vote
        save_checked(resolution)
        _write(resolution, ballots, {"source": source, "is_synthetic": is_synthetic})
    return counted


def _refuse_wrong_voters(resolution: Resolution, room: queries.Room, ballots: Mapping[Attendance, Ballot]) -> None:
    there = {line.pk: line for line in room.at(resolution.item)}
    out = room.kept_out.get(resolution.item_id, frozenset())
    for line in ballots:
        if line.pk in out:
            raise DomainError(
                f"{line.member} declared a pecuniary interest in this item and has no dispensation, and so cannot vote."
            )
        if line.pk not in there:
            raise DomainError(f"{line.member} was not in the room for this item, and so cannot vote.")
    missing = [str(line.member) for key, line in there.items() if key not in {line.pk for line in ballots}]
    if missing:
        raise DomainError(f"Say how {', '.join(missing)} voted. A recorded vote has everybody who was in the room.")


def _refuse_wrong_casting(room: queries.Room, counted: minutes.Tally, casting_vote: str, *, cast: bool) -> None:
    if not casting_vote:
        return
    if not cast or not counted.is_tied:
        raise DomainError(
            f"{counted.votes_for} voted for and {counted.against} against. The chair casts a vote only where both "
            "are as many.",
            field="casting_vote",
        )
    if not any(line.took_chair for line in room.lines):
        raise DomainError(
            "Record in the attendance who took the chair: the casting vote is theirs.", field="casting_vote"
        )


def _write(resolution: Resolution, ballots: Mapping[Attendance, Ballot], provenance: dict[str, object]) -> None:
    held = {vote.attendance_id: vote for vote in Vote.objects.filter(resolution=resolution)}
    wanted = {line.pk: (line, ballot) for line, ballot in ballots.items()}
    for key, vote in held.items():
        if key not in wanted:
            vote.delete()
    for key, (line, ballot) in wanted.items():
        vote = held.get(key) or Vote(resolution=resolution, attendance=line)
        vote.ballot = ballot
        for name, value in provenance.items():
            setattr(vote, name, value)
        save_checked(vote)
