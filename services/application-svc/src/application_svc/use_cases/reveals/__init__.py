"""Protected values are shown to people and to services."""
