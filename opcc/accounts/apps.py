from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "opcc.accounts"
    label = "accounts"
    verbose_name = "People"
