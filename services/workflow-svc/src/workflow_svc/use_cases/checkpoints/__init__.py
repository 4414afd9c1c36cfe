"""What is done about the evidence that tasks need."""
