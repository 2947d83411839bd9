import type { CodeOwner } from '../platform/platform-rules.ts';
import type { Ways } from '../platform/ways.ts';
import { checkPlatform } from './check-platform.ts';
import { explainErrors } from './explain/explain-errors.ts';
import type { CompilerError, FindExported } from './explain/explanation.ts';
import type { Finding } from './findings/finding.ts';
import type { ReceivedByExport } from './origins/bind-parameters.ts';
import { readExports, type ModuleExports } from './origins/module-exports.ts';
import {
  readExportUses,
  readModules,
  type ExportUse,
  type RequiredModule,
} from './origins/module-uses.ts';
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
  readonly explain: (
    errors: readonly CompilerError[],
    findExported?: FindExported,
  ) => readonly Finding[];
  readonly syntax: Syntax;
  readonly origins: Origins;
  /** The Actions modules that it requires. */
  readonly requiredModules: readonly RequiredModule[];
  /** The exports of those modules that it uses. */
  readonly exportUses: readonly ExportUse[];
  readonly exported: ModuleExports;
}

/** What is known of a source besides its code. */
export interface SourceContext {
  /** Whether it is the code of an Action or of an Actions module; by default of an Action. */
  readonly owner?: CodeOwner;
  /** What the Actions pass to the functions that a module exports. */
  readonly received?: ReceivedByExport;
  /** How the user gives what is missing; by default to the command line. */
  readonly ways?: Ways | undefined;
}

/** Checks the source of an Action without running it. Types are left to the compiler, which reads the annotated source. */
export function checkSource(
  parser: Parser,
  file: SourceFile,
  { owner = 'Action', received = new Map(), ways }: SourceContext = {},
): CheckedSource {
  const syntax = readSyntax(parser, file, owner);
  const exported = readExports(syntax);
  const origins = readOrigins(syntax, exported, received);
  const annotations = toAnnotations(syntax, origins);
  const requiredModules = readModules(syntax);
  const exportUses = requiredModules.length > 0 ? readExportUses(syntax, origins) : [];
  return {
    findings: checkPlatform(syntax, ways),
    annotations: syntax.syntaxErrors.length === 0 ? annotations.edits : undefined,
    explain: (errors, findExported) =>
      explainErrors(syntax, origins, annotations, errors, (callee) => {
        const place = callee.type === 'MemberExpression' ? callee.property : callee;
        const use = exportUses.find(({ node }) => node === place);
        return use && findExported?.(use.module, use.name);
      }),
    syntax,
    origins,
    requiredModules,
    exportUses,
    exported,
  };
}
