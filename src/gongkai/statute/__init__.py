"""The numbers, forms and words of the statutes, dated. Imports nothing of gongkai."""
