import { toAnnotations, type Edit } from './annotate.ts';
import { checkAction } from './check-action.ts';
import { findHandler } from './find-handler.ts';
import type { Finding } from './finding.ts';
import { parseAction, type Parser, type SourceFile } from './parse-action.ts';

/** What the source of an Action shows without running it. */
export interface CheckedSource {
  /** What the platform would reject, and what does not parse. */
  readonly findings: readonly Finding[];
  /** What gives the handler its types; absent if the source does not parse. */
  readonly annotations: readonly Edit[] | undefined;
}

/** Checks the source of an Action without running it. Types are the compiler's part: it reads the annotated source. */
export function checkSource(parser: Parser, file: SourceFile): CheckedSource {
  const action = parseAction(parser, file);
  const handler = findHandler(parser, action.program);
  const isParsed = action.syntaxErrors.length === 0;
  return {
    findings: checkAction(parser, action, handler),
    annotations: isParsed ? toAnnotations(action, handler) : undefined,
  };
}
