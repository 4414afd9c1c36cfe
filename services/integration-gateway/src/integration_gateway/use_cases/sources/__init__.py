"""Collections: what is known of an applicant outside."""
