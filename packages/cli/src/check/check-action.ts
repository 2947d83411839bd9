import { defaultLimits } from '@signup-actions/runtime-core';
import { Visitor } from 'oxc-parser';
import { lineAt, type Finding } from './finding.ts';
import type { FoundHandler } from './find-handler.ts';
import type { ParsedSource } from './parse-action.ts';
import { platformSentences, type PlatformRule } from '../platform-sentences.ts';

/** What the platform would reject in the source of one Action. */
export function checkAction(action: ParsedSource, handler: FoundHandler): readonly Finding[] {
  const { file, source, program, isModule, isTypeScript, syntaxErrors } = action;
  const findings: Finding[] = [];
  const report = (rule: PlatformRule, offset: number, message: string): void =>
    void findings.push({ file, line: lineAt(source, offset), rule, message });

  const bytes = new TextEncoder().encode(source).length;
  if (bytes > defaultLimits.maxCodeBytes) {
    report('code-too-large', 0, platformSentences['code-too-large'](bytes));
  }
  // The program is empty then, and nothing else can be said.
  if (syntaxErrors.length > 0) return [...findings, ...syntaxErrors];

  // TypeScript is transpiled before it is deployed, and that is when its modules become CommonJS.
  const statement = program.body.find(({ type }) => /^(Import|Export)/.test(type));
  if (isModule && !isTypeScript) {
    report('not-commonjs', statement?.start ?? 0, platformSentences['not-commonjs']());
  }
  if (handler.type === 'missing')
    report('handler-missing', 0, platformSentences['handler-missing']());
  if (handler.type === 'not-a-function') {
    report('handler-not-async', handler.start, platformSentences['handler-not-async']());
  }
  if (handler.type === 'function' && (!handler.node.async || handler.node.generator)) {
    report('handler-not-async', handler.node.start, platformSentences['handler-not-async']());
  }
  new Visitor({
    CallExpression({ callee, arguments: [name], start }) {
      if (callee.type !== 'Identifier' || callee.name !== 'require') return;
      if (name?.type !== 'Literal' || typeof name.value !== 'string') return;
      if (name.value.startsWith('actions:')) {
        report('actions-module', start, platformSentences['actions-module'](name.value));
      }
    },
    ImportDeclaration({ source: from, start }) {
      if (from.value.startsWith('actions:')) {
        report('actions-module', start, platformSentences['actions-module'](from.value));
      }
    },
  }).visit(program);
  return findings;
}
