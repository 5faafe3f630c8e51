"""Consultations. Empty until its issue is built."""
