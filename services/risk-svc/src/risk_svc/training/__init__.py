"""Trains model and scorecard from the data set and judges them, with the policy in force, on rows never used for it."""
