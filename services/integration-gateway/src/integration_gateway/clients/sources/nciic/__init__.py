"""The online identity check of the public security authority."""
