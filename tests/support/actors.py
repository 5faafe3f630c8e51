"""The cast of the tests: one person for each role, and how each signs in."""
