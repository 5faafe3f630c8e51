"""Whether areas add up to the wholes that they make, in every period that a load touches.

A measure's areas may make up to three kinds of sum: policing areas make the force, districts the force, and districts
their policing area. All of them are tested in one pass over the figures. Each sum gets a weight of its own, the square
root of a prime, which its whole takes away and its parts add; a period in which every sum is right comes to nought.
Differences that are fractions cannot cancel out, because the square roots of different primes have no common measure.
Only the few periods that do not come to nought are then looked at sum by sum.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from math import isqrt, sqrt

from opcc.reference.models import District, PolicingArea
from performance.enums import AddsUp
from performance.models import Series
from performance.operations.loading.findings import Finding, plain
from performance.operations.loading.statements import Row, Statements, found_in_all, series_named

MOST_NAMED = 8  # parts


@dataclass(frozen=True)
class Sum:
    """One whole and its parts, as series."""

    measure: int
    whole: int
    parts: tuple[int, ...]
    what: str  # the parts are: 'policing areas'


def areas_against_totals(statements: Statements) -> tuple[list[Finding], int]:
    """Wholes that their parts do not come to, where all parts are there and one of them was just loaded."""
    sums = list(_sums(statements))
    if not sums:
        return [], 0
    _list_sums(statements, sums)
    rows = statements.rows(
        "WITH doubtful AS MATERIALIZED ("
        "  SELECT weights.measure_id, figures.{period} AS period"
        "  FROM {figures} AS figures JOIN weights USING (series_id)"
        "  WHERE figures.superseded_by_id IS NULL"
        "   AND figures.{period} BETWEEN (SELECT min(first) FROM touched) AND (SELECT max(last) FROM touched)"
        "  GROUP BY weights.measure_id, figures.{period} HAVING bool_or(figures.load_id = %(load)s)"
        "   AND abs(sum(figures.value::float8 * weights.weight)) > 0.00005)"  # half of the last figure that is kept
        " SELECT sums.whole_id AS series_id, doubtful.period, sums.what, whole.value, together.value AS together,"
        "  together.parts, together.part_values, together.part_lines, count(*) OVER () AS found,"
        "  CASE WHEN whole.load_id = %(load)s THEN whole.line ELSE together.line END AS line"
        " FROM doubtful JOIN sums USING (measure_id)"
        " JOIN {figures} AS whole ON whole.series_id = sums.whole_id AND whole.{period} = doubtful.period"
        "  AND whole.superseded_by_id IS NULL"
        " CROSS JOIN LATERAL (SELECT count(part.value) AS known, sum(part.value) AS value,"
        "   bool_or(part.load_id = %(load)s) AS is_touched,"
        "   max(part.line) FILTER (WHERE part.load_id = %(load)s) AS line,"
        "   array_agg(part.series_id ORDER BY part.series_id) AS parts,"
        "   array_agg(part.value ORDER BY part.series_id) AS part_values,"
        "   array_agg(CASE WHEN part.load_id = %(load)s THEN part.line END ORDER BY part.series_id) AS part_lines"
        "  FROM {figures} AS part WHERE part.series_id = ANY (sums.part_ids) AND part.{period} = doubtful.period"
        "   AND part.superseded_by_id IS NULL) AS together"
        " WHERE together.known = cardinality(sums.part_ids) AND abs(whole.value - together.value) > %(tolerance)s"
        "  AND (whole.load_id = %(load)s OR together.is_touched)"
        " ORDER BY line, sums.whole_id, sums.what, doubtful.period LIMIT %(most)s"
    )
    named = series_named({ident for row in rows for ident in (row["series_id"], *row["parts"])})
    return [_words(statements, row, named) for row in rows], found_in_all(rows)


def _sums(statements: Statements) -> Iterator[Sum]:
    """The sums of every touched measure whose areas add up, each where the measure is kept for all of its parts."""
    touched = statements.rows(
        "SELECT DISTINCT measure_id FROM performance_series JOIN touched ON touched.series_id = performance_series.id"
    )
    kept: dict[int, dict[tuple[str, int], int]] = defaultdict(dict)
    added = Series.objects.filter(measure__in=[row["measure_id"] for row in touched], measure__adds_up=AddsUp.SUM)
    for series in added.order_by("pk"):
        kept[series.measure_id][_area(series)] = series.pk
    policing = list(PolicingArea.objects.order_by("pk").values_list("pk", "force_area_id"))
    districts = list(District.objects.order_by("pk").values_list("pk", "force_area_id", "policing_area_id"))
    makes: dict[tuple[str, int, str], list[tuple[str, int]]] = defaultdict(list)
    for area, force in policing:
        makes["force", force, "policing areas"].append(("policing", area))
    for district, force, area in districts:
        makes["force", force, "districts"].append(("district", district))
        if area is not None:
            makes["policing", area, "districts"].append(("district", district))
    for measure, series_of in kept.items():
        for (kind, ident, what), parts in makes.items():
            if {(kind, ident), *parts} <= series_of.keys():
                yield Sum(measure, series_of[kind, ident], tuple(series_of[part] for part in parts), what)


def _area(series: Series) -> tuple[str, int]:
    if series.force_area_id is not None:
        return "force", series.force_area_id
    if series.policing_area_id is not None:
        return "policing", series.policing_area_id
    assert series.district_id is not None, "the database sees to it"
    return "district", series.district_id


def _list_sums(statements: Statements, sums: Sequence[Sum]) -> None:
    """Put the sums and the weight of each series where queries find them."""
    statements.run("DROP TABLE IF EXISTS pg_temp.sums, pg_temp.weights")
    statements.run(
        "CREATE TEMP TABLE sums (measure_id bigint, whole_id bigint, part_ids bigint[], what text) ON COMMIT DROP"
    )
    with statements.cursor.copy("COPY sums FROM STDIN") as copy:
        for one in sums:
            copy.write_row((one.measure, one.whole, list(one.parts), one.what))
    statements.run(
        "CREATE TEMP TABLE weights (series_id bigint PRIMARY KEY, measure_id bigint, weight float8) ON COMMIT DROP"
    )
    with statements.cursor.copy("COPY weights FROM STDIN") as copy:
        for (measure, series), weight in _weights(sums).items():
            copy.write_row((series, measure, weight))
    statements.run("ANALYZE sums")
    statements.run("ANALYZE weights")


def _weights(sums: Sequence[Sum]) -> Mapping[tuple[int, int], float]:
    weights: dict[tuple[int, int], float] = defaultdict(float)
    of_measure: dict[int, Iterator[float]] = defaultdict(_roots)
    for one in sums:
        root = next(of_measure[one.measure])
        weights[one.measure, one.whole] -= root
        for part in one.parts:
            weights[one.measure, part] += root
    return weights


def _roots() -> Iterator[float]:
    """The square roots of the primes."""
    return (sqrt(number) for number in count(2) if all(number % each for each in range(2, isqrt(number) + 1)))


def _words(statements: Statements, row: Row, named: Mapping[int, Series]) -> Finding:
    whole = named[row["series_id"]]
    parts = [
        f"{named[ident].area.name} {plain(value)}{f' in line {line}' if line is not None else ''}"
        for ident, value, line in zip(row["parts"], row["part_values"], row["part_lines"], strict=True)
    ]
    if len(parts) > MOST_NAMED:
        parts[MOST_NAMED:] = [f"and {len(parts) - MOST_NAMED} more"]
    message = (
        f"{whole.measure}, {statements.table.says(row['period'])}: the {row['what']} ({'; '.join(parts)}) come to "
        f"{plain(row['together'])}, and {whole.area_name} has {plain(row['value'])}."
    )
    return Finding(row["line"], message, "value", plain(row["value"]), whole.pk, row["period"])
