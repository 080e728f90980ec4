"""ArticleRecord <-> JSON, by one codec: what `extract` prints, the store keeps and `data/` publishes.

msgspec reads and writes the frozen dataclasses of model.py as they are. Every field of the contract is written,
null and empty ones too.
"""

from __future__ import annotations

from typing import Any

import msgspec

from sitegen.model import ArticleRecord, Extraction
from sitegen.sharing import share

_encoder = msgspec.json.Encoder(order="deterministic")
_record_decoder = msgspec.json.Decoder(ArticleRecord)
_extraction_decoder = msgspec.json.Decoder(Extraction)


def record_to_json(record: ArticleRecord) -> bytes:
    """One line of UTF-8 JSON, without a line end."""
    return msgspec.json.encode(record)


def record_from_json(data: bytes | str) -> ArticleRecord:
    """Read a record back; raises msgspec.ValidationError with the field's path where it does not fit."""
    return _record_decoder.decode(data)


def extraction_to_json(extraction: Extraction) -> bytes:
    return _encoder.encode(extraction)


def extraction_from_json(data: bytes) -> Extraction:
    return share(_extraction_decoder.decode(data))


def record_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one line of `sitegen extract`; `sitegen/data/record.schema.json` holds it."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(ArticleRecord)}
