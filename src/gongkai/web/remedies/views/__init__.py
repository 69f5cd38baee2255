"""The pages of the desk: cases, and what is done in them."""
