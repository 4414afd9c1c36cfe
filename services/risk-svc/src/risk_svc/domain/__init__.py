"""The rules of assessment, pure: facts, scores and numbers in force come in as arguments."""
