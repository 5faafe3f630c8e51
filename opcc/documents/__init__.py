"""Figures turned into charts, tables and PDF."""
