import './jest.ts';
import { makeStrict } from './mock/strict.ts';

// As `/jest`, and every run and mock api of the project is strict: a diagnostic fails the test.
makeStrict();

export type * from './jest.ts';
