import { stripVTControlCharacters } from 'node:util';

/** A text of an Action or an event with nothing in it that steers a terminal; lines and tabs stay. */
export const toPrintable = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  stripVTControlCharacters(text).replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
