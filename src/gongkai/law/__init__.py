"""What the statutes require, as pure functions. Imports statute only."""
