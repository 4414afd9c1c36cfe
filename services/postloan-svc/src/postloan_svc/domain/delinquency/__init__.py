"""How late a loan is, and what that costs: days past due, buckets, late charges."""
