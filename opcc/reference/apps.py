from django.apps import AppConfig


class ReferenceConfig(AppConfig):
    name = "opcc.reference"
    label = "reference"
    verbose_name = "Office"
