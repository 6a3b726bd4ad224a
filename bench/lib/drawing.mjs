// Generates random PNG pictures as large as those of a newspaper.
import { deflateSync } from "node:zlib";

/** The CRC table of PNG. */
const SUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});

function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = SUMS[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(checksum(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG of `width` by `height` pixels: stripes of colour with a grain, which compress about as well as a photo. */
export function drawing(width, height, chance) {
  const colours = Array.from({ length: 6 }, () => Math.floor(200 * chance()));
  const grain = Uint8Array.from({ length: 4096 }, () => Math.floor(2.2 * chance()));
  const rows = Buffer.alloc(height * (1 + 3 * width));
  let place = 0;
  for (let y = 0; y < height; y += 1) {
    // No filter.
    place += 1;
    for (let x = 0; x < width; x += 1) {
      const share = Math.floor((8 * (x + y)) / (width + height)) / 8;
      const lighter = 8 * grain[(x * 7 + y * 131 + ((x * y) >> 5)) & 4095];
      for (let channel = 0; channel < 3; channel += 1) {
        rows[place] = colours[channel] * (1 - share) + colours[channel + 3] * share + lighter;
        place += 1;
      }
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits for each of red, green and blue.
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk("IHDR", header), chunk("IDAT", deflateSync(rows, { level: 1 })), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}
