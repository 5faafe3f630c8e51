"""The engagement log. Empty until its issue is built."""
