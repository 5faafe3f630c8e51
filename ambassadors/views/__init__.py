"""The ambassadors' portal."""
