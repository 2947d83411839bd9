import { checkSource, type CodeOwner, type Finding } from '@signup-actions/workbench';
import { oxcParser } from '@signup-actions/workbench/node';

/** What `check` finds in a source without types. Imported only when something is wrong: it brings the parser. */
export const checkSyntax = (file: string, source: string, owner: CodeOwner): readonly Finding[] =>
  checkSource(oxcParser, { file, source }, { owner }).findings;
