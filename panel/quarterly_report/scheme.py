"""The ambassadors' sections: their reports, posts and vacancies, objectives, contacts and good news."""

from ambassadors.enums import Timeliness
from ambassadors.reporting import Tally
from opcc.documents.cells import Lines, State
from opcc.documents.figures import Figure, Unit, count_of, number, percentage
from opcc.documents.tables import Column, Table, row
from opcc.web.words import nice_date
from panel.quarterly_report.inputs import APPOINTMENTS, REPORTS, AnyInputs
from panel.quarterly_report.marking import Marks, notes
from panel.quarterly_report.sections import Headline, Part, Section, Text
from panel.quarterly_report.wording import (
    MOST_ROWS,
    against,
    cap_note,
    listed,
    lower_first,
    of,
    sentence,
    short_day,
    was,
)


def reports(inputs: AnyInputs) -> Section:
    """Reports received, late and missing, with a table of the late and the missing."""
    lines = _report_headlines(inputs)
    found = inputs.now.reports
    if not found.expected:
        words = [f"No forum met in the {inputs.unit}, so no report was expected."]
    else:
        words = [
            (
                f"{sentence(of(found.received, found.expected, 'report'))} expected of the {inputs.unit}'s meetings "
                f"had arrived by {nice_date(inputs.as_at)}: {number(found.in_time)} in time "
                f"and {number(found.late)} late."
            ),
            _missing_words(found.missing, found.not_due),
        ]
    return Section(
        key="reports",
        title="Reports from ambassadors",
        parts=(*map(Text, words), *_overdue_table(inputs)),
        headlines=lines,
        findings=_missing_finding(inputs),
        definitions=(
            (
                "Report late or missing",
                (
                    f"An ambassador's report is due {inputs.office.report_due_days} days after the forum met. "
                    "It is late if it came after that day, and missing if the day has passed and it has not come."
                ),
            ),
        ),
        sources=(REPORTS,),
    )


def _report_headlines(inputs: AnyInputs) -> tuple[Headline, ...]:
    def figures(key: str, label: str, pick: str) -> Headline:
        pair = []
        for moment, work, as_at in (("now", inputs.now, inputs.as_at), ("then", inputs.then, inputs.before_as_at)):
            value = getattr(work.reports, pick) if work else None
            base = f"{count_of(work.reports.expected, 'report')} expected" if work and pick != "expected" else ""
            pair.append(Figure(f"{key}-{moment}", label, value, base=base, source=REPORTS, as_at=as_at))
        return Headline("Reports from ambassadors", label, pair[1], pair[0])

    return (
        figures("reports-received", "Reports received", "received"),
        figures("reports-late", "Reports received late", "late"),
        figures("reports-missing", "Reports missing", "missing"),
    )


def _missing_finding(inputs: AnyInputs) -> tuple[str, ...]:
    found = inputs.now.reports
    if not found.missing:
        return ()
    before = inputs.then.reports.missing if inputs.then else None
    said = sentence(of(found.missing, found.expected, "report"))
    are = "is" if found.missing == 1 else "are"
    return (f"{said} expected from ambassadors {are} missing{against(before, found.missing)}.",)


def _missing_words(missing: int, not_due: int) -> str:
    waiting = f" {sentence(count_of(not_due, 'report'))} {was(not_due)} not due yet." if not_due else ""
    if not missing:
        return f"No report is missing.{waiting}"
    if missing == 1:
        return f"One report has not come although the day it was due has passed.{waiting}"
    return (
        f"{sentence(count_of(missing, 'report'))} have not come although the days they were due have passed.{waiting}"
    )


