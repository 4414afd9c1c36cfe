"""Spans in, traces out."""
