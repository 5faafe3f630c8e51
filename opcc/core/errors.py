"""Errors whose message a person can read and act on."""


class DomainError(Exception):
    """A rule of the office refuses what was asked. The message says what happened and what to do.

    `field` names the form field the message belongs to, where there is one.
    """

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
