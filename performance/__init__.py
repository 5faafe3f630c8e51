"""Force performance. Empty until its issue is built."""
