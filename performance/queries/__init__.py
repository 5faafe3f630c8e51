"""What the app asks of its own tables: each a constant number of queries."""
