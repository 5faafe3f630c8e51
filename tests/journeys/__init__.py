"""The flows through several apps, each from end to end."""
