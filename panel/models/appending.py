"""Rows that are written once: the database refuses to change or delete them, whoever asks."""

import pgtrigger

REFUSED = "restrict_violation"


def append_only(noun: str) -> pgtrigger.Trigger:
    """Refuses every change and deletion. `noun` is what the message calls the rows."""
    return pgtrigger.Trigger(
        name="append_only",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"RAISE EXCEPTION '{noun} are added to, never changed' USING ERRCODE = '{REFUSED}';",
    )


def never_deleted(noun: str) -> pgtrigger.Trigger:
    """Refuses deletion, so that numbers have no gaps."""
    return pgtrigger.Trigger(
        name="never_deleted",
        when=pgtrigger.Before,
        operation=pgtrigger.Delete,
        func=f"RAISE EXCEPTION '{noun} are never deleted' USING ERRCODE = '{REFUSED}';",
    )


def fixed(noun: str, *fields: str) -> pgtrigger.Trigger:
    """Refuses to change these fields once the row is there."""
    changed = pgtrigger.Q()
    for field in fields:
        changed |= pgtrigger.Q(**{f"old__{field}__df": pgtrigger.F(f"new__{field}")})
    return pgtrigger.Trigger(
        name="fixed",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=changed,
        func=f"RAISE EXCEPTION '{noun}' USING ERRCODE = '{REFUSED}';",
    )
