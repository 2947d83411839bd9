import type { Lines } from './paint.ts';

const page = 'https://signup-actions.github.io/signup-actions/diagnostics';

/**
 * Where the documentation explains these codes: one address for each of them, however often it occurs.
 */
export const listExplanations = (codes: readonly string[]): Lines =>
  [...new Set(codes)].map((code) => `${page}#${code}`);
