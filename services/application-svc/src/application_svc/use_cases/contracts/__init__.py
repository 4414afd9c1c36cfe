"""Decisions become offers, offers contracts, contracts loans."""
