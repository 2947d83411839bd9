/** Values that are words of an outcome itself: it goes on saying them. */
export const wordValues = { STATUS: 'allowed', STAGE: 'denied', LEVEL: 'error', LIST: 'calls' };

/** What Actions keep: long, short, one within another, one that needs escapes, words of an outcome, and none. */
export const secretValues = {
  API_KEY: 'sk-live-0123456789',
  LONGER: 'sk-live-0123456789-more',
  QUOTED: 'p"q\\r\ns',
  PATTERN: '^(a+)+$|[x]',
  PIN: '1234',
  ...wordValues,
  EMPTY: '',
} as const;

/** Strings that give them away. */
export const secretTexts: readonly string[] = [
  ...Object.values(secretValues),
  'with sk-live-0123456789-more within',
  'with p"q\\r\ns within',
];
