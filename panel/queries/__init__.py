"""What the Panel's pages and operations read."""

from panel.queries.reports import (
    edition_of,
    editions_listed,
    issued_or_superseded,
    issued_reports,
    version_in_force,
    with_editions,
)

__all__ = [
    "edition_of",
    "editions_listed",
    "issued_or_superseded",
    "issued_reports",
    "version_in_force",
    "with_editions",
]
