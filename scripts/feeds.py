"""Reads every feed.xml of a site with feedparser and compares it with the story documents next to the pages.

A feed must be well-formed and have as many entries as the feed.json next to it. Each entry must describe its story
correctly: a field that the story has must be right, one that it lacks must be absent. feedparser reads only RSS and
Atom; press/tests/it/printing/feeds.rs reads the JSON feeds with feed-rs.
"""

import json
import re
import sys
from collections import Counter
from datetime import datetime, timezone
from html.parser import HTMLParser
from pathlib import Path

import feedparser

EXAMPLES = 3
# The heading above corrections, in each language of the interface.
HEADINGS = ("Corrections", "Виправлення")
LINES = set(
    "address article aside blockquote br caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li nav ol p "
    "pre section table tbody td tfoot th thead tr ul".split()
)


class Lines(HTMLParser):
    """The text of some HTML as lines, and the addresses of its pictures."""

    def __init__(self, html):
        super().__init__()
        self.lines, self.pictures = [""], []
        self.feed(html)
        self.close()
        self.lines = [" ".join(line.split()) for line in self.lines if line.strip()]

    def handle_starttag(self, tag, attributes):
        if tag in LINES:
            self.lines.append("")
        if tag == "img":
            self.pictures.append(dict(attributes).get("src", ""))

    def handle_endtag(self, tag):
        if tag in LINES:
            self.lines.append("")

    def handle_data(self, text):
        self.lines[-1] += text


def letters(text):
    """The form in which texts are compared: programs differ in whitespace and punctuation."""
    return re.sub(r"[\W_]+", "", text)


def picture(address):
    """The name of a picture, given the address of any of its files."""
    return re.sub(r"^.*/|-(\d+|social)\.\w+$", "", address)


def moment(iso):
    """A time in feedparser's form."""
    return datetime.fromisoformat(iso).astimezone(timezone.utc).timetuple()[:6]


def own(entry, key):
    """A field that the entry really has: feedparser substitutes some fields for others."""
    return dict.get(entry, key)


def plain(entry):
    """The summary as a reader sees it: rendered, if feedparser takes it for HTML."""
    summary = entry.get("summary", "")
    detail = entry.get("summary_detail", {})
    return " ".join(Lines(summary).lines) if detail.get("type") == "text/html" else summary


def story_fields(entry, story, site):
    """For each field: what the entry says about its story, and what is true."""
    corrections = story.get("corrections", [])
    lead = story.get("picture")
    body = Lines(story.get("body", ""))
    texts = [story.get("standfirst"), *(lead.get(key) for key in ("caption", "credit") if lead), *body.lines]
    texts = [text for text in texts if text]
    texts += [text for correction in corrections for text in (correction["date"]["date"], correction["text"])]
    content = Lines(" ".join(part.value for part in entry.get("content", [])))
    said = letters(" ".join(content.lines))
    sections = {section["slug"]: section["name"] for section in site["sections"]}
    largest = [f"{site['address']}{lead['image']['name']}-{lead['image']['width']}.jpg"] if lead else []
    pictures = ([picture(lead["image"]["name"])] if lead else []) + [picture(address) for address in body.pictures]
    known = letters(" ".join(texts + list(HEADINGS) if corrections else texts))
    updated = story.get("updated")
    return {
        "title": (entry.get("title"), story["headline"]),
        "authors": ([author.get("name") for author in entry.get("authors", [])], [a["name"] for a in story["authors"]]),
        "summary": (plain(entry), story["summary"]),
        "published": (entry.get("published_parsed", ())[:6], moment(story["published"]["iso"])),
        "updated": ((own(entry, "updated_parsed") or ())[:6], moment(updated["iso"]) if updated else ()),
        "tags": (
            [tag["term"] for tag in entry.get("tags", [])],
            list(dict.fromkeys([sections[story["section"]], *(tag["name"] for tag in story.get("tags", []))])),
        ),
        "enclosures": ([enclosure.get("href") for enclosure in entry.get("enclosures", [])], largest),
        "complete text": ([text for text in texts if letters(text) not in said], []),
        "nothing extra": ([line for line in content.lines if letters(line) not in known], []),
        "pictures": ([picture(address) for address in content.pictures], pictures),
    }


def correction_fields(entry, story):
    """For each field: what an entry of the corrections feed says, and what is true."""
    texts = {correction["text"]: correction["date"]["iso"] for correction in story.get("corrections", [])}
    summary = plain(entry)
    return {
        "title": (entry.get("title"), story["headline"]),
        "correction": (summary if summary in texts else None, summary),
        "published": (entry.get("published_parsed", ())[:6], moment(texts[summary]) if summary in texts else ()),
    }


def faults(path, feed):
    """The faults of a feed as a whole."""
    found = []
    if feed.bozo:
        found.append(f"not well-formed: {feed.bozo_exception}")
    found.extend(f"the feed has no {key}" for key in ("title", "link", "language") if not feed.feed.get(key))
    found.extend(f"{entry.get('title')} has no {key}" for entry in feed.entries for key in ("link", "id") if not entry.get(key))
    ids = [entry.get("id") for entry in feed.entries]
    if len(set(ids)) != len(ids):
        found.append("two entries have the same id")
    beside = path.with_suffix(".json")
    if not beside.exists():
        found.append(f"there is no {beside.name} next to it")
    else:
        items = len(json.loads(beside.read_text(encoding="utf-8"))["items"])
        if items != len(feed.entries):
            found.append(f"{len(feed.entries)} entries, but {beside.name} has {items}")
    return found


def main(folder):
    root = Path(folder)
    feeds = sorted(root.glob("**/feed.xml"))
    if not feeds:
        sys.exit(f"feeds: there are no feeds in {folder}. Build the site first: make build")
    site = json.loads((root / "site.json").read_text(encoding="utf-8"))["site"]
    count, wrong, bad = 0, Counter(), False
    for path in feeds:
        feed = feedparser.parse(path.read_bytes())
        for fault in faults(path, feed):
            print(f"{path}: {fault}")
            bad = True
        for entry in feed.entries:
            count += 1
            address = entry.get("link", "").removeprefix(site["address"]).lstrip("/")
            document = json.loads((root / address / "index.json").read_text(encoding="utf-8"))["document"]["story"]
            is_correction = path.parent.name == "corrections"
            fields = correction_fields(entry, document) if is_correction else story_fields(entry, document, site)
            for field, (said, true) in fields.items():
                if said != true:
                    wrong[field] += 1
                    if wrong[field] <= EXAMPLES:
                        print(f"{path}: {entry.get('link')}: {field}: found {said!r:.200}, expected {true!r:.200}")
    for field, number in wrong.items():
        print(f"feeds: {field}: wrong in {number} of {count} entries")
    if bad or wrong:
        sys.exit("feeds: the feeds above are not read correctly.")
    print(f"feeds                 {len(feeds)}  feeds with {count} entries, all read correctly")


main(sys.argv[1])
