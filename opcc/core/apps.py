from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "opcc.core"
    label = "core"
    verbose_name = "Records"
