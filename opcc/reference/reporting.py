"""What other apps may read of the office."""

from dataclasses import dataclass
from datetime import date

from opcc.reference.models import ClosedDay, OfficeProfile


@dataclass(frozen=True)
class Office:
    """The office as pages and papers name it."""

    name: str
    area_name: str
    full_name: str
    commissioner_name: str
    panel_name: str
    address: str
    telephone: str
    email: str
    website: str
    report_contact: str
    logo_text: str
    brand_colour: str
    report_due_days: int
    is_sample: bool

    @property
    def commissioner_post(self) -> str:
        """Whose office it is: 'Police and Crime Commissioner', or 'Police, Fire and Crime Commissioner'."""
        return self.name.removeprefix("Office of the ")


def office() -> Office | None:
    """The office this site serves, or None before load_office has run. One query."""
    profile = OfficeProfile.objects.filter(pk=1).first()
    if profile is None:
        return None
    return Office(
        name=profile.name,
        area_name=profile.area_name,
        full_name=str(profile),
        commissioner_name=profile.commissioner_name,
        panel_name=profile.panel_name,
        address=profile.address,
        telephone=profile.telephone,
        email=profile.email,
        website=profile.website,
        report_contact=profile.report_contact,
        logo_text=profile.logo_text,
        brand_colour=profile.brand_colour,
        report_due_days=profile.report_due_days,
        is_sample=profile.is_sample,
    )


def closed_days() -> frozenset[date]:
    """One-off days that are not working days, as `opcc.core.working_days` takes them. One query."""
    return frozenset(ClosedDay.objects.values_list("day", flat=True))
