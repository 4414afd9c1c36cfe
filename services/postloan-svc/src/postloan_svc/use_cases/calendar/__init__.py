"""The closing of business days, step by step; `jobs.day_closing` strings the steps together."""
