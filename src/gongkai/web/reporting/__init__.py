"""A body's annual report, from the year's records to the published page."""
