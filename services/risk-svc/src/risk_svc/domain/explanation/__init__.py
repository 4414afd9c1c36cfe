"""Why an assessment is what it is, in codes."""
