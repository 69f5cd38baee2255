"""Rules about a letter to an applicant or third party, beside the record of its case."""
