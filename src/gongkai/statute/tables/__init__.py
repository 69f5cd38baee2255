"""The statutory forms as TOML tables; gongkai.statute.forms reads them."""