def _overdue_table(inputs: AnyInputs) -> tuple[Table, ...]:
    lines = inputs.now.reports.overdue_lines
    if not lines:
        return ()
    marks = Marks([line.is_synthetic for line in lines])
    return (
        Table(
            caption=f"Reports late or missing, meetings of {inputs.long}",
            subtitle=f"As at {nice_date(inputs.as_at)}",
            columns=(
                Column("Forum"),
                Column("District", width_mm=40),
                Column("Meeting", width_mm=22),
                Column("Report due", width_mm=22),
                Column("Received", width_mm=22),
                Column("Days late", width_mm=12, numeric=True),
                Column("State", width_mm=17),
            ),
            rows=tuple(
                row(
                    marks.mark(line.forum, line.is_synthetic),
                    line.district,
                    short_day(line.met_on),
                    short_day(line.due_on),
                    short_day(line.received_on) or "Not yet",
                    line.days_late,
                    State("Missing", "overdue") if line.timeliness == Timeliness.MISSING else State("Late", "due"),
                )
                for line in lines[:MOST_ROWS]
            ),
            note=notes(cap_note(len(lines)), "In the order of the meetings.", marks.note),
            source=REPORTS,
        ),
    )


def vacancies(inputs: AnyInputs) -> Section:
    """Who is in post, and the forums that nobody attends."""
    post, vacant = inputs.now.in_post, inputs.now.vacancies
    day = nice_date(inputs.last_day)
    if not post.forums:
        said = "No community forum was active, so none lacked an ambassador."
        return Section("vacancies", "Ambassadors and vacancies", (Text(said),))
    several = f" {sentence(_people(post.with_several))} held more than one." if post.with_several else ""
    words = [
        (
            f"On {day}, {_people(post.people)} held {count_of(post.appointments, 'appointment')} at "
            f"{count_of(post.forums, 'active forum')}.{several}"
        ),
        *_vacancy_words(inputs),
    ]
    return Section(
        key="vacancies",
        title="Ambassadors and vacancies",
        parts=(*map(Text, words), *_vacancy_table(inputs)),
        headlines=(
            _post_headline(inputs, "ambassadors", "Ambassadors in post"),
            _post_headline(inputs, "vacancies", "Forums without an ambassador"),
        ),
        findings=_vacancy_finding(inputs),
        asks=(
            f"note that {count_of(len(vacant), 'forum')} {was(len(vacant))} without an ambassador (section {{here}})",
        )
        if vacant
        else (),
        definitions=(
            (
                "Vacant forum",
                (
                    "A forum that is active and for which nobody is appointed as ambassador on the day. "
                    "A person may hold several appointments."
                ),
            ),
        ),
        sources=(APPOINTMENTS,),
    )


def _post_headline(inputs: AnyInputs, key: str, label: str) -> Headline:
    pair = []
    for moment, work, period in (("now", inputs.now, inputs.period), ("then", inputs.then, inputs.first)):
        value = None
        if work is not None:
            value = work.in_post.people if key == "ambassadors" else len(work.vacancies)
        base = f"{count_of(work.in_post.forums, 'active forum')}" if work else ""
        as_at = inputs.last_day if moment == "now" else period.end
        pair.append(Figure(f"{key}-{moment}", label, value, base=base, source=APPOINTMENTS, as_at=as_at))
    return Headline("Ambassadors", label, pair[1], pair[0])


def _vacancy_finding(inputs: AnyInputs) -> tuple[str, ...]:
    vacant = len(inputs.now.vacancies)
    if not vacant:
        return ()
    before = len(inputs.then.vacancies) if inputs.then else None
    forums = of(vacant, inputs.now.in_post.forums, "active forum")
    return (f"{sentence(forums)} had no ambassador on {nice_date(inputs.last_day)}{against(before, vacant)}.",)


def _vacancy_words(inputs: AnyInputs) -> list[str]:
    vacant = inputs.now.vacancies
    if not vacant:
        return ["Every active forum had an ambassador."]
    first, since = vacant[0], nice_date(vacant[0].since)
    advertised = sum(one.advertised_on is not None for one in vacant)
    if len(vacant) == 1:
        adverts = "It has been advertised." if advertised else "It has not been advertised."
        return [f"One forum, {first.forum}, had no ambassador; it had been vacant since {since}. {adverts}"]
    were = "has" if advertised == 1 else "have"
    return [
        (
            f"{sentence(count_of(len(vacant), 'forum'))} had no ambassador. {first.forum} had been vacant longest, "
            f"since {since}. {sentence(of(advertised, len(vacant), 'vacancy', 'vacancies'))} {were} been advertised."
        )
    ]


