"""Ambassadors' reports: received, late and missing."""

from ambassadors.enums import Timeliness
from ambassadors.reporting import Reports
from opcc.documents.cells import State
from opcc.documents.figures import Figure, count_of, number
from opcc.documents.tables import Column, Table, row
from opcc.web.words import nice_date
from panel.quarterly_report.inputs import REPORTS, AnyInputs
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
                f"had arrived by {nice_date(inputs.as_at)}{_in_time(found)}."
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


def _in_time(found: Reports) -> str:
    if not found.received:
        return ""
    if not found.late:
        return ", all in time"
    if not found.in_time:
        return ", all late"
    return f": {number(found.in_time)} in time and {number(found.late)} late"


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
