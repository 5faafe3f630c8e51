"""What ambassadors did: good news, objectives, contacts and events."""

from ambassadors.reporting import Tally
from opcc.documents.cells import Lines
from opcc.documents.figures import Figure, Unit, count_of, number, percentage
from opcc.documents.tables import Column, Table, row
from opcc.web.words import nice_date
from panel.quarterly_report.inputs import REPORTS, AnyInputs
from panel.quarterly_report.marking import Marks, notes
from panel.quarterly_report.sections import Headline, Part, Section, Text
from panel.quarterly_report.wording import (
    MOST_ROWS,
    cap_note,
    listed,
    lower_first,
    of,
    sentence,
    short_day,
    was,
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
                Column("Until", width_mm=23),
                Column("Target", width_mm=31),
                Column("Ambassadors", width_mm=21, numeric=True),
                Column("Reached it", width_mm=17, numeric=True),
                Column("Done in all", width_mm=19, numeric=True),
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
            note=notes(cap_note(len(lines)), "Target: what each ambassador is asked for.", marks.note),
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
            f"touch with {number(kept.in_touch) if kept.in_touch else 'none'} of them in the {inputs.unit}. "
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
