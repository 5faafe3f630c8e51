"""The places: community forums, their meetings and priorities."""
