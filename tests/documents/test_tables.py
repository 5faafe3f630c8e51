"""Tables: widths that fill the page, refusals, JSON, and the markup that a reader's software needs."""

import json
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from opcc.documents.cells import Cell, Lines, PageLink, State
from opcc.documents.figures import Figure, Unit
from opcc.documents.marks import Dumbbell, DumbbellKey, Spark
from opcc.documents.tables import Column, GroupRow, Row, Table, row
from tests.documents import sample

EVERY_CELL: tuple[Cell, ...] = (
    "words <b>",
    7,
    None,
    Figure("k", "L", Decimal("83.64"), Unit.PERCENT, source="s", as_at=date(2017, 12, 31)),
    Lines("Fly tipping", "C-0158"),
    State("Overdue", "overdue"),
    PageLink("crime", "Page of crime"),
    Dumbbell("Speeding", 17, 9, 20),
    Spark("Crime", (1.0, None, 3.5), (2,), "3.5"),
)


def simple(*rows: Row | GroupRow, **rest: object) -> Table:
    columns = (Column("Topic"), Column("Forums", width_mm=30, numeric=True))
    return Table(caption="Priorities", columns=columns, rows=rows, **rest)  # type: ignore[arg-type]  # keywords of Table


class Outline(HTMLParser):
    """The elements of a page in order, with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def rendered(table: Table) -> Outline:
    return Outline(render_to_string("documents/components/table.html", {"table": table}))


def test_table_widths_add_to_the_measure() -> None:
    assert simple().widths == (136.0, 30.0)
    assert sum(sample.districts().widths) == pytest.approx(267.0)


def test_table_width_classes_name_the_millimetres() -> None:
    table = Table(caption="C", columns=(Column("A", width_mm=45.5), Column("B")), rows=())

    assert table.width_classes == ("mm-45-5", "mm-120-5")


@given(st.lists(st.one_of(st.none(), st.integers(5, 40)), min_size=1, max_size=6))
def test_table_widths_fill_the_page_or_are_refused(widths: list[int | None]) -> None:
    columns = tuple(Column(str(index), width_mm=width) for index, width in enumerate(widths))
    try:
        table = Table(caption="C", columns=columns, rows=())
    except ValueError as error:
        assert "of the page's 166 mm" in str(error)  # noqa: PT017  # either end is right
    else:
        assert sum(table.widths) == pytest.approx(166.0, abs=0.1)


def test_table_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="Row 2 of the table 'Priorities' has 1 cells for 2 columns"):
        simple(row("Speeding", 3), row("Parking"))


def test_table_without_caption_or_column_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a caption"):
        Table(caption=" ", columns=(Column("A"),), rows=())
    with pytest.raises(ValueError, match="has no column"):
        Table(caption="C", columns=(), rows=())


def test_table_too_long_to_print_is_refused() -> None:
    with pytest.raises(ValueError, match="has 501 rows; print at most 500"):
        simple(*(row("Topic", n) for n in range(501)))


def test_table_json_gives_the_same_table() -> None:
    table = Table(
        caption="Everything",
        columns=(*(Column(str(n)) for n in range(8)), Column("Both", key=DumbbellKey("before", "after", 20, "forums"))),
        rows=(GroupRow("A group"), row(*EVERY_CELL), row(*EVERY_CELL, total=True)),
        number="Table 1",
        note="Note",
        source="Source",
        wide=True,
    )

    again = Table.from_dict(json.loads(json.dumps(table.to_dict())))

    assert again == table


@given(st.text(max_size=30), st.integers())
def test_table_json_keeps_any_text_and_number(words: str, count: int) -> None:
    table = simple(row(words, count), GroupRow(words), note=words, source=words)

    assert Table.from_dict(json.loads(json.dumps(table.to_dict()))) == table


def test_table_markup_has_scopes_columns_and_caption() -> None:
    page = rendered(
        Table(
            caption="Priorities",
            number="Table 1",
            columns=(Column("Topic"), Column("Before", width_mm=30), Column("After", width_mm=30)),
            rows=(GroupRow("Roads"), row("Speeding", 1_200, 1), row("Parking", 2, 3), row("All", 3, 4, total=True)),
        )
    )

    assert [tag for tag, _ in page.elements][:3] == ["div", "table", "caption"]
    assert [column["class"] for column in page.of("col")] == ["mm-106", "mm-30", "mm-30"]
    assert [cell["scope"] for cell in page.of("th")] == ["col", "col", "col", "rowgroup", "row", "row", "row"]
    assert [line.get("class") for line in page.of("tr")] == [None, None, None, None, "total"]
    assert "1,200" in page.text
    assert " ".join(page.text.split()).startswith("Table 1. Priorities")


@pytest.mark.parametrize(("columns", "rows"), [(2, 1), (2, 30), (3, 1), (3, 2), (3, 3), (5, 1), (5, 2), (8, 40)])
def test_table_heads_never_outnumber_what_they_head(columns: int, rows: int) -> None:
    heads = tuple(Column(str(n)) for n in range(columns))
    body: tuple[Row | GroupRow, ...] = (GroupRow("A"), GroupRow("B"), *(row(*range(columns)) for _ in range(rows)))

    page = rendered(Table(caption="C", columns=heads, rows=body))

    assert len(page.of("th")) <= len(page.of("td"))


def test_table_markup_escapes_every_text() -> None:
    bad = "<script>x</script>&"
    table = Table(
        caption=bad,
        subtitle=bad,
        number=bad,
        note=bad,
        source=bad,
        columns=(Column(bad), Column("B"), Column("C"), Column("D"), Column(bad, key=DumbbellKey(bad, bad, 5, bad))),
        rows=(GroupRow(bad), row(Lines(bad, bad), bad, State(bad, "done"), PageLink("a", bad), Dumbbell(bad, 1, 2, 5))),
    )

    page = rendered(table)

    assert page.of("script") == []
    assert page.text.count(bad) >= 12


def test_table_unknown_value_is_a_dash() -> None:
    page = rendered(simple(row("Speeding", None), row("Parking", Figure("k", "L", None))))

    assert page.text.count("–") == 2


def test_table_head_keeps_a_day_with_its_month() -> None:
    table = Table(caption="C", columns=(Column("Topic"), Column("1 Jan to 1 Apr")), rows=())

    assert table.heads[1].label == "1\u00a0Jan to 1\u00a0Apr"


def test_table_bodies_are_cut_at_group_headings() -> None:
    table = simple(row("Before", 1), GroupRow("Roads"), row("Speeding", 2), GroupRow("Empty"))

    assert [(body.label, len(body.rows)) for body in table.bodies] == [("", 1), ("Roads", 1), ("Empty", 0)]
