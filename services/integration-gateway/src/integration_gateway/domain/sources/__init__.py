"""What sources answer about an applicant."""
