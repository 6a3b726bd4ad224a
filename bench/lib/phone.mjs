// Emulates a phone on a mediocre network for real page loads in a puppeteer tab. The network is Lighthouse's slow 4G.

/** Round-trip time in milliseconds. */
export const ROUND_TRIP = 150;
/** How many times slower than this machine the phone is. */
export const SLOWDOWN = 4;

const BYTES_DOWN = 1_600_000 / 8;
const BYTES_UP = 750_000 / 8;

/** Makes `tab` a phone, except for its CPU. */
export async function emulatePhone(tab) {
  await tab.setViewport({ width: 360, height: 740, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  await tab.emulateNetworkConditions({ download: BYTES_DOWN, upload: BYTES_UP, latency: ROUND_TRIP });
  await tab.emulateFocusedPage(true);
}

/**
 * Does `work` while `tab` has the CPU of a phone. Chromium slows a CPU down by keeping it busy, even if the page is
 * idle, which takes it away from everything else: never do this for longer than a measurement.
 */
export async function slowed(tab, work) {
  await tab.emulateCPUThrottling(SLOWDOWN);
  try {
    return await work();
  } finally {
    await tab.emulateCPUThrottling(null);
  }
}
