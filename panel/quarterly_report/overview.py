"""The annual report's first section: who served, who came and went, and which forums stand empty."""

from collections import Counter

from ambassadors.reporting import AmbassadorsYear, InPost
from opcc.documents.figures import Figure, count_of, number
from opcc.documents.tables import Column, Row, Table, row
from opcc.web.words import nice_date
from panel.quarterly_report import posts
from panel.quarterly_report.inputs import APPOINTMENTS, AnyInputs
from panel.quarterly_report.marking import Marks, notes
from panel.quarterly_report.sections import Section, Text
from panel.quarterly_report.wording import MOST_ROWS, cap_note, listed, lower_first, sentence, short_day, was


def overview(inputs: AnyInputs) -> Section:
    """The scheme over the year: posts and people at both ends, appointments made and ended, vacancies."""
    work = inputs.now
    if not isinstance(work, AmbassadorsYear):
        raise TypeError("The overview is composed from a year")
    vacancies = posts.vacancies(inputs)
    came = [
        (
            f"{sentence(count_of(work.appointments_made, 'appointment'))} {was(work.appointments_made)} made in the "
            f"year and {number(len(work.ended))} ended.{_reasons(work)}"
        )
    ]
    return Section(
        key="overview",
        title="The scheme in the year",
        parts=(
            *map(Text, (*came, *vacancies.paragraphs)),
            _posts_table(inputs, work),
            *vacancies.tables,
            *_ended_table(inputs, work),
        ),
        asks=("note how the scheme stood at the end of the year (section {here})", *vacancies.asks),
        definitions=vacancies.definitions,
        sources=vacancies.sources,
        opens_page=True,
    )


def _reasons(work: AmbassadorsYear) -> str:
    reasons = Counter(one.reason for one in work.ended)
    if not reasons:
        return ""
    named = [f"{lower_first(reason)} ({number(count)})" for reason, count in reasons.most_common()]
    return f" The reasons: {listed(named)}."


def _posts_table(inputs: AnyInputs, work: AmbassadorsYear) -> Table:
    starts, ends = nice_date(inputs.period.start), nice_date(inputs.last_day)
    return Table(
        caption="Appointments and people",
        subtitle=f"At the start of {inputs.period.start.year} and on {ends}",
        columns=(
            Column("What is counted"),
            Column(starts, width_mm=28, numeric=True),
            Column(ends, width_mm=28, numeric=True, strong=True),
        ),
        rows=tuple(
            _post_row(inputs, key, label, work.in_post_at_start, work.in_post)
            for key, label in (
                ("forums", "Active forums"),
                ("appointments", "Appointments held"),
                ("people", "People who hold them"),
                ("with_several", "People with more than one"),
            )
        ),
        source=APPOINTMENTS,
    )


def _post_row(inputs: AnyInputs, key: str, label: str, start: InPost, end: InPost) -> Row:
    return row(
        label,
        *(
            Figure(f"post-{key}-{name}", label, getattr(one, key), source=APPOINTMENTS, as_at=day)
            for one, name, day in ((start, "start", inputs.period.start), (end, "end", inputs.last_day))
        ),
    )


def _ended_table(inputs: AnyInputs, work: AmbassadorsYear) -> tuple[Table, ...]:
    if not work.ended:
        return ()
    marks = Marks([one.is_synthetic for one in work.ended])
    return (
        Table(
            caption=f"Appointments that ended in {inputs.period.start.year}",
            columns=(
                Column("Forum"),
                Column("District", width_mm=46),
                Column("Last day", width_mm=24),
                Column("Reason", width_mm=50),
            ),
            rows=tuple(
                row(marks.mark(one.forum, one.is_synthetic), one.district, short_day(one.ended_on), one.reason)
                for one in work.ended[:MOST_ROWS]
            ),
            note=notes(cap_note(len(work.ended)), marks.note),
            source=APPOINTMENTS,
        ),
    )
