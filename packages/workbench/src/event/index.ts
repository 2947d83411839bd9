export { readPath, setFields, setValue, unsetFields } from './set-fields.ts';
