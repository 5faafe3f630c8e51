"""Quarters, working days, audit, the outbox: what every app rests on."""
