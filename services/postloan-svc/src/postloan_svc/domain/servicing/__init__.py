"""What is done to a running loan: repayments and their allocation."""
