"""Collecting from borrowers' cards, and what the payment channel's codes mean."""
