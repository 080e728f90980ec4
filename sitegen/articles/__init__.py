"""Clipping -> Article: the door `clean_article`."""

from sitegen.articles.clean import clean_article, file_offset

__all__ = ["clean_article", "file_offset"]
