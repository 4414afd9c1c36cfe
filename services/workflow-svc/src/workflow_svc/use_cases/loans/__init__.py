"""What became of decisions: the loans that followed from them."""
