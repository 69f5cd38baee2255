"""The look and the clock. Knows no other app: menus and badges come in through slots."""
