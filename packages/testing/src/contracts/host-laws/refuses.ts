import type { Script, ScriptCall } from '../../fast-check/script.ts';

/** Whether a script asks for a refusal. */
export const refuses = (script: Script): boolean => script.some(isRefusing);

const isRefusing = ({ method }: ScriptCall): boolean =>
  method === 'access.deny' || method === 'validation.error';
