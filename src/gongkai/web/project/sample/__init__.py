"""The sample district: bodies whose reports are public, with invented people and contacts."""
