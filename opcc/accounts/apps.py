from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "opcc.accounts"
    label = "accounts"
    verbose_name = "People"

    def ready(self) -> None:
        from opcc.accounts import access  # noqa: PLC0415  # its models are loaded only now

        access.listen()
