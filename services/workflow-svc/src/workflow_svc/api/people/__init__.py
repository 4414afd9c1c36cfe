"""People who work on tasks, over HTTP."""
