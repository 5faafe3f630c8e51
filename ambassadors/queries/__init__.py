"""Reads that pages and reports share."""
