"""Pages for the applicant (portal) and for the body (desk)."""
