"""What a broken database constraint says to a person."""

from django.db import IntegrityError, models


def broken_rule(error: IntegrityError, model: type[models.Model]) -> str:
    """The constraint's own message; a plain one for the constraints that Django makes from the fields."""
    diagnostics = getattr(error.__cause__, "diag", None)
    name = getattr(diagnostics, "constraint_name", None)
    for constraint in model._meta.constraints:
        if constraint.name == name:
            return str(constraint.get_violation_error_message())
    if getattr(error.__cause__, "sqlstate", "") == "23505":
        return f"There is a {model._meta.verbose_name} like this already."
    return f"The database refused this {model._meta.verbose_name}: {getattr(diagnostics, 'message_primary', error)}"
