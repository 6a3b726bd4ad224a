"""Runs trafilatura and extruct on pages: reads a list of pages from stdin and writes the reports as JSON. See
python.mjs.

trafilatura takes its dates from htmldate, which ignores dates later than the current time.
"""

import json
import sys

import extruct
from trafilatura import bare_extraction

SYNTAXES = ["microdata", "opengraph", "json-ld", "microformat", "rdfa", "dublincore"]


def trafilatura(html, url):
    document = bare_extraction(
        html, url=url, with_metadata=True, include_comments=False, include_images=True, include_tables=True
    )
    return {} if document is None else document.as_dict()


def report(page):
    html, url = page["html"], page["canonical"]
    said = trafilatura(html, url)
    fields = ("title", "author", "date", "description", "sitename", "categories", "tags", "image", "url", "text")
    return {
        "trafilatura": {field: said.get(field) for field in fields},
        "extruct": extruct.extract(html, base_url=url, syntaxes=SYNTAXES),
    }


pages = json.load(sys.stdin)
json.dump({page["path"]: report(page) for page in pages}, sys.stdout, ensure_ascii=False)
