"""Spans, kept for a while."""
