"""The staff home page, health and sample data."""
