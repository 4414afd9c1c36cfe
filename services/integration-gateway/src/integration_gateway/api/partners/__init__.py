"""Partners over HTTP: what staff do about them, and what they do themselves."""