def _vacancy_table(inputs: AnyInputs) -> tuple[Table, ...]:
    vacant = inputs.now.vacancies
    if not vacant:
        return ()
    marks = Marks([one.is_synthetic for one in vacant])
    return (
        Table(
            caption="Forums without an ambassador",
            subtitle=f"On {nice_date(inputs.last_day)}, the longest vacant first",
            columns=(
                Column("Forum"),
                Column("District", width_mm=40),
                Column("Vacant since", width_mm=23),
                Column("Days vacant", width_mm=15, numeric=True),
                Column("Advertised", width_mm=46),
            ),
            rows=tuple(
                row(
                    marks.mark(one.forum, one.is_synthetic),
                    one.district,
                    short_day(one.since),
                    one.days,
                    Lines(short_day(one.advertised_on), one.advert_place) if one.advertised_on else "Not yet",
                )
                for one in vacant[:MOST_ROWS]
            ),
            note=notes(cap_note(len(vacant)), marks.note),
            source=APPOINTMENTS,
        ),
    )


def good_news(inputs: AnyInputs) -> Section:
    """Good news, as ambassadors passed it on."""
    news = inputs.now.good_news
    if not news:
        return Section("good-news", "Good news", (Text(f"No good news was reported in the {inputs.unit}."),))
    forums = {(one.forum, one.district) for one in news}
    marks = Marks([one.is_synthetic for one in news])
    table = Table(
        caption=f"Good news reported by ambassadors, {inputs.long}",
        columns=(
            Column("Forum", width_mm=44),
            Column("Reported at", width_mm=22),
            Column("What went well"),
        ),
        rows=tuple(
            row(
                Lines(marks.mark(one.forum, one.is_synthetic), one.district),
                short_day(one.on),
                Lines(one.text, one.topic),
            )
            for one in news[:MOST_ROWS]
        ),
        note=notes(cap_note(len(news)), "In the ambassadors' own words.", marks.note),
        source=REPORTS,
    )
    said = f"Ambassadors passed on {count_of(len(news), 'piece')} of good news from {count_of(len(forums), 'forum')}."
    return Section("good-news", "Good news", (Text(said), table), sources=(REPORTS,))


def objectives(inputs: AnyInputs) -> Section:
    """What every ambassador was asked to do, and how far they have come."""
    lines = inputs.now.objectives
    parts: list[Part] = []
    if lines:
        met = sum(line.asked > 0 and line.met == line.asked for line in lines)
        everyone = f" Everyone who was asked has reached {number(met)} of them." if met else ""
        parts.append(
            Text(
                f"{sentence(count_of(len(lines), 'objective'))} for every ambassador {was(len(lines))} running; the "
                f"table says how many have reached each.{everyone}"
            )
        )
    else:
        parts.append(Text(f"No objective for every ambassador was running in the {inputs.unit}."))
    own = inputs.now.personal_objectives
    if own:
        parts.append(
            Text(
                f"Ambassadors also had {count_of(own, 'objective')} of their own; "
                f"{number(inputs.now.personal_objectives_met)} {was(inputs.now.personal_objectives_met)} met."
            )
        )
    return Section("objectives", "Objectives", (*parts, *_objectives_table(inputs)), sources=(REPORTS,))


