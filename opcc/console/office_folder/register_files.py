"""The files of an office folder about the Commissioner's decisions and about what the office publishes by law."""

from datetime import UTC, date, datetime, time
from typing import Any

from opcc.accounts.enums import STAFF_ROLES
from opcc.console.office_folder.readers import choice, day, flag, number, paragraph, several, words
from opcc.console.office_folder.tables import Column, FileSpec, Reference
from opcc.core.errors import DomainError
from opcc.reference.models import OfficeProfile
from panel.decision_numbers import read_number
from panel.enums import DecisionState, FoiSection
from panel.models import CommissionerTerm, Decision, FoiExemption, Publication, PublicationDuty
from panel.publication import Frequency
from panel.specified_information import BY_CODE, PLACE

Values = dict[str, Any]
PROVENANCE = (Column("source"), Column("invented", flag, field="is_synthetic"))


def _noon(on: date) -> datetime:
    """A file gives days; a column that wants a moment gets the middle of the day."""
    return datetime.combine(on, time(12), tzinfo=UTC)


def _decision(values: Values, _: OfficeProfile) -> Values:
    """The number says the term and the place in its register, and is printed as the term says."""
    given = values["reference"]
    term = CommissionerTerm.objects.filter(prefix=given.prefix, number=given.term).first()
    if term is None:
        raise DomainError(f"The term {given.prefix}{given.term} is not in commissioner_terms.csv.")
    published = values.get("published_at")
    if published is not None and not values.get("summary"):
        raise DomainError("Write the summary of a decision that is published: it is what the public reads.")
    found = {"term": term, "sequence": given.sequence, "reference": term.printed(given.sequence)}
    return values | found | {"published_at": _noon(published) if published else None}


def _withhold(decision: Decision, values: Values, at: datetime) -> None:
    """Sections, reasons and what the public is told make one exemption."""
    sections = list(values.get("sections") or ())
    if not sections:
        return
    if not values.get("reasons"):
        raise DomainError("Fill in 'exempt_reasons': say why the section applies.")
    claim = decision.exemption or FoiExemption(decided_at=at)
    claim.sections, claim.reasons = sections, values["reasons"]
    claim.public_words = values.get("public_words") or ""
    claim.save()
    if decision.exemption_id is None:
        decision.exemption = claim
        decision.save(update_fields=["exemption"])


def _duty(values: Values, _: OfficeProfile) -> Values:
    """Its order and, unless the office publishes it more or less often, its frequency are those of the list."""
    item = BY_CODE[values["code"]]
    frequency = values.get("frequency") or item.frequency.value
    if item.is_set_by_order and frequency != item.frequency:
        raise DomainError(f"The Order itself sets how often this is published: {item.frequency.value}.")
    return values | {"place": PLACE[item.code], "frequency": frequency}


def _publication(values: Values, _: OfficeProfile) -> Values:
    duty = values["duty"]
    if duty.item.shown_at:
        raise DomainError("This site publishes it by itself, so there is nothing to record.")
    if (duty.frequency == Frequency.BEFORE_YEAR) != (values.get("for_year") is not None):
        raise DomainError("Fill in 'for_year' of what is published before each financial year, and of nothing else.")
    return values | {"recorded_at": _noon(values["published_on"])}


def _frequency(text: str) -> str:
    """Empty, or one of the frequencies."""
    return choice(Frequency)(text) if text else ""


def _role(text: str) -> str:
    """Empty, or a role of the office."""
    return choice(tuple(sorted(role.value for role in STAFF_ROLES)))(text) if text else ""


REGISTER_FILES: tuple[FileSpec, ...] = (
    FileSpec(
        "commissioner_terms.csv",
        CommissionerTerm,
        (
            Column("letters", field="prefix", required=True),
            Column("term", number, field="number", required=True),
            Column("hyphen", flag, field="is_hyphenated"),
            Column("starts_on", day),
            Column("first_number", number, field="first_sequence", required=True),
            *PROVENANCE,
        ),
        key=("letters", "term"),
    ),
    FileSpec(
        "decisions.csv",
        Decision,
        (
            Column("number", read_number, field="reference", required=True),
            Column("title", required=True),
            Column("summary", paragraph),
            Column("lead"),
            Column("registered_on", day),
            Column("state", choice(DecisionState), required=True),
            Column("decided_on", day),
            Column("force_business", flag, field="is_force_business"),
            Column("chief_officer_on", day),
            Column("joint_with"),
            Column("significant", flag, field="is_significant"),
            Column("interests", paragraph),
            Column("supporting", paragraph),
            Column("withdrawn_reason"),
            Column("published_on", day, field="published_at"),
            *PROVENANCE,
        ),
        key=("number",),
        references=(
            Reference(("recommendation",), "recommendations.csv", "recommendation", (words,), required=False),
        ),
        derive=_decision,
        extras=(
            Column("exempt_sections", several(FoiSection), field="sections"),
            Column("exempt_reasons", paragraph, field="reasons"),
            Column("told_as", field="public_words"),
        ),
        after=_withhold,
    ),
    FileSpec(
        "publication_duties.csv",
        PublicationDuty,
        (
            Column("what", choice(tuple(BY_CODE)), field="code", required=True),
            Column("looked_after_by", _role, field="owner_role"),
            Column("how_often", _frequency, field="frequency"),
            Column("changed_on", day),
            Column("does_not_apply", field="set_aside_reason"),
            *PROVENANCE,
        ),
        key=("what",),
        derive=_duty,
    ),
    FileSpec(
        "publications.csv",
        Publication,
        (
            Column("published_on", day, required=True),
            Column("about"),
            Column("for_year", number),
            Column("url", required=True),
            *PROVENANCE,
        ),
        key=("what", "published_on", "about"),
        references=(Reference(("what",), "publication_duties.csv", "duty", (words,)),),
        derive=_publication,
    ),
)  # fmt: skip
