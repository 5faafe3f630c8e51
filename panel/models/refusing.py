"""Steps of triggers that several tables share: how one refuses, and who is kept from an item."""

REFUSED = "restrict_violation"
_KEPT_OUT = """EXISTS (
    SELECT 1 FROM panel_declaration said JOIN panel_agendaitem discussed ON discussed.id = the_item
    WHERE said.attendance_id = the_line AND said.kind = 'pecuniary' AND said.dispensation = ''
    AND said.item_id IN (discussed.id, discussed.parent_id)
)"""


def refuse(words: str) -> str:
    """Ends the statement that fired the trigger, with these words."""
    return f"RAISE EXCEPTION '{words}' USING ERRCODE = '{REFUSED}';"


def refuse_if(condition: str, words: str) -> str:
    """Ends it if the condition, in SQL, holds."""
    return f"IF {condition} THEN {refuse(words)} END IF;"


def steps(*statements: str) -> str:
    """The body of a trigger."""
    return "\n".join(statements)


def kept_out(*, item: str, line: str) -> str:
    """In SQL, whether this line of attendance is kept from the item by an interest in it, or in the item above."""
    return _KEPT_OUT.replace("the_item", item).replace("the_line", line)
