"""opcc: what an Office of the Police and Crime Commissioner records, decides and publishes."""

from opcc.celery import app as celery_app

__all__ = ["celery_app"]
