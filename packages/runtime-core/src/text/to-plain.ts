import { describe } from './describe.ts';

/** An argument as the record keeps it: as it is where JSON has it, otherwise in words. */
export const toPlain = (value: unknown): unknown =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  Number.isFinite(value)
    ? value
    : describe(value);
