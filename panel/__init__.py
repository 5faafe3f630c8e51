"""The Police and Crime Panel and its quarterly reports."""
