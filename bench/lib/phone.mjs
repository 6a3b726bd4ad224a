// A phone in a middling network, for real loads in a tab of puppeteer. The network is Lighthouse's slow 4G.

/** Milliseconds of a round trip. */
export const ROUND_TRIP = 150;
/** How much slower than this machine the phone is. */
export const SLOWDOWN = 4;

const BYTES_DOWN = 1_600_000 / 8;
const BYTES_UP = 750_000 / 8;

/** Makes `tab` a phone, but for its CPU. */
export async function emulatePhone(tab) {
  await tab.setViewport({ width: 360, height: 740, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  await tab.emulateNetworkConditions({ download: BYTES_DOWN, upload: BYTES_UP, latency: ROUND_TRIP });
  await tab.emulateFocusedPage(true);
}

/**
 * Does `work` while `tab` has the CPU of a phone. Chromium makes a CPU slower by keeping it busy, even where a page does
 * nothing, and so takes it away from all else: it is never to last longer than a measurement.
 */
export async function slowed(tab, work) {
  await tab.emulateCPUThrottling(SLOWDOWN);
  try {
    return await work();
  } finally {
    await tab.emulateCPUThrottling(null);
  }
}
