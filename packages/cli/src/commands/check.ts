import { applyEdits, checkSource, type Finding } from '@signup-actions/workbench';
import { findTypeErrors, oxcParser } from '@signup-actions/workbench/node';
import { checkDeployment } from '../check/check-deployment.ts';
import { exitStatus } from '../exit-status.ts';
import { readActions } from '../load/read-actions.ts';
import { formatFindings, toFindingsJson } from '../print/format-findings.ts';

/** What `signup-actions check` takes beside the paths. */
export interface CheckOptions {
  readonly json?: boolean;
}

/** Says what is wrong with Actions without running them, and answers the exit status. */
export async function check(paths: readonly string[], { json }: CheckOptions): Promise<number> {
  const actions = await readActions(paths.length > 0 ? paths : ['.']);
  const checked = actions.map((action) => ({ action, ...checkSource(oxcParser, action) }));
  // The compiler checks no types while any file does not parse.
  const files = checked.flatMap(({ action: { file, source }, annotations }) =>
    annotations ? [{ file, code: applyEdits(source, annotations) }] : [],
  );
  const findings = [
    ...(await checkDeployment(actions)),
    ...checked.flatMap((source) => source.findings),
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
