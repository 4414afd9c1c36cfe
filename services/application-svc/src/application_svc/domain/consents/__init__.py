"""What a customer permits, and the wordings that he permits it with."""
