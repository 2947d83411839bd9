export { caseSchema, toJsonSchema } from './case-schema.ts';
export { isWholeEvent, toCaseEvent } from './to-case-event.ts';
export { toCaseCache } from './to-case-cache.ts';
export { parseCase } from './parse-case.ts';
