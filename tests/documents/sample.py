"""A report of the office in small: what the tests of this folder print and look at."""

from datetime import UTC, date, datetime
from decimal import Decimal

from django.template import engines

from opcc.documents import charts
from opcc.documents.covers import ContentsLine, Cover, Edition, numbered
from opcc.documents.figures import Figure, Unit
from opcc.documents.tables import Column, GroupRow, Lines, PageLink, State, Table, row

PRIORITIES = [
    ("Anti-social behaviour", 11, 18),
    ("Speeding", 17, 9),
    ("Vehicle crime", 3, 5),
    ("Parking", 11, 4),
    ("Burglary, domestic and other", 9, 4),
    ("Nuisance vehicles", 0, 4),
    ("Off-road motorcycles", 1, 3),
    ("Fly tipping", 1, 1),
    ("School patrols", 2, 0),
]
CRIME = (
    *(2980, 2850, 2790, 2760, 2620, 2900, 2870, 3010, 3050, 3120, 3020, 2960, 3060, 2900, 2810, 2830, 2740, 2950),
    *(3240, 3410, 3450, 3590, 3470, 3400, 3480, None, 3180, 3290, 3020, 3395, 3380, 3560, 3571, 3842, 3648, 3555),
    *(3650, 3614, 3183),
)
LINES = (
    ContentsLine("1", "Purpose", "purpose"),
    ContentsLine("2", "Forum priorities", "priorities"),
    ContentsLine("3", "Concerns and what was done", "concerns"),
    ContentsLine("4", "Recorded crime", "crime"),
    ContentsLine("5", "Crime by district", "districts"),
)
TEMPLATE = """{% extends "documents/base.html" %}
{% block opening %}
{% include "documents/components/heading.html" with line=lines.0 only %}
{% include "documents/components/paragraphs.html" with paragraphs=purpose only %}
{% endblock %}
{% block sections %}
<section class="page">
{% include "documents/components/heading.html" with line=lines.1 only %}
{% include "documents/components/paragraphs.html" with paragraphs=findings only %}
{% include "documents/components/table.html" with table=priorities only %}
<h3>By topic</h3>
{% include "documents/components/chart.html" with chart=topics only %}
</section>
<section class="page">
{% include "documents/components/heading.html" with line=lines.2 only %}
{% include "documents/components/table.html" with table=concerns only %}
{% include "documents/components/chart.html" with chart=attendance only %}
</section>
<section class="page">
{% include "documents/components/heading.html" with line=lines.3 only %}
<h3>Total recorded crime</h3>
{% include "documents/components/chart.html" with chart=crime only %}
<p class="reading">{{ reading }}</p>
{% include "documents/components/table.html" with table=scorecard only %}
</section>
<section class="wide">
{% include "documents/components/heading.html" with line=lines.4 only %}
{% include "documents/components/table.html" with table=districts only %}
</section>
{% endblock %}"""


def cover(edition: Edition = Edition.PUBLIC) -> Cover:
    """A first page with every line of it."""
    restricted = edition is Edition.RESTRICTED
    return Cover(
        title="Quarterly report,",
        title_second_line="October to December 2017",
        body="Downshire Police and Crime Panel",
        meeting="Meeting on Monday 19 March 2018",
        item="Agenda item 4",
        by="Report of the Police and Crime Commissioner for Downshire",
        author="Office of the Police and Crime Commissioner for Downshire",
        description="Report of the Commissioner to the Police and Crime Panel",
        version="Version 1",
        created=datetime(2018, 3, 9, 10, 30, tzinfo=UTC),
        facts=(("Contact", "Policy officer"), ("Telephone", "01632 960 001"), ("Email", "policy@opcc.example")),
        edition=edition,
        ground="Paragraph 7, Part 1, Schedule 12A, Local Government Act 1972." if restricted else "",
        contents=LINES,
    )


