"""OutputFiles -> output/: all of it or nothing, and only what changed.

The new bytes are written to a stage beside the output. A first build, or one that changes most files, fills the
stage up with hard links to what is unchanged and exchanges the two folders in one step. Any other build writes a
journal of renames and removals, syncs it, and then renames file by file: a crash in between is completed from the
journal by the next command (`recover`) before anything else. So a reader never meets a torn file, nothing is
deleted and rebuilt, and an edit touches exactly the files whose bytes it changes.

The manifest in the output lists its files with their hashes. It says that the folder is ours (a folder without it, or
with files that it does not name, is never touched) and what need not be written again. It is data, not trust: each path in
it is checked before it is used.
"""

from sitegen.write.disk import hash_of
from sitegen.write.journal import recover
from sitegen.write.lock import OutputBusy, locked
from sitegen.write.publish import Publisher, Unfinished, UnsafeName, Written, clean, put_ahead
from sitegen.write.standing import OutputRefused, guard, read_manifest, refuse_place

__all__ = [
    "OutputBusy",
    "OutputRefused",
    "Publisher",
    "Unfinished",
    "UnsafeName",
    "Written",
    "clean",
    "guard",
    "hash_of",
    "locked",
    "put_ahead",
    "read_manifest",
    "recover",
    "refuse_place",
]
