"""The base form, view, admin and templates."""
