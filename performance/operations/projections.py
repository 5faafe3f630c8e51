"""Projects the force's measures ahead, keeps what was published, and scores it when the months have come."""

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from django.db import transaction

from opcc.accounts.models import User
from opcc.core.quarters import Quarter
from opcc.core.saving import acting
from performance.models import ArchivedProjection, QuarterSummary
from performance.projection import MEDIUM, SHORT, Method, Projection, Score, score
from performance.queries import projections as archive
from performance.queries import series as series_queries
from performance.queries import summaries as queries
from performance.queries.books import book
from performance.reporting.facts import plain
from performance.reporting.months import last_month_of, month_after, months_between
from performance.reporting.projecting import made
from performance.reporting.working import Working


@transaction.atomic
def project_ahead() -> bool:
    """Make the projection of one series that waits for it, which may take seconds. Returns whether one waited.

    Of two workers one works. A summary that was worked out anew meanwhile keeps waiting.
    """
    if not queries.alone(queries.PROJECTING):
        return False
    summary = queries.to_project().first()
    if summary is None:
        return False
    quarter = Quarter.containing(summary.quarter_starts_on)
    contents = {name: kept for name, kept in summary.contents.items() if name != "projection"}
    found = book(
        series_queries.in_full().filter(pk=summary.series_id), first=quarter.start, last=last_month_of(quarter)
    )
    for kept in found.kept:
        wanted = Working(kept, found).projectable(quarter)
        if wanted is not None:
            contents["projection"] = made(wanted.basis, wanted.project())
    QuarterSummary.objects.filter(pk=summary.pk, made_at=summary.made_at).update(contents=contents)
    return True


@transaction.atomic
def archive_projections(*, quarter: Quarter, published_in: str, by: User | None, at: datetime) -> int:
    """Keep, short and medium, what a report on the quarter projects, to be scored. Returns how many there were.

    Of the force's own measures that anybody may know of: the archive is open to all staff. Kept once for each report.
    """
    found = [
        ArchivedProjection(
            series_id=series,
            first_month=quarter.next.start,
            months=months,
            published_in=published_in,
            contents=replace(projection, steps=projection.steps[:months]).to_dict(),
            archived_at=at,
            archived_by=by,
        )
        for series, kept in archive.made_for(quarter)
        for projection in [Projection.from_dict(kept)]
        if projection.method is not Method.NONE
        for months in (SHORT, MEDIUM)
    ]
    with acting(by, f"Projections published in {published_in}"):
        ArchivedProjection.objects.bulk_create(found, ignore_conflicts=True)
    return len(found)


@transaction.atomic
def score_projections(*, at: datetime) -> int:
    """Score the archived projections whose last month has come. Returns how many that were."""
    done = 0
    waiting = archive.unscored()
    actual = archive.months_since(waiting)
    for each in waiting:
        months = months_between(each.first_month, month_after(each.first_month, each.months - 1))
        known = actual.get(each.series_id, {})
        if months[-1] in known:
            found = score(Projection.from_dict(each.contents), [plain(known.get(month)) for month in months])
            done += ArchivedProjection.objects.filter(pk=each.pk, scored_at=None).update(
                score=_kept(found), scored_at=at
            )
    return done


def _kept(found: Score) -> dict[str, Any]:
    """As JSON keeps it: decimals as text."""
    return {name: value if isinstance(value, int | None) else str(value) for name, value in asdict(found).items()}
