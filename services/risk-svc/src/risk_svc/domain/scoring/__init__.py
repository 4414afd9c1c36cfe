"""Points, scores and grades."""
