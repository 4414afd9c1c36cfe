"""The desk: outside work that waits."""
