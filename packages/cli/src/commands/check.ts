import { annotate } from '../check/annotate.ts';
import { checkAction } from '../check/check-action.ts';
import { checkDeployment } from '../check/check-deployment.ts';
import { findHandler } from '../check/find-handler.ts';
import { findTypeErrors } from '../check/find-type-errors.ts';
import type { Finding } from '../check/finding.ts';
import { parseAction } from '../check/parse-action.ts';
import { exitStatus } from '../exit-status.ts';
import { readActions } from '../load/read-actions.ts';
import { formatFindings, toFindingsJson } from '../print/format-findings.ts';

/** What `signup-actions check` takes beside the paths. */
export interface CheckOptions {
  readonly json?: boolean;
}

/** Says what is wrong with Actions without running them, and answers the exit status. */
export async function check(paths: readonly string[], { json }: CheckOptions): Promise<number> {
  const actions = (await readActions(paths.length > 0 ? paths : ['.'])).map(parseAction);
  const found = actions.map((action) => ({ action, handler: findHandler(action.program) }));
  const parsed = found.filter(({ action }) => action.syntaxErrors.length === 0);
  // The compiler says nothing about types while any file does not parse.
  const files = parsed.map(({ action, handler }) => ({
    file: action.file,
    text: annotate(action, handler),
  }));
  const findings = [
    ...(await checkDeployment(actions)),
    ...found.flatMap(({ action, handler }) => checkAction(action, handler)),
    ...(await findTypeErrors(files)),
  ];
  const sorted = sort(
    findings,
    actions.map(({ file }) => file),
  );
  console.log(json ? toFindingsJson(sorted) : formatFindings(sorted, actions.length));
  return findings.length > 0 ? exitStatus.found : exitStatus.allowed;
}

/** In the order of the Actions, and from the top of each file. */
const sort = (findings: readonly Finding[], files: readonly string[]): readonly Finding[] =>
  findings.toSorted(
    (first, second) =>
      files.indexOf(first.file) - files.indexOf(second.file) || first.line - second.line,
  );
