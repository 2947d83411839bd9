import { checkPlatform } from './check-platform.ts';
import { explainErrors } from './explain/explain-errors.ts';
import type { CompilerError } from './explain/explanation.ts';
import type { Finding } from './findings/finding.ts';
import { readOrigins, type Origins } from './origins/read-origins.ts';
import type { Parser, SourceFile } from './syntax/parse-action.ts';
import { readSyntax, type Syntax } from './syntax/read-syntax.ts';
import { toAnnotations } from './typing/annotate.ts';
import type { Edit } from './typing/edits.ts';

/** What the source of an Action shows without running it. */
export interface CheckedSource {
  /** What the platform would reject, and what does not parse. */
  readonly findings: readonly Finding[];
  /** What gives the handler its types; absent if the source does not parse. */
  readonly annotations: readonly Edit[] | undefined;
  /** The findings in what the compiler says about the annotated source. */
  readonly explain: (errors: readonly CompilerError[]) => readonly Finding[];
  readonly syntax: Syntax;
  readonly origins: Origins;
}

/** Checks the source of an Action without running it. Types are left to the compiler, which reads the annotated source. */
export function checkSource(parser: Parser, file: SourceFile): CheckedSource {
  const syntax = readSyntax(parser, file);
  const origins = readOrigins(syntax);
  const annotations = toAnnotations(syntax, origins);
  return {
    findings: checkPlatform(syntax),
    annotations: syntax.syntaxErrors.length === 0 ? annotations.edits : undefined,
    explain: (errors) => explainErrors(syntax, origins, annotations, errors),
    syntax,
    origins,
  };
}
