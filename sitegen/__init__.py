"""sitegen: from a heap of news clippings to a chronology website that shows its evidence."""

__version__ = "0.1.0"
