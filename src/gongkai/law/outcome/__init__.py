"""How an application may end: answer kind, provision, row, letter, remedy, what must be said."""
