"""A web page to blocks: the article told from page furniture, elements to paragraphs and grids."""
