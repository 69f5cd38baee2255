"""A drawn page (PDF, OFD) to lines, paragraphs and grids by where its glyphs and rules stand."""
