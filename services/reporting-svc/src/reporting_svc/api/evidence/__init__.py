"""The chain of evidence, and the timeline that it is."""
