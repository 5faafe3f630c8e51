from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "opcc.documents"
    label = "documents"
    verbose_name = "Documents"
