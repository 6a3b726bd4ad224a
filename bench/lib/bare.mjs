// A page with one headline that changes on a tap: what a tap costs in this browser on this machine, whatever the page.
import { once } from "node:events";
import { createServer } from "node:http";

const PAGE = `<!doctype html><meta name="viewport" content="width=device-width"><title>A page that turns</title>
<main><h1>A headline</h1></main>
<script>addEventListener("click", () => { document.querySelector("main").innerHTML = "<h1>Another</h1>"; });</script>`;

/** Serves the page. Returns `origin` and `close`. */
export async function serveBarePage() {
  const server = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
    response.end(PAGE);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}
