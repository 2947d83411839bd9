import { writeFile } from 'node:fs/promises';
import { createSecretSearch } from '@signup-actions/runtime-core/internal';
import detectIndent from 'detect-indent';
import {
  hiddenSecrets,
  isYaml,
  toExpectation,
  toFirstExpectation,
  type Expectation,
} from '@signup-actions/workbench';
import { isJsonObject } from '../files/json.ts';
import { keepLineEnds } from '../files/read-text.ts';
import { hideSecrets } from './hide-secrets.ts';
import { matchExpectation } from './match-expectation.ts';
import { matchRequests } from './match-requests.ts';
import type { CaseResult, CheckedSignup } from './run-case.ts';
import { findMistakes, readRecords, toKitOutcome } from './signup-result.ts';

/** A value to write at a path of a file; without a value, what is there is removed. */
interface Edit {
  readonly path: readonly (number | string)[];
  readonly value?: unknown;
}

/**
 * Writes what the signups of a case led to as what is expected of them, and returns the case as it is then. Keeps
 * everything else in the file, and each expectation that is met. A failure or a mistake of an Action is never written,
 * and neither is the value of a secret that the case does not state itself.
 */
export async function updateCase(found: CaseResult): Promise<CaseResult> {
  const updated = found.signups.map((checked) => updateSignup(checked, found.planned.stated));
  const edits = updated.flatMap(({ edits: own }) => own);
  if (edits.length === 0) return found;
  const { file, text } = found.planned;
  const edited = isYaml(file) ? await editYaml(text, edits) : editJson(text, edits);
  await writeFile(file, keepLineEnds(text, edited));
  return { ...found, signups: updated.map(({ checked }) => checked) };
}

/**
 * Expects of a signup what it led to, as far as it is not expected yet. `stated` are the values of secrets that the file
 * itself has.
 */
export function updateSignup(
  checked: CheckedSignup,
  stated: readonly string[],
): {
  readonly checked: CheckedSignup;
  readonly edits: readonly Edit[];
} {
  const { signup, result, failures } = checked;
  if (!result || failures.length === 0) return { checked, edits: [] };
  // With a response, what happens may be something else.
  if (matchRequests(result).length > 0) return { checked, edits: [] };
  const before = signup.expect;
  const outcome = toKitOutcome(result);
  const isFailureMeant = before?.status === 'failed' || before?.failure !== undefined;
  const unexpected = findMistakes(result, outcome).filter(
    ({ code }) => !before?.diagnostics?.includes(code),
  );
  if ((outcome.status === 'failed' && !isFailureMeant) || unexpected.length > 0) {
    // The reason is that of the Action, not that nothing was expected.
    const why = before ? failures : matchExpectation({ status: 'allowed' }, result);
    return { checked: { ...checked, failures: why }, edits: [] };
  }
  const first = toFirstExpectation(outcome);
  const search = createSecretSearch(
    hiddenSecrets(result.actions, result.event).filter(({ value }) => !stated.includes(value)),
  );
  const whole: Readonly<Record<string, unknown>> = {
    ...toExpectation(outcome),
    // Everything else in an outcome is redacted already.
    user: hideSecrets(toExpectation(outcome).user, search),
    cache: hideSecrets(readRecords(Object.keys(before?.cache ?? {}), result), search),
    diagnostics: before?.diagnostics?.filter((code) =>
      outcome.diagnostics.some((each) => each.code === code),
    ),
  };
  const after: Record<string, unknown> = { ...first };
  if (before) {
    delete after['metadata'];
    if (before.status === undefined) delete after['status'];
    for (const [name, expected] of Object.entries(before)) {
      const isMet =
        matchExpectation(
          {
            ...(isFailureMeant && { status: 'failed' }),
            [name]: expected,
            diagnostics: before.diagnostics,
          },
          result,
        ).length === 0;
      const value = isMet ? expected : toSame(whole[name], expected);
      if (value === undefined) delete after[name];
      else after[name] = value;
    }
  }
  const expect = after as Expectation;
  const left = matchExpectation(expect, result);
  return {
    checked: { ...checked, signup: { ...signup, expect }, failures: left },
    edits: diff([...signup.path, 'expect'], before, expect),
  };
}

/** The actual value with only those properties that were expected. */
function toSame(actual: unknown, expected: unknown): unknown {
  if (!isJsonObject(actual) || !isJsonObject(expected)) return actual;
  const kept = Object.keys(expected).filter((key) => Object.hasOwn(actual, key));
  if (kept.length === 0) return actual;
  return Object.fromEntries(kept.map((key) => [key, toSame(actual[key], expected[key])]));
}

/** What has to be written where, so that what does not change keeps its form and its comments. */
function diff(path: Edit['path'], before: unknown, after: unknown): readonly Edit[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isJsonObject(before) || !isJsonObject(after)) return [{ path, value: after }];
  return [
    ...Object.keys(before)
      .filter((key) => !Object.hasOwn(after, key))
      .map((key) => ({ path: [...path, key] })),
    ...Object.entries(after).flatMap(([key, value]) => diff([...path, key], before[key], value)),
  ];
}

async function editYaml(text: string, edits: readonly Edit[]): Promise<string> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text);
  for (const edit of edits) {
    if ('value' in edit) document.setIn(edit.path, document.createNode(edit.value));
    else document.deleteIn(edit.path);
  }
  return document.toString({ lineWidth: 0 });
}

function editJson(text: string, edits: readonly Edit[]): string {
  const data = JSON.parse(text.replace(/^\uFEFF/, '')) as Record<string, unknown>;
  for (const edit of edits) {
    let parent = data;
    for (const key of edit.path.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
    const last = edit.path.at(-1) ?? '';
    if ('value' in edit) parent[last] = edit.value;
    else delete parent[last];
  }
  const { indent } = detectIndent(text);
  return `${JSON.stringify(data, undefined, indent || 2)}${text.endsWith('\n') ? '\n' : ''}`;
}
