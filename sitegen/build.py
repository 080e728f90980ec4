"""The line, on one screen: content/ -> records -> register -> site -> output/."""

from __future__ import annotations

import gc
import hashlib
import os
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import closing
from typing import Any

import sitegen
from sitegen.collector import at_rest
from sitegen.firstpass import PAGES
from sitegen.gather import Result, Session, gather
from sitegen.listing import path_text
from sitegen.model import Register, Source, Staged
from sitegen.options import Options
from sitegen.problems import Problem
from sitegen.render import Kept, Remembered, problems_of_site, render, site_of, theme_of
from sitegen.store import Store
from sitegen.workers import give_back
from sitegen.write import Publisher, guard, locked, recover, refuse_place

Step = Callable[[str], None]


def build(options: Options, say: Step = lambda _: None, session: Session | None = None) -> Result:
    """Build the site. Nothing is published unless all of it can be; raises OSError, OutputRefused, OutputBusy.

    `session` is what a process that builds again keeps from one build to the next.
    """
    with at_rest():
        return _build(options, say, session)


def _build(options: Options, say: Step, session: Session | None) -> Result:
    result = Result()
    refuse_place(options.output, options.content)
    with locked(options.output):
        recover(options.output)
        standing = guard(options.output, options.content, verify=options.verify)
        store = Store(options.cache)
        try:
            say("gathering")
            source, register = gather(options, result, store, session)
            _publish(options, result, source, register, standing, store, say, session or Session())
            if session is not None:
                result.alive = ()
        finally:
            store.close()
    return result


def _publish(
    options: Options, result: Result, source: Source, register: Register, standing: Mapping[str, str], store: Store,
    say: Step, session: Session,
) -> None:  # fmt: skip
    if not source.config.base_url:
        result.problems.append(
            Problem(path=f"{path_text(options.content)}/site.yaml", level="notice", code="N020",
                    message="no base_url: no sitemap, canonical links or feed self-link are written",
                    remedy="set base_url or give --base-url"))  # fmt: skip
    key = PAGES + hashlib.sha256(os.fsencode(options.output.absolute())).hexdigest()[:12]
    remembered = Remembered(None if options.verify else store.get(key))
    session.site = session.theme = None
    site = site_of(register, source, file_links=options.file_links, sitegen_version=sitegen.__version__,
                   chosen=remembered.chosen, jobs=options.jobs)  # fmt: skip
    result.problems.extend(problems_of_site(register, source, site))
    result.settle(options.strict)
    if result.failed and not options.keep_going:
        return
    say("rendering")
    give_back()
    gc.freeze()  # the register stays: no search for garbage need walk through it, and forked workers share it
    publisher = Publisher(options.output, standing)
    remembered.standing, remembered.stamps = publisher.before, result.stamps
    try:
        with closing(render(site, options.templates, options.jobs, remembered, publisher.put)) as files:
            for file in files:
                if isinstance(file, Kept):
                    publisher.keep(file.path)
                elif isinstance(file, Staged):
                    publisher.take(file)
                else:
                    publisher.add(file)
        say("writing")
        result.written = publisher.commit()
    except BaseException:
        publisher.abandon()
        raise
    finally:
        gc.unfreeze()
    if remembered.made:
        store.put([(key, remembered.dump(publisher.after))])
    session.site, session.theme = site, theme_of(options.templates)
    result.made, result.stamps, result.alive = remembered.made, {}, (*result.alive, session, remembered)
    result.ok = True


def report_of(result: Result) -> dict[str, Any]:
    """The build report as plain values: what was read, found, merged, left out."""
    register = result.register
    sources = register.sources
    return {
        "clippings": {"read": result.log.clippings, "used": len(sources), "from_store": result.log.from_store,
                      "skipped": result.log.clippings - len(sources),
                      "undated": sum(e.record.published.date is None for e in sources),
                      "dated_by_inference": sum(e.record.published.basis == "inferred" for e in sources)},
        "events": {"found": sum(len(e.record.events) for e in sources), "after_merging": len(register.events),
                   "planned": sum(e.status == "planned" for e in register.events),
                   "curated": sum(e.curated is not None for e in register.events)},
        "people": len(register.people), "posts": len(register.posts), "statuses": len(register.statuses),
        "sentences_with_a_date_and_no_event": {
            "count": sum(len(e.unused) for e in sources),
            "reasons": dict(Counter(u.reason for e in sources for u in e.unused).most_common())},
        "edits": {"applied": register.applied_edits, "stale": len(register.stale_edits)},
        "conflicts": sum(not c.noted for c in register.conflicts),
        "withheld": len(register.withheld),
        "problems": {level: sum(p.level == level for p in result.problems) for level in ("error", "warning", "notice")},
        "output": {"written": result.written.written, "unchanged": result.written.unchanged,
                   "removed": result.written.removed} if result.written else None,
    }  # fmt: skip
