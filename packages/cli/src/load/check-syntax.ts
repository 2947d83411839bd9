import { checkSource, type Finding } from '@signup-actions/workbench';
import { oxcParser } from '@signup-actions/workbench/node';

/** What `check` finds in a source without types. Imported only when something is wrong: it brings the parser. */
export const checkSyntax = (file: string, source: string): readonly Finding[] =>
  checkSource(oxcParser, { file, source }).findings;
