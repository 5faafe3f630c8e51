from importlib import import_module

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "opcc.core"
    label = "core"
    verbose_name = "Records"

    def ready(self) -> None:
        """Load the worker's application here, not in opcc itself: `./dev` imports that before there is any Celery."""
        import_module("opcc.celery")
