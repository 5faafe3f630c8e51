"""Loading figures: a file is received, read, compared with what is there, written whole or not at all, and checked."""

from performance.operations.loading.receiving import load_in_place, receive_load, retry_load, was_loaded
from performance.operations.loading.running import run_load

__all__ = ["load_in_place", "receive_load", "retry_load", "run_load", "was_loaded"]
