import {
  checkSource,
  findExceededLimit,
  type CodeOwner,
  type Finding,
  type LoadedAction,
  type LoadedModule,
  type Place,
} from '@signup-actions/workbench';
import { acornParser } from './acorn-parser.ts';

/** Why the Actions are not run at all. */
export interface FatalFinding {
  /** One sentence. */
  readonly message: string;
  readonly place?: Place | undefined;
}

/** The first finding that keeps these Actions, or the modules that all of them may require, from running. */
export function findFatalFinding(actions: readonly LoadedAction[]): FatalFinding | undefined {
  const { modules = [] } = actions[0] ?? {};
  const sources: readonly (readonly [LoadedModule, CodeOwner])[] = [
    ...actions.map((action) => [action, 'Action'] as const),
    ...modules.map((module) => [module, 'module'] as const),
  ];
  for (const [action, [{ name, code, file }, owner]] of sources.entries()) {
    const { findings } = checkSource(acornParser, { file, source: code }, { owner });
    const finding = findings.find(({ rule }) => fatalRules.has(rule));
    if (!finding) continue;
    const { line } = finding;
    const isTyped = finding.rule === 'syntax' && typeSyntax.test(code);
    const message = isTyped
      ? 'This looks like TypeScript, but it runs as JavaScript: choose TypeScript below the code.'
      : finding.message;
    return { message: `${name}, line ${line}: ${message}`, place: { action, line } };
  }
  const message = findExceededLimit(actions);
  return message === undefined ? undefined : { message };
}

/** What only TypeScript has, at places where JavaScript does not parse. */
const typeSyntax =
  /^\s*(export\s+)?(interface\s+\w+|type\s+\w+\s*=)|^\s*import\s+type\b|\b(const|let|var)\s+\w+\s*:|\(\s*\w+\??\s*:\s*\w|\)\s*:\s*[\w.<>]+\s*(=>|\{)|\bas\s+(const\b|[A-Z]\w*)|\bsatisfies\s+\w/m;

const fatalRules: ReadonlySet<Finding['rule']> = new Set([
  'code-too-large',
  'handler-missing',
  'not-commonjs',
  'syntax',
]);
