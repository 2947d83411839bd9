import type { ImportDeclaration, ImportDeclarationSpecifier, Node } from 'oxc-parser';
import { checkCodeSize } from '../platform/check-limits.ts';
import { toBrokenRule, type BrokenRule } from '../platform/platform-rules.ts';
import type { Ways } from '../platform/ways.ts';
import { toModuleName } from '../platform/action.ts';
import { lineAt, type Finding } from './findings/finding.ts';
import {
  isOtherTrigger,
  isSwapped,
  takesOneObject,
  type MissingHandler,
} from './syntax/find-handler.ts';
import { walk } from './syntax/link-nodes.ts';
import { functionAround } from './syntax/local-functions.ts';
import type { Syntax } from './syntax/read-syntax.ts';

const migrating = 'https://signup-actions.github.io/signup-actions/migrating';

const oneFunction = `which is one function with a callback (see ${migrating})`;

/** What the platform would reject in the source of one Action, and what does not parse. */
export function checkPlatform(syntax: Syntax, ways?: Ways): readonly Finding[] {
  const { file, source, program, nodes, handler, isModule, isTypeScript, syntaxErrors } = syntax;
  const findings: Finding[] = [];
  const report = (offset: number, broken: BrokenRule): void =>
    void findings.push({ file, line: lineAt(source, offset), ...broken });

  const tooLarge = checkCodeSize(source);
  if (tooLarge) report(0, tooLarge);
  for (const { offset, mark } of findMarks(syntax)) {
    report(offset, toBrokenRule('replacement-mark', mark, ways));
  }
  if (syntaxErrors.length > 0) {
    // The program is empty, so nothing else can be found.
    if (!isRule(source)) return [...findings, ...syntaxErrors];
    report(0, toBrokenRule('handler-missing', `this is a Rule or a Hook, ${oneFunction}`));
    return findings;
  }

  // TypeScript is transpiled before it is deployed, which turns its modules into CommonJS.
  if (isModule && !isTypeScript) {
    const statement = program.body.find(({ type }) => /^(Import|Export)/.test(type));
    const waiting = nodes.find((node) => isAwait(node) && !functionAround(node));
    if (statement || !waiting) {
      report(statement?.start ?? 0, toBrokenRule('not-commonjs', syntax.owner));
    } else report(waiting.start, toBrokenRule('not-commonjs', syntax.owner, 'await'));
  }
  // What keeps it from being one is said already: it is exported by an `export default`.
  const isSaid =
    isModule && !isTypeScript && handler.type === 'missing' && handler.hasDefault === true;
  if (handler.type === 'missing' && !isSaid) {
    report(handler.start ?? 0, toBrokenRule('handler-missing', toInstead(handler)));
  }
  if (handler.type === 'not-a-function') report(handler.start, toBrokenRule('handler-not-async'));
  if (handler.type === 'function') {
    const { node } = handler;
    if (!node.async || node.generator) report(node.start, toBrokenRule('handler-not-async'));
    if (takesOneObject(handler)) report(node.start, toBrokenRule('handler-parameters'));
    if (isSwapped(handler)) report(node.start, toBrokenRule('handler-parameters', 'in this order'));
    const [, , third] = node.params;
    // A parameter with a default needs no argument.
    if (third && third.type !== 'AssignmentPattern' && third.type !== 'RestElement') {
      report(third.start, toBrokenRule('handler-parameters', 'and no callback'));
    }
  }
  const reportModule = (name: string, offset: number): void => {
    const module = syntax.owner === 'module' ? toModuleName(name) : undefined;
    if (module !== undefined) report(offset, toBrokenRule('module-in-module', module));
    if (/^\.{0,2}\//.test(name)) report(offset, toBrokenRule('local-file', name, syntax.owner));
  };
  walk(program, {
    CallExpression({ callee, arguments: [name], start }) {
      if (callee.type !== 'Identifier' || callee.name !== 'require') return;
      if (name?.type === 'Literal' && typeof name.value === 'string') {
        reportModule(name.value, start);
      }
    },
    ImportDeclaration(declaration) {
      if (!isOnlyOfTypes(declaration, syntax)) {
        reportModule(declaration.source.value, declaration.start);
      }
    },
  });
  return findings;
}

/** Whether TypeScript leaves out an import, because it is of types only. */
function isOnlyOfTypes(
  { importKind, specifiers }: ImportDeclaration,
  { isTypeScript, names }: Syntax,
): boolean {
  const isType = (specifier: ImportDeclarationSpecifier): boolean => {
    if (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type') return true;
    const references = names.variableOf(specifier.local)?.references ?? [];
    return references.every(({ identifier }) =>
      /^TS(Class|Interface|Qualified|Type)/.test((identifier as Node).parent?.type ?? ''),
    );
  };
  return (
    importKind === 'type' || (isTypeScript && specifiers.length > 0 && specifiers.every(isType))
  );
}

/** A Rule is stored as a function without a name, which does not parse. */
export const isRule = (source: string): boolean =>
  /^(\s|\/\/.*|\/\*[^]*?\*\/)*(async\s+)?function\s*\(\s*user\s*,\s*context\b/.test(source);

const isAwait = ({ type, ...node }: Node): boolean =>
  type === 'AwaitExpression' || (type === 'ForOfStatement' && 'await' in node && node.await);

/** What a module without a handler is instead, for the middle of a sentence. */
function toInstead({ whole, other, hasDefault }: MissingHandler): string | undefined {
  if (hasDefault) return 'this file has a default export instead';
  if (whole) {
    const [first, second, third] = whole.params.map((parameter) =>
      parameter.type === 'Identifier' ? parameter.name : '',
    );
    if (third !== undefined) {
      return `this is a ${first === 'user' && second === 'context' ? 'Rule or a Hook' : 'Hook'}, ${oneFunction}`;
    }
    return second === 'context'
      ? `this is an Action of version 1 of the trigger, which is one function (see ${migrating})`
      : 'this file exports the function itself';
  }
  if (other === undefined) return undefined;
  return isOtherTrigger(other)
    ? `this file exports ${other}, which is for another trigger`
    : `this file exports ${other}, which is misspelled`;
}

/** Marks that the deploy tool replaces when it deploys, outside of comments. */
const findMarks = ({ source, comments }: Syntax): readonly { offset: number; mark: string }[] =>
  [...source.matchAll(/##[A-Z0-9_]+##|@@[A-Z0-9_]+@@/g)]
    .map(({ index, 0: mark }) => ({ offset: index, mark }))
    .filter(({ offset }) => !comments.some(({ start, end }) => start <= offset && offset < end));
