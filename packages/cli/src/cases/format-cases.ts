import { sep } from 'node:path';
import { escapeMessage, escapeProperty } from '../print/findings/format-github.ts';
import { escapeXml } from '../print/findings/format-junit.ts';
import { findRepository, toRelativePath } from '../files/paths.ts';
import { toPrintable } from '../print/paint.ts';
import type { Shell } from '../shell.ts';
import type { CasesFormat } from './cases-formats.ts';
import type { CaseResult, CheckedSignup } from './run-case.ts';

/** The results of cases in this format. */
export const formatCases = (
  format: CasesFormat,
  results: readonly CaseResult[],
  shell: Pick<Shell, 'cwd' | 'paint'>,
): string =>
  formatters[format](
    results.map((result) => toShown(result, shell.cwd)),
    shell,
  );

/** Whether every signup of a case is as expected. */
export const isPassed = ({ signups }: CaseResult): boolean =>
  signups.every(({ failures }) => failures.length === 0);

/** A case as reports show it. */
interface ShownCase {
  readonly file: string;
  readonly name: string;
  readonly failures: readonly string[];
  /** Notes, which fail nothing. */
  readonly notes: readonly string[];
}

const toShown = (
  { planned: { file, name }, signups, notes }: CaseResult,
  cwd: string,
): ShownCase => ({
  file,
  name: toPrintable(name),
  notes: notes.map(toPrintable),
  // Places in Actions are shown relative to the folder of the command.
  failures: signups.flatMap(toFailures).map((failure) => failure.replaceAll(`${cwd}${sep}`, '')),
});

const toFailures = ({ signup: { label }, failures }: CheckedSignup): readonly string[] =>
  failures.map((failure) => toPrintable(label === undefined ? failure : `${label}:\n${failure}`));

type Format = (cases: readonly ShownCase[], shell: Pick<Shell, 'cwd' | 'paint'>) => string;

const formatText: Format = (cases, { cwd, paint }) => {
  const lines = cases.flatMap(({ file, name, failures, notes }) => [
    `${failures.length > 0 ? paint('bad', '✗') : paint('good', '✓')} ${paint('title', name)}  ${paint('faint', toPrintable(toRelativePath(cwd, file)))}`,
    ...failures.flatMap((failure) => [
      ...failure.split('\n').map((line) => (line === '' ? '' : `    ${line}`)),
      '',
    ]),
    ...notes.map((note) => `    ${paint('warning', '!')} ${note}`),
  ]);
  const failed = cases.filter(({ failures }) => failures.length > 0).length;
  const counts = [
    ...(failed > 0 ? [paint('bad', `${failed} failed`)] : []),
    ...(cases.length > failed ? [paint('good', `${cases.length - failed} passed`)] : []),
  ];
  const all = cases.length === 1 ? '1 case' : `${cases.length} cases`;
  return [...lines, `${all}: ${counts.join(', ')}`].join('\n');
};

const formatJson: Format = (cases, { cwd }) =>
  JSON.stringify(
    {
      schemaVersion: 1,
      cases: cases.map(({ file, name, failures, notes }) => ({
        file: toRelativePath(cwd, file),
        name,
        status: failures.length > 0 ? 'failed' : 'passed',
        failures,
        ...(notes.length > 0 && { notes }),
      })),
    },
    undefined,
    2,
  );

const formatJunit: Format = (cases, { cwd }) => {
  const root = findRepository(cwd);
  const failed = cases.filter(({ failures }) => failures.length > 0).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="signup-actions test" tests="${cases.length}" failures="${failed}">`,
    ...cases.flatMap(({ file, name, failures, notes }) => {
      const open = `  <testcase classname="${escapeXml(toRelativePath(root, file))}" name="${escapeXml(name)}"`;
      const said =
        notes.length > 0 ? [`    <system-out>${escapeXml(notes.join('\n'))}</system-out>`] : [];
      if (failures.length + notes.length === 0) return [`${open}/>`];
      if (failures.length === 0) return [`${open}>`, ...said, '  </testcase>'];
      // One failure a test: several are not valid for every reader.
      const [first = ''] = failures;
      const [message = ''] = first.split('\n');
      return [
        `${open}>`,
        `    <failure message="${escapeXml(message)}">${escapeXml(failures.join('\n\n'))}</failure>`,
        ...said,
        '  </testcase>',
      ];
    }),
    '</testsuite>',
  ].join('\n');
};

const formatGithub: Format = (cases, { cwd }) => {
  const root = findRepository(cwd);
  const format = (level: string, { file, name }: ShownCase, text: string): string =>
    `::${level} file=${escapeProperty(toRelativePath(root, file))},line=1,title=${escapeProperty(name)}::${escapeMessage(text)}`;
  const lines = cases.flatMap((each) => each.failures.map((text) => format('error', each, text)));
  const warnings = cases.flatMap((each) => each.notes.map((text) => format('warning', each, text)));
  const passed = cases.length === 1 ? '1 case passed' : `${cases.length} cases passed`;
  return [...(lines.length > 0 ? lines : [passed]), ...warnings].join('\n');
};

const formatters = {
  text: formatText,
  json: formatJson,
  junit: formatJunit,
  github: formatGithub,
} satisfies Record<CasesFormat, Format>;
