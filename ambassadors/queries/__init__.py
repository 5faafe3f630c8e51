"""What pages and operations read of the ambassadors' work."""
