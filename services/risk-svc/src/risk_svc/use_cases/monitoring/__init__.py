"""Models: what routes need."""
