"""Personal data: a key per person, masks, exact search, destruction."""
