import './vitest.ts';
import { makeStrict } from './mock/strict.ts';

// As `/vitest`, and every run and mock api of the project is strict: a diagnostic fails the test.
makeStrict();

export type * from './vitest.ts';
