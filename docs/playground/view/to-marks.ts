import type { Finding, RunView } from '@signup-actions/workbench';
import type { TypeFinding } from '../check/ask-compiler.ts';

/** A message below a line of the editor. */
export interface Mark {
  readonly tone: 'error' | 'warning';
  /** Counted from 1. */
  readonly line: number;
  /** Name of the rule or the diagnostic. */
  readonly rule: string;
  readonly text: string;
  /** The part of the source that is underlined, as offsets. */
  readonly range?: readonly [from: number, to: number] | undefined;
}

/** The marks of a run on the lines of one Action: its failure and its diagnostics. */
export function fromRun({ verdict, diagnostics }: RunView, action: number): readonly Mark[] {
  const failure =
    verdict.title === 'Failed' && verdict.place?.action === action ? verdict.place : undefined;
  return [
    ...(failure
      ? [
          {
            tone: 'error' as const,
            line: failure.line,
            rule: 'failed',
            text: verdict.lines[0]?.text ?? '',
          },
        ]
      : []),
    ...diagnostics.flatMap(({ code, message, place }) =>
      place?.action === action
        ? [{ tone: 'warning' as const, line: place.line, rule: code, text: message }]
        : [],
    ),
  ];
}

/** The marks of what the platform would reject. */
export const fromFindings = (findings: readonly Finding[]): readonly Mark[] =>
  findings.map(({ line, rule, message }) => ({ tone: 'error', line, rule, text: message }));

/** The marks of type errors in a source. */
export const fromTypes = (findings: readonly TypeFinding[], source: string): readonly Mark[] =>
  findings.map(({ from, to, message, rule }) => ({
    tone: 'warning',
    line: source.slice(0, from).split('\n').length,
    rule,
    text: message,
    range: [from, to],
  }));
