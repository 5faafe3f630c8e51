"""How one comes to sit on the Panel, what one holds there, and what one declares."""

from django.db.models import TextChoices


class MemberKind(TextChoices):
    APPOINTED = "appointed", "Appointed by a council"
    CO_OPTED = "co_opted", "Co-opted independent member"


class Post(TextChoices):
    CHAIR = "chair", "Chair"
    VICE_CHAIR = "vice_chair", "Vice-chair"


class InterestKind(TextChoices):
    """The first seven are the disclosable pecuniary interests of SI 2012/1464."""

    EMPLOYMENT = "employment", "Employment, office, trade or profession"
    SPONSORSHIP = "sponsorship", "Sponsorship"
    CONTRACTS = "contracts", "Contracts"
    LAND = "land", "Land"
    LICENCES = "licences", "Licences"
    TENANCIES = "tenancies", "Corporate tenancies"
    SECURITIES = "securities", "Securities"
    OTHER = "other", "Other interest, not pecuniary"
    NONE = "none", "Nothing to register"


PECUNIARY = tuple(kind for kind in InterestKind if kind not in (InterestKind.OTHER, InterestKind.NONE))
