"""Where people who work on tasks are kept."""
