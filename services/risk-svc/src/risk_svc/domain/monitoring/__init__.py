"""Whether a model tells the truth: what it must show before it decides, and measures of how stable it is."""
