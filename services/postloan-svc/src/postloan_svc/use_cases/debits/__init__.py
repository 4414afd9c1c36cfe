"""Collecting what is owed from borrowers' cards."""
