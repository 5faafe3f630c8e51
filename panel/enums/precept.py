"""What the Panel says of a precept, and why it vetoes one."""

from django.db.models import TextChoices


class PreceptOpinion(TextChoices):
    SUPPORTS = "supports", "Supports it"
    RECOMMENDS = "recommends", "Supports it, with recommendations"
    OBJECTS = "objects", "Does not support it, without a veto"
    VETOES = "vetoes", "Vetoes it"


class VetoReason(TextChoices):
    TOO_HIGH = "too high", "Too high"
    TOO_LOW = "too low", "Too low"


class SecondOpinion(TextChoices):
    ACCEPTS = "accepts", "Accepts it"
    REJECTS = "rejects", "Rejects it"
