// A pressed page as it would be without any program: what the first paint is measured against.

/** `html` without its script elements, data blocks included. */
export const plain = (html) => html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, "");

/** `html` as it is, for a server that is to take the same way with it. */
export const pressed = (html) => html;
