"""The report as a Word document in the manner of GB/T 9704-2012."""
