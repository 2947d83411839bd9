import { describeSignup, toOverrides, type DrawnSignup } from './drawn-signup.ts';
import type { FoundProblem } from './find-problems.ts';

/**
 * A test in the syntax of Vitest that fails while the Action has the problem. It expects the Action as `action`, and the
 * imports of `vitest` and of the kit.
 */
export function writeTest({ problem, afterMs = 0 }: FoundProblem, signup: DrawnSignup): string {
  const { kind, diagnostic = '' } = problem;
  const run = (options = ''): string => `await runAction(action, event${options})`;
  const body = {
    'contradicts-itself': [
      `const first = ${run()};`,
      `const second = ${run()};`,
      'expect(second.status).toBe(first.status);',
      'expect(second.calls).toEqual(first.calls);',
    ],
    'exposes-secret': [`expect(${run()}).not.toHaveDiagnostic('${diagnostic}');`],
    hangs: [`expect(${run(', { limits: { flowTimeoutMs: 1_000 } }')}).not.toHaveFailed();`],
    'late-work': [`${run(afterMs > 0 ? `, { waitMs: ${afterMs + 50} }` : '')};`],
    mistake: [`expect(${run()}).not.toHaveDiagnostic('${diagnostic}');`],
    throws: [`expect(${run()}).not.toHaveFailed();`],
  }[kind];
  const lines = [
    ...(signup.answer ? [`vi.stubGlobal('fetch', ${signup.answer.source});`] : []),
    `const event = ${writeEvent(signup)};`,
    ...body,
    ...(signup.answer ? ['vi.unstubAllGlobals();'] : []),
  ];
  const title = quote(`${titles[kind]} ${describeSignup(signup)}`);
  return [`it(${title}, async () => {`, ...lines.map((line) => `  ${line}`), '});'].join('\n');
}

const titles = {
  'contradicts-itself': 'has the same result twice',
  'exposes-secret': 'exposes no secret',
  hangs: 'settles',
  'late-work': 'leaves no work behind',
  mistake: 'makes no mistake',
  throws: 'does not fail',
} as const satisfies Readonly<Record<FoundProblem['problem']['kind'], string>>;

function writeEvent(signup: DrawnSignup): string {
  const overrides = writeValue(toOverrides(signup));
  const args = [
    ...(signup.from === 'universal-login' ? [] : [quote(signup.from)]),
    ...(overrides === '{}' ? [] : [overrides]),
  ];
  return `createMockEvent(${args.join(', ')})`;
}

function writeValue(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(writeValue).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = Object.entries(value).map(
    ([name, part]) => `${/^[a-z_$][\w$]*$/i.test(name) ? name : quote(name)}: ${writeValue(part)}`,
  );
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

/** A string in single quotes, without characters that a reader cannot see. A long one of one character is short. */
function quote(text: string): string {
  if (/^([a-z])\1{20,}$/.test(text)) return `'${text[0]}'.repeat(${text.length})`;
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped.replaceAll(/[\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]/g, toEscape)}'`;
}

const toEscape = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
