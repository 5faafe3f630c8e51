"""Objectives, key contacts and events."""

from collections import Counter
from datetime import date

from django.db.models import Count, Max, Q, Sum

from ambassadors.due_dates import contact_due_on
from ambassadors.enums import ContactMeans, ReportState
from ambassadors.models import (
    Ambassador,
    Appointment,
    ContactMade,
    EngagementActivity,
    KeyContact,
    Objective,
    ObjectiveProgress,
)
from ambassadors.reporting.records import Events, KeyContacts, ObjectiveLine, Tally
from opcc.core.quarters import Period
from opcc.reference.enums import OrganisationKind

NOT_LISTED = "Not on the office's list"


def _accepted(as_at: date) -> Q:
    """Entries that came with no report, or with one that was accepted by the day."""
    return Q(report=None) | Q(report__state=ReportState.ACCEPTED, report__decided_at__date__lte=as_at)


def objectives(period: Period, *, as_at: date) -> tuple[tuple[ObjectiveLine, ...], int, int]:
    """The objectives of every ambassador, and how many personal ones there were and were met. Three queries.

    Objectives whose dates touch the period, with the progress from their first day to the last day of the
    period (or `as_at`, if earlier). Asked is everyone who held a forum on some day of that time.
    """
    last = min(period.end, as_at)
    running = list(
        Objective.objects.filter(starts_on__lte=last, ends_on__gte=period.start).order_by("starts_on", "position", "pk")
    )
    progress: dict[int, Counter[int]] = {objective.pk: Counter() for objective in running}
    for objective_id, ambassador_id, number in (
        ObjectiveProgress.objects.filter(_accepted(as_at), objective__in=progress, on__lte=last)
        .values_list("objective_id", "ambassador_id")
        .annotate(number=Sum("number"))
    ):
        progress[objective_id][ambassador_id] = number
    first = min((objective.starts_on for objective in running), default=last)
    posts = list(Appointment.objects.overlapping(first, last).values_list("ambassador_id", "starts_on", "ends_on"))
    lines = []
    personal = Counter[bool]()
    for objective in running:
        made = progress[objective.pk]
        if objective.ambassador_id is not None:
            personal[made[objective.ambassador_id] >= objective.target] += 1
            continue
        until = min(last, objective.ends_on)
        asked = {
            person for person, start, end in posts if start <= until and (end is None or end >= objective.starts_on)
        }
        lines.append(
            ObjectiveLine(
                title=objective.title,
                target=objective.target,
                unit=objective.unit,
                starts_on=objective.starts_on,
                ends_on=objective.ends_on,
                asked=len(asked),
                met=sum(made[person] >= objective.target for person in asked),
                total=made.total(),
                is_synthetic=objective.is_synthetic,
            )
        )
    return tuple(lines), personal.total(), personal[True]


def contacts(period: Period, *, as_at: date, ambassador: Ambassador | None = None) -> KeyContacts:
    """Contacts kept up on the last day, and those in touch in the period, by kind and by means. Three queries."""
    last = min(period.end, as_at)
    whose = Q(ambassador=ambassador) if ambassador else Q()
    rows = (
        KeyContact.objects.filter(whose, Q(ended_on=None) | Q(ended_on__gt=last), added_on__lte=last)
        .annotate(touched_on=Max("made__on", filter=Q(made__on__lte=last)))
        .values_list("added_on", "last_contact_on", "touched_on", "frequency", "organisation__kind")
    )
    overdue = 0
    kinds: Counter[str] = Counter()
    for added_on, last_contact_on, touched_on, frequency, kind in rows:
        known = [day for day in (added_on, last_contact_on, touched_on) if day is not None and day <= last]
        overdue += contact_due_on(max(known), frequency) < last
        kinds[OrganisationKind(kind).label if kind else NOT_LISTED] += 1
    made = ContactMade.objects.filter(
        Q(contact__ambassador=ambassador) if ambassador else Q(), on__range=(period.start, last)
    )
    means = Counter(
        {ContactMeans(value).label: number for value, number in made.values_list("means").annotate(n=Count("pk"))}
    )
    return KeyContacts(
        number=kinds.total(),
        in_touch=made.values("contact").distinct().count(),
        overdue=overdue,
        by_kind=_tallies(kinds),
        by_means=_tallies(means),
    )


def _tallies(counted: Counter[str]) -> tuple[Tally, ...]:
    """The most frequent first, then by name."""
    return tuple(Tally(label, number) for label, number in sorted(counted.items(), key=lambda one: (-one[1], one[0])))


def events(period: Period, *, as_at: date) -> Events:
    """Events attended in the period, of accepted reports and those entered apart. One query."""
    found = EngagementActivity.objects.filter(
        _accepted(as_at), held_on__range=(period.start, min(period.end, as_at))
    ).aggregate(number=Count("pk"), counted=Count("people_met"), people_met=Sum("people_met"))
    return Events(**found)
