export { listMissingFields } from './missing-fields.ts';
export { readPath, writePath } from './paths.ts';
export { setFields, setValue, unsetFields } from './set-fields.ts';
