"""Assessments: use cases and what they need."""
