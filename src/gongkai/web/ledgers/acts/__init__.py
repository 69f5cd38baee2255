"""Every write of this app: figures, and the stations of an import."""
