"""States of the records that belong to no one app."""

from django.db.models import TextChoices


class MailState(TextChoices):
    """Where a message in the outbox stands."""

    WAITING = "waiting", "Waiting to be sent"
    SENDING = "sending", "Being sent"
    SENT = "sent", "Sent"
    HELD = "held", "Kept here: this site sends no e-mail"
    FAILED = "failed", "Not delivered"


class AccessKind(TextChoices):
    """Reads and sign-ins that leave a trace, because no trigger sees them."""

    SIGNED_IN = "signed_in", "Signed in"
    SIGN_IN_FAILED = "sign_in_failed", "Sign-in failed"
    SIGNED_OUT = "signed_out", "Signed out"
    SECOND_FACTOR = "second_factor", "Second factor"
    DENIED = "denied", "Permission denied"
    OPENED = "opened", "Opened restricted material"
    EXPORTED = "exported", "Exported records"
