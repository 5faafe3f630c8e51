"""Who is in post as ambassador, and which forums nobody attends."""

from opcc.documents.cells import Lines
from opcc.documents.figures import Figure, count_of
from opcc.documents.tables import Column, Table, row
from opcc.web.words import nice_date
from panel.quarterly_report.inputs import APPOINTMENTS, AnyInputs
from panel.quarterly_report.marking import Marks, notes
from panel.quarterly_report.sections import Headline, Section, Text
from panel.quarterly_report.wording import (
    MOST_ROWS,
    against,
    cap_note,
    of,
    sentence,
    short_day,
    was,
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


def _people(count: int) -> str:
    return count_of(count, "person", "people")
