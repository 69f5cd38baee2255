"""The desk: figures by month, and spreadsheets on their way in."""
