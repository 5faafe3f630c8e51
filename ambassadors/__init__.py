"""Ambassadors, their forum reports, and what the office did about them."""
