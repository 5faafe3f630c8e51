"""Provenance, the outbox, and the log of what was opened. None of them points at a higher app's rows."""

import uuid

from django.db import models
from django.db.models import Q

from opcc.core.audit import tracked
from opcc.core.enums import AccessKind, MailState


class Provenance(models.Model):
    """Where a row comes from. Invented rows say so wherever they show."""

    source = models.CharField(max_length=200, blank=True, help_text="The document or system that gives it.")
    is_synthetic = models.BooleanField("invented for the sample", default=False, editable=False)

    class Meta:
        abstract = True


@tracked(exclude=("body",))
class OutboxMessage(models.Model):
    """One e-mail, written in the transaction of what caused it and sent afterwards."""

    message_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=60)
    key = models.CharField(  # noqa: DJ001 -- NULL: written for no named occasion, so never a duplicate
        max_length=200, null=True, blank=True, help_text="Names the occasion, so that it is written about once only."
    )
    to = models.EmailField("to", max_length=254)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    state = models.CharField(max_length=10, choices=MailState, default=MailState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField()
    send_after = models.DateTimeField()
    lease_until = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "e-mail"
        constraints = [
            models.UniqueConstraint(
                fields=["key"], name="core_outboxmessage_key_once", violation_error_message="This was sent already."
            ),
            models.CheckConstraint(
                condition=Q(state=MailState.SENT, sent_at__isnull=False) | (~Q(state=MailState.SENT) & Q(sent_at=None)),
                name="core_outboxmessage_sent_has_time",
                violation_error_message="A sent e-mail has the time it was sent, and no other has.",
            ),
        ]
        indexes = [
            models.Index(fields=["send_after"], condition=Q(state="waiting"), name="core_outbox_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} to {self.to}"


class AccessLog(models.Model):
    """Who opened, exported or was refused what. Names are copied, so a deleted account leaves its trace."""

    at = models.DateTimeField()
    kind = models.CharField(max_length=20, choices=AccessKind)
    by_id = models.BigIntegerField("person's number", null=True)
    by_name = models.CharField("person", max_length=200, blank=True)
    address = models.GenericIPAddressField("network address", null=True)
    object_type = models.CharField("kind of record", max_length=100, blank=True)
    object_id = models.CharField("record", max_length=100, blank=True)
    description = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = "access log entry"
        verbose_name_plural = "access log"
        permissions = [("export_records", "Can export records")]
        indexes = [models.Index(fields=["-at"], name="core_accesslog_at")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.by_name or 'nobody signed in'}"
