import type { Origins } from '../origins/read-origins.ts';
import type { HandlerFunction } from '../syntax/find-handler.ts';
import type { ParsedSource } from '../syntax/parse-action.ts';
import type { Syntax } from '../syntax/read-syntax.ts';
import { annotateParameters } from './annotate-parameters.ts';
import type { Edit } from './edits.ts';
import { planProbes, type Probe } from './probes.ts';
import { planRepeats, type Repeat } from './repeats.ts';

const actionType = "import('@signup-actions/types').PreUserRegistrationAction";

/** What the compiler reads in addition to the source. */
export interface Annotations {
  /** From the top. They add no lines, so line numbers stay the same. */
  readonly edits: readonly Edit[];
  readonly probes: readonly Probe[];
  readonly repeats: readonly Repeat[];
  /** Whether a parameter has another type than the author has given it, so that the author's other types may not fit. */
  readonly isRetyped: boolean;
}

/** The edits that give the compiler its types: of the handler, and of the functions that receive its arguments. */
export function toAnnotations(syntax: Syntax, origins: Origins): Annotations {
  const { handler, comments } = syntax;
  // Files and packages of types that the platform does not need, and the copy does not have.
  const references = comments
    .filter(({ value }) => /^\/\s*<reference/.test(value))
    .map(({ start }): Edit => [start, start + 3, '// ']);
  const parameters = annotateParameters(syntax, origins.bindings);
  const typed = [
    ...(handler.type === 'function' ? typeHandler(syntax, handler) : []),
    ...parameters,
  ];
  const { probes, closing } = planProbes(syntax, origins);
  const { repeats, closing: closingRepeats } = planRepeats(syntax, origins);
  const edits = [
    ...references,
    // Before what is put after a handler that ends at the same place.
    ...closing,
    ...closingRepeats,
    ...[...probes, ...repeats].map(({ edit }) => edit),
    ...typed,
  ];
  const isRetyped = parameters.some(([start, end]) => end > start);
  return {
    edits: edits.toSorted(([first], [second]) => first - second),
    probes,
    repeats,
    isRetyped,
  };
}

function typeHandler(action: ParsedSource, handler: HandlerFunction): readonly Edit[] {
  const { source, isTypeScript } = action;
  const { node, property } = handler;
  const comments = commentsOn(action, handler);
  if (handler.isTyped || node.generator || /@(type|satisfies)\s*\{/.test(comments)) return [];
  // Not being async is a finding of its own; as a type error it would hide all others.
  const async = node.async ? '' : 'async ';
  // With one parameter too many, it would have none of their types.
  if (node.type === 'FunctionDeclaration' || node.params.length > 2) {
    return [[node.start, node.start, async], ...typeParameters(node, isTypeScript, comments)];
  }
  const [before, after] = isTypeScript
    ? ['(', `) satisfies ${actionType}`]
    : [`/** @satisfies {${actionType}} */(`, ')'];
  // A method cannot be wrapped: it becomes a property with a function.
  if (property?.method) {
    const { start, key } = property;
    return [
      [start, key.start, source.slice(start, key.start).replaceAll(/\S/g, '')],
      [node.start, node.start, `: ${before}async function`],
      [node.end, node.end, after],
    ];
  }
  return [
    [node.start, node.start, before + async],
    [node.end, node.end, after],
  ];
}

/** The comments directly before the handler, or before a statement that leads to it. */
const commentsOn = ({ source, comments }: ParsedSource, { starts }: HandlerFunction): string =>
  comments
    .filter(({ end }) =>
      starts.some((start) => end <= start && /^[\s(]*$/.test(source.slice(end, start))),
    )
    .map(({ value }) => value)
    .join('\n');

/** A function declaration cannot be wrapped in parentheses, so each parameter gets its type. */
const typeParameters = (
  { params }: HandlerFunction['node'],
  isTypeScript: boolean,
  comments: string,
): readonly Edit[] =>
  params.flatMap((parameter, index): readonly Edit[] => {
    const { start, end, type } = parameter;
    const parameterType = `Parameters<${actionType}>[${index}]`;
    if (type !== 'Identifier' && type !== 'ObjectPattern') return [];
    if (isTypeScript) {
      return parameter.typeAnnotation ? [] : [[end, end, `: ${parameterType}`]];
    }
    return /@param\s*\{/.test(comments) ? [] : [[start, start, `/** @type {${parameterType}} */ `]];
  });
