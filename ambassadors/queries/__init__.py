"""What pages, operations and reports read of the ambassadors' work."""
