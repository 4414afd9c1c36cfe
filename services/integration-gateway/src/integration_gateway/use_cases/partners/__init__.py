"""What partners and who keeps them may do."""
