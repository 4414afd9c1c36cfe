"""Statement files of banks: what of them became repayments, and what did not."""
