"""What is doubtful in the figures of a load: asked of the database about all at once, before they are committed."""

from django.db import connection

from opcc.core.quarters import Quarter
from performance.enums import Severity
from performance.models import Load, Series
from performance.operations.loading.findings import Finding, Findings, plain
from performance.operations.loading.footing import areas_against_totals
from performance.operations.loading.outliers import far_outside, missing_months, spread_of_series
from performance.operations.loading.statements import Row, Statements, found_in_all, series_named
from performance.operations.loading.tables import BY_MONTH, FigureTable
from performance.queries.rules import house_rules

MEMORY = "64MB"  # of the database's, for adding up one load


def check_figures(*, load: Load, table: FigureTable, findings: Findings) -> None:
    """Mark the touched series for working out anew, and collect warnings about what the load brought."""
    with connection.cursor() as cursor:
        statements = Statements(cursor, load=load, table=table, tolerance=house_rules().footing_tolerance)
        statements.run("SELECT set_config('work_mem', %(memory)s, true)", memory=MEMORY)
        if not _touch(statements):
            return
        _mark_stale(statements)
        checks = [areas_against_totals, months_against_quarter]
        if table is BY_MONTH:
            spread_of_series(statements)
            checks += [far_outside, missing_months]
        for check in checks:
            found, count = check(statements)
            findings.add(Severity.WARNING, found, count=count)
        _name_series(statements, findings)


def _touch(statements: Statements) -> int:
    """List the series that the load brought figures of, with the first and the last of the periods."""
    statements.run("DROP TABLE IF EXISTS pg_temp.touched")
    statements.run(
        "CREATE TEMP TABLE touched ON COMMIT DROP AS"
        " SELECT series_id, min({period}) AS first, max({period}) AS last"
        " FROM {figures} WHERE load_id = %(load)s AND superseded_by_id IS NULL GROUP BY series_id"
    )
    statements.run("ANALYZE touched")
    return statements.rows("SELECT count(*) AS found FROM touched")[0]["found"]  # type: ignore[no-any-return]


def _mark_stale(statements: Statements) -> None:
    statements.run(
        "UPDATE performance_series SET stale_from = LEAST(stale_from, touched.first)"
        " FROM touched WHERE performance_series.id = touched.series_id"
    )


def months_against_quarter(statements: Statements) -> tuple[list[Finding], int]:
    """Counts of which the three months do not come to what the force states for the quarter."""
    rows = statements.rows(
        "SELECT stated.series_id, stated.quarter_starts_on, stated.value AS stated, sum(months.value) AS together,"
        "  array_agg(months.value ORDER BY months.month) AS months, count(*) OVER () AS found,"
        "  CASE WHEN stated.load_id = %(load)s THEN stated.line"
        "   ELSE max(months.line) FILTER (WHERE months.load_id = %(load)s) END AS line"
        " FROM touched JOIN performance_series AS series ON series.id = touched.series_id"
        " JOIN performance_measure AS measure ON measure.id = series.measure_id AND measure.kind = 'count'"
        " JOIN performance_quarterfigure AS stated ON stated.series_id = touched.series_id"
        "  AND stated.superseded_by_id IS NULL AND stated.value IS NOT NULL"
        " JOIN performance_observation AS months ON months.series_id = touched.series_id"
        "  AND months.month >= stated.quarter_starts_on AND months.superseded_by_id IS NULL"
        "  AND months.month < stated.quarter_starts_on + interval '3 months'"
        " GROUP BY stated.id HAVING count(months.value) = 3 AND abs(sum(months.value) - stated.value) > %(tolerance)s"
        "  AND (stated.load_id = %(load)s OR bool_or(months.load_id = %(load)s))"
        " ORDER BY line, stated.series_id LIMIT %(most)s"
    )
    series = series_named({row["series_id"] for row in rows})
    return [_quarter_words(row, series[row["series_id"]]) for row in rows], found_in_all(rows)


def _quarter_words(row: Row, series: Series) -> Finding:
    quarter = Quarter.containing(row["quarter_starts_on"])
    message = (
        f"{series}: the months of {quarter.label} ({', '.join(map(plain, row['months']))}) come to "
        f"{plain(row['together'])}, and the force states {plain(row['stated'])} for the quarter."
    )
    return Finding(row["line"], message, "value", plain(row["stated"]), series.pk, row["quarter_starts_on"])


def _name_series(statements: Statements, findings: Findings) -> None:
    """Put the series to what the parser noted, which knows lines only."""
    lines = findings.lines_without_series()
    if lines:
        rows = statements.rows(
            "SELECT line, series_id, {period} AS period FROM {figures}"
            " WHERE load_id = %(load)s AND superseded_by_id IS NULL AND line = ANY (%(lines)s)",
            lines=list(lines),
        )
        findings.name_series({row["line"]: (row["series_id"], row["period"]) for row in rows})
