"""Reads every feed.xml of a site with feedparser: well-formed, nothing missing, as many entries as in the feed.json beside it.

feedparser reads RSS and Atom only; JSON feeds are read by feed-rs, in press/tests/printing/feeds.rs.
"""

import json
import sys
from pathlib import Path

import feedparser

NEEDED = ("title", "link", "id", "published_parsed")


def faults(path):
    """What is wrong with a feed, and how many entries it has."""
    feed = feedparser.parse(path.read_bytes())
    found = []
    if feed.bozo:
        found.append(f"it is not well-formed: {feed.bozo_exception}")
    for key in ("title", "link"):
        if not feed.feed.get(key):
            found.append(f"the feed has no {key}")
    for number, entry in enumerate(feed.entries, 1):
        name = entry.get("link") or f"entry {number}"
        found.extend(f"{name} has no {key.removesuffix('_parsed')}" for key in NEEDED if not entry.get(key))
        # A correction is its own summary.
        is_correction = path.parent.name == "corrections"
        content = [entry.get("summary", "")] if is_correction else [part.value for part in entry.get("content", [])]
        if not any(text.strip() for text in content):
            found.append(f"{name} has no content")
    ids = [entry.get("id") for entry in feed.entries]
    if len(set(ids)) != len(ids):
        found.append("two entries have one id")
    beside = path.with_suffix(".json")
    if not beside.exists():
        found.append(f"there is no {beside.name} beside it")
    else:
        items = len(json.loads(beside.read_text(encoding="utf-8"))["items"])
        if items != len(feed.entries):
            found.append(f"it has {len(feed.entries)} entries, {beside.name} has {items}")
    return found, len(feed.entries)


def main(site):
    feeds = sorted(Path(site).glob("**/feed.xml"))
    if not feeds:
        sys.exit(f"feeds: there are no feeds in {site}. Build the site first: make build")
    bad, count = False, 0
    for path in feeds:
        found, entries = faults(path)
        count += entries
        for fault in found:
            print(f"{path}: {fault}")
            bad = True
    if bad:
        sys.exit("feeds: the feeds above cannot be read as they should.")
    print(f"feeds                 {len(feeds)}  feeds with {count} entries are read")


main(sys.argv[1])
