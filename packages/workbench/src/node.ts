export { findTypeErrors } from './node/find-type-errors.ts';
export { oxcParser } from './node/oxc-parser.ts';
