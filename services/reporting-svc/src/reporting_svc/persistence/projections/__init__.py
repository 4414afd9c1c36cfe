"""Where projections lie; all of them in one registry."""
