"""Extractions and the world -> Register: the door `merge`.

In: every clipping's `Extraction` and what curators state. Out: one `Register`, the same for any order of input. The steps
stand in `register`: a person's edits first (`edits`, `corrected`); copies of one story (`wire`); persons told apart
(`identity`, `alike`); one event out of many tellings (`telling` makes
`readings` with the words of `lexicon`, `lasting` and `takers`; `same` weighs the rows of `evidence` and `parties`; `cluster` groups);
rival values side by side with the choice and its rule (`claims`, `fields`, `united`); ids that last
(`ids`); posts and terms (`posts`, `attested`, `turns`, `tenures`, `irregular`); statuses (`said`, `standing`, `statuses`, `told`,
`dissent`), both as half-open intervals; what is left open (`disagree`).

Blocks. `gathered` parts the readings into blocks that cannot touch one another (`blocks`, by the tokens of `shelves`);
what a block becomes is a pure function of its readings, remembered in a `memory.Memory`. `regrouped` parts anew only what a
change touches, and `once` keeps what was made of each clipping, post, member and person: what nothing touched is the same
object in the next register.

    memory = Memory(keys={source id: key in the store}, stored=store.get_all(memory.PREFIX))
    register = merge(extractions, world, ids=ids, memory=memory)   # again after dating: the same memory
    store.put(memory.fresh().items()); keep `memory.used` among the keys not to be forgotten

Decisions (2026-11-25). A reading joins the group that fits it best, finest dates first, and never glues two groups
together: transitive joining chained the foreign and the defence ministers of one day into one. Facts that a curator
holds with low confidence, and withheld ones, are named in `Register.withheld` and nowhere else. Each of the register's
`sources` holds the record as corrected by its edits, so that pages and `data/` agree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sitegen.merge.ids import pins_of
from sitegen.merge.memory import Memory
from sitegen.merge.posts import holders_on, post_id, post_name
from sitegen.merge.register import merge_all
from sitegen.merge.standing import Standing, standing_on, status_on
from sitegen.model import Extraction, Register, World

__all__ = ["Memory", "Standing", "holders_on", "merge", "pins_of", "post_id", "post_name", "standing_on", "status_on"]


def merge(
    extractions: Sequence[Extraction],
    world: World,
    *,
    ids: Mapping[str, Any] | None = None,
    memory: Memory | None = None,
    shown: str = "",
) -> Register:
    """Unite what all clippings and curators say; independent of the order of input. `ids`: content/ids.yaml, read.

    `memory`: what earlier merges worked out, read and filled; the register is the same with it and without. `shown`: put before
    the paths of clippings in messages ("content/").
    """
    return merge_all(extractions, world, ids or {}, Memory() if memory is None else memory, shown)
