"""One module a kind of page: records in, printable values out. Templates print them; they sort and reckon nothing."""
