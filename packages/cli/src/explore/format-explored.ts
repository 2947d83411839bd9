import { toRelativePath } from '../files/paths.ts';
import { formatCount } from '../print/findings/formats.ts';
import { toPrintable } from '../print/paint.ts';
import type { Shell } from '../shell.ts';
import { maxProcesses } from './explore-action.ts';
import type { FoundProblem } from './found-problem.ts';

/** An Action, and what exploring it has shown. */
export interface Explored {
  readonly name: string;
  /** Absolute path. */
  readonly file: string;
  readonly problems: readonly FoundProblem[];
  readonly runs: number;
  readonly isCut: boolean;
  /** How many processes it took: a new one after each that the Action blocked or ended. */
  readonly processes: number;
}

/** How a report says what an Action does on a signup. */
const verbs = {
  'contradicts-itself': 'contradicts itself',
  'exposes-secret': 'exposes a secret',
  hangs: 'hangs',
  'late-work': 'leaves work behind',
  mistake: 'makes a mistake',
  throws: 'fails',
} as const satisfies Readonly<Record<FoundProblem['kind'], string>>;

/** A part of a report; code to paste stays as it is, however narrow the terminal is. */
export interface ReportPart {
  readonly text: string;
  readonly isCode?: boolean;
}

/** The problems of an Action for the user to read: each with its line, and with a test to paste. */
export function formatExplored(
  { name, problems, runs, isCut, processes }: Explored,
  { cwd, paint }: Pick<Shell, 'cwd' | 'paint'>,
): readonly ReportPart[] {
  const mark = problems.length > 0 ? paint('bad', '✗') : paint('good', '✓');
  const count = problems.length > 0 ? `, ${formatProblems(problems.length)}` : ', nothing found';
  const why =
    processes === maxProcesses
      ? `after it had blocked or ended ${processes} processes`
      : 'by --time-limit';
  const cut = isCut ? `, stopped ${why}` : '';
  const found = problems.flatMap((problem): readonly ReportPart[] => {
    const { kind, message, line, sourceLine, signup, test } = problem;
    const place = `${toRelativePath(cwd, problem.file)}${line === undefined ? '' : `:${line}`}`;
    const lines = [
      '',
      `${paint('title', toPrintable(place))}  ${verbs[kind]} ${toPrintable(`${signup}: ${message}`)} ${paint('faint', `(${kind})`)}`,
      ...(sourceLine === undefined
        ? []
        : [`    ${paint('faint', `${line} │`)} ${toPrintable(sourceLine)}`]),
    ];
    if (test === undefined) return [{ text: lines.join('\n') }];
    const code = test.split('\n').map((each) => `  ${toPrintable(each)}`);
    return [{ text: [...lines, ''].join('\n') }, { text: code.join('\n'), isCode: true }];
  });
  const heading = `${mark} ${paint('title', toPrintable(name))}  ${runs.toLocaleString('en')} runs${count}${cut}`;
  return [{ text: heading }, ...found, ...(found.length > 0 ? [{ text: '' }] : [])];
}

const formatProblems = (count: number): string =>
  count === 1 ? '1 problem' : `${count.toLocaleString('en')} problems`;

/** What was explored, in a line. */
export function formatSummary(
  explored: readonly Explored[],
  seed: number,
  { paint }: Pick<Shell, 'paint'>,
): string {
  const problems = explored.reduce((sum, each) => sum + each.problems.length, 0);
  const what = `${formatCount({ actions: explored.length, modules: 0 })} explored with seed ${seed}`;
  return problems === 0
    ? `${paint('good', '✓')} ${what}, nothing found`
    : `${paint('bad', '✗')} ${what}, ${formatProblems(problems)} found`;
}

/** What was explored, as JSON. */
export const toExploredJson = (
  explored: readonly Explored[],
  seed: number,
  { cwd }: Pick<Shell, 'cwd'>,
): object => ({
  schemaVersion: 1,
  seed,
  actions: explored.map(({ name, file, runs, isCut, problems }) => ({
    name,
    file: toRelativePath(cwd, file),
    runs,
    isCut,
    problems: problems.map((problem) => ({ ...problem, file: toRelativePath(cwd, problem.file) })),
  })),
});
