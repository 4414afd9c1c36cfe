"""What a loan is and does after signing. Pure: dates, ids and parameters are arguments."""
