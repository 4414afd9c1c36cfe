"""Whose identities are needed for outside work."""
