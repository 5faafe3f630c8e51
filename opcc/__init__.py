"""opcc: what an Office of the Police and Crime Commissioner records, decides and publishes."""
