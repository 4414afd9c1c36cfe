"""Public data sets for training, evaluation and the demonstration, and synthetic people for what they lack."""
