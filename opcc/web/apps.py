from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "opcc.web"
    label = "web"
    verbose_name = "Web"
