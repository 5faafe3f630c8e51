"""The file of an office folder about the Panel's reviews of the precept."""

from typing import Any

from opcc.console.office_folder.readers import choice, day, decimal, flag, number, or_empty
from opcc.console.office_folder.tables import Column, FileSpec, Reference
from opcc.reference.models import OfficeProfile
from panel.enums import PreceptOpinion, SecondOpinion, VetoReason
from panel.models import PreceptReview
from panel.reporting import refuse_unlawful_review


def _lawful(values: dict[str, Any], _: OfficeProfile) -> dict[str, Any]:
    """What is recorded follows the law's order, as if each step had been recorded in turn."""
    refuse_unlawful_review(PreceptReview(**values))
    return values


PRECEPT_FILES: tuple[FileSpec, ...] = (
    FileSpec(
        "precept_reviews.csv",
        PreceptReview,
        (
            Column("year", number, required=True),
            Column("before", decimal),
            Column("notified_on", day, required=True),
            Column("proposed", decimal, required=True),
            Column("reported_on", day),
            Column("opinion", or_empty(choice(PreceptOpinion))),
            Column("recommended", decimal),
            Column("veto_reason", or_empty(choice(VetoReason))),
            Column("votes", number),
            Column("members", number),
            Column("responded_on", day),
            Column("revised", decimal),
            Column("reviewed_on", day),
            Column("second_opinion", or_empty(choice(SecondOpinion))),
            Column("responded_again_on", day),
            Column("issued_on", day),
            Column("issued", decimal),
            Column("source"),
            Column("invented", flag, field="is_synthetic"),
        ),
        key=("year",),
        references=(Reference(("held_on",), "panel_meetings.csv", "meeting", (day,), required=False),),
        derive=_lawful,
    ),
)
