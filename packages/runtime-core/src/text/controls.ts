/** Control characters, and those that change the direction of text or break a line. */
const controls =
  // oxlint-disable-next-line no-control-regex -- these are what it finds
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Shows each control character of a string as an escape sequence of JavaScript: a terminal obeys none, and no part of
 * the string is lost.
 */
export const escapeControls = (text: string): string =>
  text.replace(controls, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${code}`;
  });

// oxlint-disable-next-line no-control-regex -- this is what it finds
const terminalSequences = /\u001b\[[0-?]*[ -/]*[@-~]/g;

/** What may be left of a string that is printed: without its control characters, or without whole escape sequences. */
export const withoutControls = (text: string): readonly string[] => [
  text.replace(controls, ''),
  text.replace(terminalSequences, '').replace(controls, ''),
];
