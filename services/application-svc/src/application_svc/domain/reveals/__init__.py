"""When protected values are shown."""
