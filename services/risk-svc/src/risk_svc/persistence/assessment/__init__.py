"""Where assessments live, and the numbers they are made by."""
