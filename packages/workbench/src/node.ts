export { findTypeErrors, type TypedFile } from './node/find-type-errors.ts';
export { oxcParser } from './node/oxc-parser.ts';
