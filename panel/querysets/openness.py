"""What is neither exempt nor hangs on anything that is: one condition for every kind of record."""

from django.db.models import Q


def item_open(path: str = "") -> Q:
    """The item at this path, such as 'paper__item__', is neither exempt nor under an exempt one; there may be none."""
    return Q(**{f"{path}exemption": None, f"{path}parent__exemption": None})


def resolution_open(path: str = "") -> Q:
    """The resolution at this path is open, and so is the item it was passed on."""
    return Q(**{f"{path}exemption": None}) & item_open(f"{path}item__")
