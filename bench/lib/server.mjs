// Serves a folder as a CDN does, on a free loopback port: text compressed with brotli, precompressed copies where they
// exist, files with a content hash cached for ever, everything else revalidated, and 404.html for unknown paths.
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { constants } from "node:zlib";
import { compression, sirv } from "./tools.mjs";

/** The level that hosts use to compress on the fly; level 11 takes a second for a page. */
export const BROTLI_QUALITY = 5;

const pack = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } } });

function sendPage(response, status, html) {
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": Buffer.byteLength(html),
    "Cache-Control": "no-cache",
  });
  response.end(html);
}

/**
 * Serves `folder`. `edit` changes the HTML of its pages on the way, and every response is delayed by `delay`
 * milliseconds. Returns `origin` and `close`.
 */
export async function serve(folder, { edit, delay = 0 } = {}) {
  const missing = join(folder, "404.html");
  const files = sirv(folder, {
    dev: false,
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders(response, path) {
      const kept = path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
      response.setHeader("Cache-Control", kept);
    },
    onNoMatch: (_, response) => sendPage(response, 404, existsSync(missing) ? readFileSync(missing, "utf8") : "404"),
  });
  const server = createServer(async (request, response) => {
    if (delay) await wait(delay);
    pack(request, response, () => {
      const [path] = request.url.split("?");
      const page = join(folder, path, "index.html");
      if (edit && path.endsWith("/") && existsSync(page)) {
        sendPage(response, 200, edit(readFileSync(page, "utf8")));
      } else {
        files(request, response);
      }
    });
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}
