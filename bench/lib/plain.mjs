// A pressed page without its scripts: the baseline for the first paint.

/** `html` without its script elements, data blocks included. */
export const plain = (html) => html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, "");

/** `html` unchanged, so that the server handles it in the same way. */
export const pressed = (html) => html;
