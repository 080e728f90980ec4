"""One module a format other than HTML. Each is read back in a test by a library that people use for it."""
