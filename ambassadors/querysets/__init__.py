"""What to keep, in the words of the ambassadors' work."""
