"""Columns of what one person proposes and another decides on."""
