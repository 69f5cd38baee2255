"""Every write of this app, one file an act or a family of them."""
