"""The private servers of a machine that has none: Postgres, a broker and a worker for `./dev`, manage.py and tests.

Standard library only, because the settings import it before anything else is there. Each function takes the folder
whose `.var` holds the data and the logs; sockets lie in a folder of their own that only this user can enter.
"""

from opcc.embedded.background import (
    broker,
    broker_answers,
    broker_url,
    shut_broker,
    start_broker,
    stop_broker,
    worker,
)
from opcc.embedded.cluster import (
    postgres,
    postgres_answers,
    postgres_for,
    postgres_settings,
    start_postgres,
    stop_postgres,
)
from opcc.embedded.places import BASE_DIR, ServerError, local_environment, runtime_dir
from opcc.embedded.processes import exit_on_sigterm, spawn, stop, wait_for

__all__ = [
    "BASE_DIR",
    "ServerError",
    "broker",
    "broker_answers",
    "broker_url",
    "exit_on_sigterm",
    "local_environment",
    "postgres",
    "postgres_answers",
    "postgres_for",
    "postgres_settings",
    "runtime_dir",
    "shut_broker",
    "spawn",
    "start_broker",
    "start_postgres",
    "stop",
    "stop_broker",
    "stop_postgres",
    "wait_for",
    "worker",
]
