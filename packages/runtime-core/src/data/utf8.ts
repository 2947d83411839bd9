const encoder = new TextEncoder();

/** Length of a text in UTF-8 bytes, the unit of the platform's size limits. */
export const utf8Bytes = (text: string): number => encoder.encode(text).length;
