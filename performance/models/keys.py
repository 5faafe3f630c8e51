"""Foreign keys of the monthly figures, which the database checks once for each statement instead of once for each row.

An ordinary foreign key asks for every row whether what it names is there: for a load of a million figures that is
three times the work of storing them. These triggers hold the same rule (ADR 0012): a statement's figures name a series
and loads that exist, which stay locked until the transaction ends; and what a figure names cannot be deleted.
"""

import pgtrigger

NEW_FIGURES_NAME_WHAT_EXISTS = """
SELECT array_agg(DISTINCT series_id), array_agg(DISTINCT load_id), array_agg(DISTINCT superseded_by_id)
  INTO named_series, named_loads, named_successors
  FROM (SELECT series_id, load_id, superseded_by_id FROM new_figures GROUP BY 1, 2, 3) AS named;
SELECT array_agg(DISTINCT id) INTO named_loads
  FROM unnest(named_loads || named_successors) AS id WHERE id IS NOT NULL;
PERFORM FROM performance_series WHERE id = ANY (named_series) FOR KEY SHARE;
GET DIAGNOSTICS found = ROW_COUNT;
IF found < cardinality(named_series) THEN
    RAISE EXCEPTION 'A figure names a series that does not exist.' USING ERRCODE = 'foreign_key_violation';
END IF;
PERFORM FROM performance_load WHERE id = ANY (named_loads) FOR KEY SHARE;
GET DIAGNOSTICS found = ROW_COUNT;
IF found < cardinality(named_loads) THEN
    RAISE EXCEPTION 'A figure names a load that does not exist.' USING ERRCODE = 'foreign_key_violation';
END IF;
RETURN NULL;
"""

NAMED_BY_FIGURES = """
IF EXISTS ({lookups}) THEN
    RAISE EXCEPTION 'Figures name this {noun}, so it stays.' USING ERRCODE = 'foreign_key_violation';
END IF;
RETURN NULL;
"""

SERIES_LOOKUPS = (
    "SELECT FROM performance_observation WHERE series_id = OLD.id AND superseded_by_id IS NULL",
    "SELECT FROM performance_observation WHERE series_id = OLD.id AND superseded_by_id IS NOT NULL",
)
LOAD_LOOKUPS = (
    "SELECT FROM performance_observation WHERE load_id = OLD.id",
    "SELECT FROM performance_observation WHERE superseded_by_id = OLD.id",
)


def figures_name_what_exists() -> list[pgtrigger.Trigger]:
    """For the table of figures: one trigger for new rows, one for those that a load supersedes."""
    return [
        pgtrigger.Trigger(
            name=f"names_what_exists_{operation}".lower(),
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=operation,
            referencing=pgtrigger.Referencing(new="new_figures"),  # type: ignore[no-untyped-call]  # carries no types
            declare=[
                ("named_series", "bigint[]"),
                ("named_loads", "bigint[]"),
                ("named_successors", "bigint[]"),
                ("found", "bigint"),
            ],
            func=NEW_FIGURES_NAME_WHAT_EXISTS,
        )
        for operation in (pgtrigger.Insert, pgtrigger.Update)
    ]


def stays_while_figures_name_it(noun: str, lookups: tuple[str, ...]) -> pgtrigger.Trigger:
    """For the tables that figures name. After the delete, because by then every figure of another transaction shows."""
    return pgtrigger.Trigger(
        name="stays_while_figures_name_it",
        when=pgtrigger.After,
        operation=pgtrigger.Delete | pgtrigger.UpdateOf("id"),  # type: ignore[no-untyped-call]  # carries no types
        func=NAMED_BY_FIGURES.format(noun=noun, lookups=" UNION ALL ".join(lookups)),
    )
