// A minimal HTTP client: one connection to a server, one request at a time, from a given loopback address.
import { connect } from "node:net";

/** A loopback address for each number from 0 to some millions: all of 127.0.0.0/8 is this machine. */
export function ownAddress(number) {
  const place = number + 2;
  return `127.${1 + (place >> 16)}.${(place >> 8) & 255}.${place & 255}`;
}

/** A connection. */
export class Caller {
  constructor(port, address) {
    this.waiting = null;
    this.text = "";
    this.socket = connect({ port, host: "127.0.0.1", localAddress: address, noDelay: true });
    this.socket.setEncoding("latin1");
    this.socket.on("data", (piece) => this.take(piece));
    this.socket.on("error", (error) => this.lost(error));
    this.socket.on("close", () => this.lost(new Error("the connection was closed")));
  }

  /** Sends a request without a body and returns the status of the response. */
  ask(method, path) {
    return new Promise((done, fail) => {
      this.waiting = { done, fail };
      this.socket.write(`${method} ${path} HTTP/1.1\r\nHost: views\r\n\r\n`);
    });
  }

  take(piece) {
    this.text += piece;
    const end = this.text.indexOf("\r\n\r\n");
    if (end < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(this.text)?.[1] ?? 0);
    if (this.text.length < end + 4 + length) return;
    const status = Number(this.text.slice(9, 12));
    this.text = "";
    const { done } = this.waiting;
    this.waiting = null;
    done(status);
  }

  lost(error) {
    this.waiting?.fail(error);
    this.waiting = null;
  }

  end() {
    this.socket.destroy();
  }
}

/** A connection with a streaming response. */
export class Stream {
  constructor(port, address, path) {
    this.socket = connect({ port, host: "127.0.0.1", localAddress: address });
    this.socket.write(`GET ${path} HTTP/1.1\r\nHost: views\r\n\r\n`);
    /** Resolves to this stream once the first data has arrived. */
    this.begun = new Promise((done, fail) => {
      this.socket.once("data", () => done(this)).once("error", fail).once("close", () => fail(new Error("a stream was closed")));
    });
  }

  /** The time when more data arrives, by `performance.now()`; null if none does within `patience` milliseconds. */
  more(patience) {
    return new Promise((done) => {
      const givenUp = setTimeout(() => done(null), patience);
      this.socket.once("data", () => {
        clearTimeout(givenUp);
        done(performance.now());
      });
    });
  }

  end() {
    this.socket.destroy();
  }
}
