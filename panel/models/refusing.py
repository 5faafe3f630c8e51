"""SQL that triggers of several tables share: how one refuses, and who is kept from an item."""

REFUSED = "restrict_violation"


def refuse(words: str) -> str:
    """The statement that ends a trigger with these words."""
    return f"RAISE EXCEPTION '{words}' USING ERRCODE = '{REFUSED}';"


def kept_out(*, item: str, line: str) -> str:
    """In SQL, whether this line of attendance is kept from the item by an interest in it, or in the item above."""
    return f"""EXISTS (
        SELECT 1 FROM panel_declaration said JOIN panel_agendaitem discussed ON discussed.id = {item}
        WHERE said.attendance_id = {line} AND said.kind = 'pecuniary' AND said.dispensation = ''
        AND said.item_id IN (discussed.id, discussed.parent_id)
    )"""
