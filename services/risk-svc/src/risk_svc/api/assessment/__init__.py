"""Assessments over HTTP."""
