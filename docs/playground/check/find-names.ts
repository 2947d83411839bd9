import { checkSource, readUses, type CodeOwner } from '@signup-actions/workbench';
import { acornParser } from './acorn-parser.ts';

/** The names that a source reads where any name can be. */
export interface ReadNames {
  readonly secrets: readonly string[];
  /** Fields of the signup form, in `event.request.body`. */
  readonly bodyFields: readonly string[];
}

/** Finds the secrets and the fields of the form that the code of an Action, or of a module, reads. */
export function findNames(source: string, owner: CodeOwner = 'Action'): ReadNames {
  const uses = readUses(checkSource(acornParser, { file: 'code.js', source }, { owner }));
  return {
    secrets: uses.secrets.map(({ name }) => name),
    bodyFields: uses.bodyFields.map(({ name }) => name),
  };
}
