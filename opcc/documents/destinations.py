"""Where the links and bookmarks of a PDF lead, said by page in place of by name. Needs pikepdf, knows no Django."""

from collections.abc import Mapping
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem

_NOTHING: Mapping[str, Any] = {}


def named_destinations(pdf: Any) -> dict[str, Any]:
    """Each name with the place it stands for, from both lists that a PDF may have."""
    found = {str(name).removeprefix("/"): place for name, place in dict(pdf.Root.get("/Dests", {})).items()}
    names = pdf.Root.get("/Names")
    if names is not None and "/Dests" in names:
        found |= {str(name): place for name, place in pikepdf.NameTree(names.Dests).items()}
    return {name: place for name, listed in found.items() if (place := _place(listed)) is not None}


def point_directly(pdf: Any) -> None:
    """Let links say their page themselves: names are unique in one document, not in several."""
    named = named_destinations(pdf)
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", ()):
            for holder, key in ((annotation, "/Dest"), (annotation.get("/A"), "/D")):
                if isinstance(holder, Dictionary) and isinstance(holder.get(key), Name | pikepdf.String):
                    _replace(holder, key, named)


def target_of(item: OutlineItem, named: Mapping[str, Any] = _NOTHING) -> Any:
    """The place a bookmark leads to, be it said directly, by an action or by a name; None if nowhere."""
    target: Any = item.destination
    if target is None and item.action is not None:
        target = item.action.get("/D")
    return target if target is None or isinstance(target, Array) else named.get(str(target).removeprefix("/"))


def _replace(holder: Any, key: str, named: Mapping[str, Any]) -> None:
    """The place in place of its name; a name that stands for nothing goes, or it might mean another's."""
    place = named.get(str(holder[key]).removeprefix("/"))
    if place is None:
        del holder[key]
    else:
        holder[key] = place


def _place(listed: Any) -> Any:
    place = listed.get("/D") if isinstance(listed, Dictionary) else listed
    return place if isinstance(place, Array) else None
