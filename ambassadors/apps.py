from django.apps import AppConfig


class AmbassadorsConfig(AppConfig):
    name = "ambassadors"
    label = "ambassadors"
    verbose_name = "Ambassadors"
