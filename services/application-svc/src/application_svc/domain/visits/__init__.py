"""Visits to customers: planned, made, told of with photographs and position, and vouched for by a second person."""
