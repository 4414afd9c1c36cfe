"""What one person may decide: the bounds of a verdict, the terms of an approval."""
