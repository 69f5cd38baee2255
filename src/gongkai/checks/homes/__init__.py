"""Names of persons beside the addresses of homes: in tables, in forms, in sentences."""