def _objectives_table(inputs: AnyInputs) -> tuple[Table, ...]:
    lines = inputs.now.objectives
    if not lines:
        return ()
    marks = Marks([line.is_synthetic for line in lines])
    return (
        Table(
            caption="Objectives of every ambassador",
            subtitle=f"Progress to {nice_date(inputs.last_day)}",
            columns=(
                Column("Objective"),
                Column("Runs until", width_mm=23),
                Column("Each is asked for", width_mm=30),
                Column("Ambassadors asked", width_mm=21, numeric=True),
                Column("Reached it", width_mm=17, numeric=True),
                Column("Done in all", width_mm=15, numeric=True),
            ),
            rows=tuple(
                row(
                    marks.mark(line.title, line.is_synthetic),
                    short_day(line.ends_on),
                    f"{number(line.target)} {line.unit}",
                    line.asked,
                    line.met,
                    line.total,
                )
                for line in lines[:MOST_ROWS]
            ),
            note=notes(cap_note(len(lines)), marks.note),
            source=REPORTS,
        ),
    )


def contacts(inputs: AnyInputs) -> Section:
    """The ambassadors' networks, and the events they went to."""
    kept, events = inputs.now.contacts, inputs.now.events
    words = []
    if kept.number:
        words.append(
            f"Ambassadors kept up {count_of(kept.number, 'key contact')} on {nice_date(inputs.last_day)} and were in "
            f"touch with {number(kept.in_touch)} of them in the {inputs.unit}. "
            f"{sentence(number(kept.overdue))} {was(kept.overdue)} overdue."
        )
    else:
        words.append("No key contact is recorded.")
    if events.number:
        met = "" if events.people_met is None else f" and spoke to {number(events.people_met)} people"
        counted = f" ({of(events.counted, events.number, 'event')} gave a number)" if met else ""
        words.append(f"They went to {count_of(events.number, 'event')}{met}{counted}.")
    else:
        words.append(f"No event that an ambassador attended is recorded for the {inputs.unit}.")
    if kept.by_means:
        means = listed(f"{lower_first(one.label)} ({number(one.number)})" for one in kept.by_means)
        words.insert(1, f"They were in touch by {means}.")
    return Section(
        key="contacts",
        title="Key contacts and events",
        parts=(*map(Text, words), *_tally("Key contacts by kind of organisation", "Kind", kept.by_kind, inputs)),
        headlines=(_contact_headline(inputs),),
        definitions=(("Key contact", "A person or body that an ambassador means to be in touch with regularly."),),
        sources=(REPORTS,),
    )


def _contact_headline(inputs: AnyInputs) -> Headline:
    label = "Key contacts in touch"
    pair = []
    for moment, work, as_at in (("now", inputs.now, inputs.last_day), ("then", inputs.then, inputs.first.end)):
        base = count_of(work.contacts.number, "contact") if work else ""
        value = work.contacts.in_touch if work else None
        pair.append(Figure(f"contacts-{moment}", label, value, base=base, source=REPORTS, as_at=as_at))
    return Headline("Ambassadors", label, pair[1], pair[0])


def _tally(caption: str, heading: str, tallies: tuple[Tally, ...], inputs: AnyInputs) -> tuple[Table, ...]:
    if len(tallies) < 2:
        return ()
    total = sum(one.number for one in tallies)
    return (
        Table(
            caption=caption,
            subtitle=f"On {nice_date(inputs.last_day)}",
            columns=(
                Column(heading),
                Column("Contacts", width_mm=22, numeric=True),
                Column("Share", width_mm=22, numeric=True),
            ),
            rows=(
                *(
                    row(
                        one.label,
                        one.number,
                        Figure(
                            f"contacts-share-{index}",
                            one.label,
                            percentage(one.number, total),
                            Unit.PERCENT,
                            base=count_of(total, "contact"),
                            source=REPORTS,
                            as_at=inputs.last_day,
                        ),
                    )
                    for index, one in enumerate(tallies, 1)
                ),
                row("All", total, None, total=True),
            ),
            note="Shares may not add to 100 because they are rounded.",
            source=REPORTS,
        ),
    )


def _people(count: int) -> str:
    return count_of(count, "person", "people")
