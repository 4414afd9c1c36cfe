"""People who work on tasks."""
