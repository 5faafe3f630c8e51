"""Where a part of a paper comes from, and what becomes of a pack."""

from django.db.models import TextChoices


class PartOrigin(TextChoices):
    UPLOADED = "uploaded", "Uploaded"
    REPORT = "report", "A report of the office"


class PackKind(TextChoices):
    FULL = "full", "Agenda and papers"
    SUPPLEMENT = "supplement", "Supplement"


class PackState(TextChoices):
    QUEUED = "queued", "Waiting to be built"
    BUILDING = "building", "Being built"
    FAILED = "failed", "Build failed"
    READY = "ready", "Ready to be issued"
    ISSUED = "issued", "Issued"
    SUPERSEDED = "superseded", "Superseded"
    WITHDRAWN = "withdrawn", "Withdrawn"


PACK_OUT = (PackState.ISSUED, PackState.SUPERSEDED, PackState.WITHDRAWN)  # was issued once: its files are frozen
PACK_OPEN = (PackState.QUEUED, PackState.BUILDING, PackState.FAILED, PackState.READY)
PACK_BUILT = (PackState.READY, PackState.ISSUED, PackState.SUPERSEDED)  # both editions stand
