"""What ambassadors type, turned into values."""
