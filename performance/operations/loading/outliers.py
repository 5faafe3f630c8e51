"""Months that are far outside what the rest of their series lets expect, and months that are not there."""

from decimal import Decimal
from math import sqrt

from performance.enums import MeasureKind, MeasureUnit
from performance.models import Series
from performance.operations.loading.findings import Finding, lines_of, plain
from performance.operations.loading.statements import Row, Statements, found_in_all, series_named
from performance.reporting.months import month_after

FEWEST_OTHERS = 12  # months, as many as firm limits take
LIMITS = 3  # standard deviations between the mean and a limit
FAR = 6  # twice as far out


def spread_of_series(statements: Statements) -> None:
    """List how many months each touched series has, where they begin and end, and how its values spread.

    `reach` is how far from the mean a value must be to be far from the others: see `far_outside`.
    """
    statements.run("DROP TABLE IF EXISTS pg_temp.spread")
    statements.run(
        "CREATE TEMP TABLE spread ON COMMIT DROP AS"
        " SELECT *, CASE WHEN n > %(fewest)s THEN sqrt(%(far)s * squares / (n - 2)"
        "   / ((n / (n - 1)) ^ 2 + %(far)s * n / ((n - 1) * (n - 2)))) END AS reach FROM ("
        "  SELECT series_id, count(*) AS months, min({period}) AS first, max({period}) AS last,"
        "   count(value)::float8 AS n, avg(value::float8) AS mean, var_pop(value::float8) * count(value) AS squares"
        "  FROM {figures} WHERE superseded_by_id IS NULL AND series_id IN (SELECT series_id FROM touched)"
        "  GROUP BY series_id) AS counted",
        fewest=FEWEST_OTHERS,
        far=FAR**2,
    )
    statements.run("ANALYZE spread")


def far_outside(statements: Statements) -> tuple[list[Finding], int]:
    """Months twice as far from the mean of the others as the limits are.

    Mean and spread are those of the other months: with x among n values of mean m and sum of squared deviations q,
    the others have the mean m - (x - m) / (n - 1) and the variance (q - (x - m)² n / (n - 1)) / (n - 2). Six of their
    standard deviations away from their mean is, solved for x - m, a distance from m that is the same for the whole
    series: one comparison for each value. No count is taken to spread less than its square root does, and nothing
    less than 1% of its mean.
    """
    rows = statements.rows(
        "WITH far AS MATERIALIZED ("
        "  SELECT new.line, new.series_id, new.{period} AS period, new.value, new.value::float8 - mean AS away,"
        "   spread.n, spread.mean, spread.squares FROM {figures} AS new JOIN spread USING (series_id)"
        "  WHERE new.load_id = %(load)s AND new.superseded_by_id IS NULL AND abs(new.value::float8 - mean) > reach),"
        " judged AS (SELECT far.*, far.n - 1 AS others, far.mean - away / (far.n - 1) AS others_mean, greatest("
        "   (squares - away ^ 2 * far.n / (far.n - 1)) / (far.n - 2),"
        "   CASE WHEN measure.kind = 'count' THEN greatest(far.mean, 1) END, (far.mean / 100) ^ 2) AS variance"
        "  FROM far JOIN performance_series AS series ON series.id = series_id"
        "  JOIN performance_measure AS measure ON measure.id = series.measure_id)"
        " SELECT *, count(*) OVER () AS found FROM judged WHERE (away * n / (n - 1)) ^ 2 > %(far)s * variance"
        " ORDER BY line, series_id, period LIMIT %(most)s",
        far=FAR**2,
    )
    series = series_named({row["series_id"] for row in rows})
    return [_far_words(row, series[row["series_id"]]) for row in rows], found_in_all(rows)


def _far_words(row: Row, series: Series) -> Finding:
    mean, reach = row["others_mean"], LIMITS * sqrt(row["variance"])
    low, high = max(mean - reach, 0) if mean >= 0 else mean - reach, mean + reach
    if series.measure.unit == MeasureUnit.PERCENT:
        high = min(high, 100)
    places = 0 if series.measure.kind == MeasureKind.COUNT else 1
    shown = [plain(round(Decimal(each), places)) for each in (low, high)]
    message = (
        f"{series}, {row['period']:%B %Y}: {plain(row['value'])} is far outside what its {row['others']:.0f} other "
        f"months let expect, which is {shown[0]} to {shown[1]}. Check the figure."
    )
    return Finding(row["line"], message, "value", plain(row["value"]), series.pk, row["period"])


def missing_months(statements: Statements) -> tuple[list[Finding], int]:
    """Months without a row between two that have one, where either was just loaded."""
    rows = statements.rows(
        "WITH holed AS (SELECT series_id FROM spread WHERE months <="
        "  (extract(year FROM last) - extract(year FROM first)) * 12"
        "  + extract(month FROM last) - extract(month FROM first)),"
        " steps AS (SELECT series_id, {period} AS period, line, load_id, lag({period}) OVER w AS before,"
        "   lag(line) OVER w AS line_before, lag(load_id) OVER w AS load_before"
        "  FROM {figures} JOIN holed USING (series_id) WHERE superseded_by_id IS NULL"
        "  WINDOW w AS (PARTITION BY series_id ORDER BY {period}))"
        " SELECT series_id, period, before, CASE WHEN load_id = %(load)s THEN line END AS line,"
        "  CASE WHEN load_before = %(load)s THEN line_before END AS line_before, count(*) OVER () AS found"
        " FROM steps WHERE period > before + interval '1 month' AND %(load)s IN (load_id, load_before)"
        " ORDER BY 4, series_id, period LIMIT %(most)s"
    )
    series = series_named({row["series_id"] for row in rows})
    return [_missing_words(row, series[row["series_id"]]) for row in rows], found_in_all(rows)


def _missing_words(row: Row, series: Series) -> Finding:
    first, last = month_after(row["before"], 1), month_after(row["period"], -1)
    missing = f"{first:%B %Y}" if first == last else f"{first:%B %Y} to {last:%B %Y}"
    where = lines_of((row["line_before"], row["line"]))
    between = f"{row['before']:%B %Y} and {row['period']:%B %Y}{f' ({where})' if where else ''}"
    message = (
        f"{series}: nothing for {missing}, between {between}. Load what is missing, or a line with the status "
        "'not available' that says why."
    )
    line = row["line"] if row["line"] is not None else row["line_before"]
    return Finding(line, message, "month", f"{row['period']:%B %Y}", series.pk, first)
