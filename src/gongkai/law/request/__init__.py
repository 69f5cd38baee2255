"""依申请公开: the life of one application, as a table of moves, a record of entries, a clock."""
