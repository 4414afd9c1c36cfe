"""The figures that model and scorecard read."""
