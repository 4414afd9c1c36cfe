"""People who work on tasks: who they are, who stands in for whom, how much each has in his hands."""
