#!/usr/bin/env python
"""Run a management command. On a developer's machine it starts the private Postgres if none is running."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "opcc.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 -- after the settings are named

    from opcc import embedded  # noqa: PLC0415 -- likewise

    with embedded.postgres_for(sys.argv[1:]):
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
