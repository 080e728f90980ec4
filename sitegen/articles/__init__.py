"""The room of the clipping: bytes in, a clean article out.

`decode` makes text of bytes; `clean_article` takes a `Clipping` (text as found, what its sidecar states) and gives an
`Article`: body, paragraphs, sentences, captions, headings, headline, outlet, author, the stated day with its reasons,
the dateline, what was cut by which step, and the way back to the file. Nothing here knows an organization, a person or
a place: what makes furniture is wording (`boilerplate.py`) and position (`furniture.py`, `head.py`), what makes a
dateline is its form. `outlets.py` is a table of the press as it is everywhere; unlisted outlets are read by form.

Readers (`plain`, `markdown`, `html`) give `Line`s (`blocks.py`), every later step sorts them and edits no text.
When unsure a line stays: a story sentence lost is worse than a menu kept. Cost is linear (`benchmarks/clean.py`).

2026-11-25: HTML is read by a tokenizer of our own (`html_tokens.py` says why). trafilatura 2.3.1 on the HTML cases of
`tests/articles/cases/` lost a caption, kept three lines of furniture and took one wrong date, and has no positions in
the file; it is no dependency (`tests/articles/test_articles_rival.py` repeats the comparison where it is installed).
"""

from sitegen.articles.clean import clean_article, file_offset
from sitegen.articles.decode import declared_charset, decode

__all__ = ["clean_article", "declared_charset", "decode", "file_offset"]
