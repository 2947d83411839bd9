import type { FoundHandler, HandlerFunction } from './find-handler.ts';
import type { ParsedSource } from './parse-action.ts';

/** Replaces the code between two offsets by a text. */
export type Edit = readonly [start: number, end: number, text: string];

const actionType = "import('@signup-actions/types').PreUserRegistrationAction";

/** The edits that give the handler its type, from the top. They add no lines, so line numbers stay the same. */
export const toAnnotations = (action: ParsedSource, handler: FoundHandler): readonly Edit[] =>
  handler.type === 'function'
    ? typeHandler(action, handler).toSorted(([first], [second]) => first - second)
    : [];

/** Applies edits, which are in order and do not overlap. */
export const applyEdits = (source: string, edits: readonly Edit[]): string =>
  edits.reduceRight(
    (code, [start, end, text]) => code.slice(0, start) + text + code.slice(end),
    source,
  );

function typeHandler(action: ParsedSource, handler: HandlerFunction): readonly Edit[] {
  const { source, isTypeScript } = action;
  const { node, property } = handler;
  const comments = commentsOn(action, handler);
  if (handler.isTyped || node.generator || /@(type|satisfies)\s*\{/.test(comments)) return [];
  // Not being async is a finding of its own; as a type error it would hide all others.
  const async = node.async ? '' : 'async ';
  if (node.type === 'FunctionDeclaration') {
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
