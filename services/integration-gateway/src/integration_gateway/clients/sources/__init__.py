"""The sources about an applicant, a folder each."""
