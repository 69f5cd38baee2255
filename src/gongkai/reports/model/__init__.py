"""What a report is: the statement (figures and prose), the neutral document, both with places."""
