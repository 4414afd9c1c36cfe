"""What a loan costs whom."""