def html(edition: Edition = Edition.PUBLIC, *, remark: str = "Barriers agreed with the canal trust") -> str:
    """The report as HTML. `remark` stands where an ambassador's own words would."""
    context = {
        "cover": cover(edition),
        "lines": LINES,
        "purpose": numbered("1", ["To report how forums and the force did from October to December 2017.", remark]),
        "findings": numbered("2", ["Anti-social behaviour was set by 18 forums, up from 11.", "Speeding fell to 9."]),
        "priorities": charts.dumbbell_table(
            PRIORITIES,
            caption="Priorities set by community forums, January to August 2014",
            subtitle="Number of forums choosing each",
            heading="Priority",
            before="1 Jan to 1 Apr",
            after="Apr to Aug",
            noun="forums",
            apart=[("No priority set", 2, 1)],
            apart_label="Not a priority",
            table_number="Table 1",
            note="The periods are three and five months long, so compare the order rather than the size.",
            source="reports of the ambassadors",
        ),
        "topics": charts.bars(
            [(name, after) for name, _, after in PRIORITIES],
            title="Priorities by number of forums, April to August 2014",
            description="Anti-social behaviour was set by most forums, 18",
            noun="Forums",
            heading="Priority",
            figure_number="Figure 1",
        ),
        "concerns": concerns(remark),
        "attendance": charts.columns(
            [("Jan 17", 410), ("Apr 17", 388), ("Jul 17", None), ("Oct 17", 431)],
            title="People at forum meetings, 2017",
            description="Attendance was highest in October",
            noun="People",
            heading="Month",
            figure_number="Figure 2",
        ),
        "crime": control(),
        "reading": "Recorded crime stepped up in April 2016 to about 3,440 a month.",
        "scorecard": scorecard(),
        "districts": districts(),
    }
    return str(engines["django"].from_string(TEMPLATE).render(context))


def concerns(remark: str = "Barriers agreed") -> Table:
    """Concerns with a reference beneath each and a state in words."""
    return Table(
        caption="Concerns raised by forums",
        subtitle="October to December 2017",
        number="Table 2",
        columns=(
            Column("Concern", width_mm=50),
            Column("Area", width_mm=30),
            Column("Raised", width_mm=20, nowrap=True),
            Column("What was done"),
            Column("State", width_mm=18),
        ),
        rows=(
            row(Lines("Speeding past the school", "C-0141"), "Camp Hill", "4 Oct 2017", remark, State("Done", "done")),
            row(Lines("Fly tipping", "C-0158"), "Southam", "20 Nov 2017", "Site cleared", State("Overdue", "overdue")),
            row(Lines("Lorries", "C-0160"), "Bidford", "4 Dec 2017", "Count booked", State("Due", "due")),
        ),
        source="the office's register of concerns",
    )


def control() -> charts.Chart:
    """A chart with two phases, a gap, signals, an annotation and a projection."""
    return charts.control_chart(
        charts.ControlSeries(
            first_month=date(2014, 10, 1),
            values=CRIME,
            phases=(charts.Phase(0, 18, 2901, 2627, 3175), charts.Phase(18, 39, 3442, 3043, 3841)),
            signals=(charts.Signal(4, "L"), charts.Signal(18, "S"), charts.Signal(33, "H"), charts.Signal(36, "T")),
            annotations=(charts.Annotation(36, "new recording system, Oct 17"),),
            projection=charts.Projection(((3290, 3442, 3600),) * 6),
            synthetic_to=35,
        ),
        title="Recorded crimes a month, Downshire, October 2014 to December 2017",
        description="The mean steps up in April 2016; the last three months are inside the limits",
        noun="Crimes",
        zero=False,
        figure_number="Figure 3",
        source="force performance summary",
    )


def scorecard() -> Table:
    """Figures, small lines and page references."""
    crime = Figure("crime", "Crime", 10_448, source="force", as_at=date(2017, 12, 31))
    share = Figure("share", "Satisfied", Decimal("83.64"), Unit.PERCENT, base="584 surveys")
    spark = charts.Spark("Crime", (3380.0, 3560.0, 3842.0, 3648.0, 3650.0, 3614.0, 3183.0), (2,), "3,183")
    return Table(
        caption="Scorecard",
        number="Table 3",
        columns=(
            Column("Measure"),
            Column("Quarter", width_mm=24, numeric=True, strong=True),
            Column("Change", width_mm=24, numeric=True),
            Column("By month", width_mm=32),
            Column("Page", width_mm=12, numeric=True),
        ),
        rows=(
            GroupRow("Preventing and reducing crime"),
            row("Total recorded crime", crime, "−5.4%", spark, PageLink("crime", "Page of recorded crime")),
            GroupRow("Putting victims first"),
            row("Satisfied with the whole experience", share, None, "", PageLink("districts", "Page of the districts")),
            row("All measures", 2, 0, "", None, total=True),
        ),
    )


def districts() -> Table:
    """A table that turns the page."""
    names = ("Whole area", "Northern", "Eastern", "Central", "Southern", "Western")
    return Table(
        caption="Recorded crime by district and type",
        number="Table 4",
        columns=(Column("Type of crime"), *(Column(name, width_mm=32, numeric=True) for name in names)),
        rows=tuple(
            row(f"Type {number}", *(number * 37 + place * 11 for place in range(6)), total=number == 15)
            for number in range(1, 16)
        ),
        wide=True,
    )
