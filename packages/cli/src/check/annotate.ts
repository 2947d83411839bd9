import type { FoundHandler, HandlerFunction } from './find-handler.ts';
import type { ParsedSource } from './parse-action.ts';

/** A text to put in place of what stands between two offsets. */
export type Edit = readonly [start: number, end: number, text: string];

const types = '@signup-actions/types';
const actionType = `import('${types}').PreUserRegistrationAction`;

/**
 * The code of an Action as the compiler is to read it: the handler has its type, and the names of the
 * dashboard's comment mean ours. Everything is put on the lines that there are, so that line numbers stay true.
 */
export const annotate = (action: ParsedSource, handler: FoundHandler): string =>
  applyEdits(action.source, toAnnotations(action, handler));

/** What {@link annotate} puts into the code, from the top. */
export function toAnnotations(action: ParsedSource, handler: FoundHandler): readonly Edit[] {
  const typed = handler.type === 'function' ? typeHandler(action, handler) : [];
  const imports: readonly Edit[] = action.isTypeScript ? [] : [[0, 0, importNames(action)]];
  // What is for a shell may stand at the very top alone, where the names stand now.
  const shell: readonly Edit[] =
    !action.isTypeScript && action.source.startsWith('#!') ? [[0, 2, '//']] : [];
  return [...imports, ...shell, ...typed.toSorted(([first], [second]) => first - second)];
}

/** A text with its edits, which stand in order and do not overlap. */
export const applyEdits = (source: string, edits: readonly Edit[]): string =>
  edits.reduceRight(
    (code, [start, end, text]) => code.slice(0, start) + text + code.slice(end),
    source,
  );

/** A comment that imports the names which the dashboard's template uses and the file does not declare. */
function importNames({ comments }: ParsedSource): string {
  const text = comments.map(({ value }) => value).join('\n');
  const imported = [...text.matchAll(/@import\s+\{([^}]*)\}/g)].join(' ').split(/\W+/);
  const defined = [...text.matchAll(/@typedef\s+(?:\{.*?\}\s+)?(\w+)/gs)].map(([, name]) => name);
  const declared = new Set([...imported, ...defined]);
  const names = ['Event', 'PreUserRegistrationAPI'].filter((name) => !declared.has(name));
  return names.length > 0 ? `/** @import { ${names.join(', ')} } from '${types}' */ ` : '';
}

function typeHandler(action: ParsedSource, handler: HandlerFunction): readonly Edit[] {
  const { source, isTypeScript } = action;
  const { node, property } = handler;
  const comments = commentsOn(action, handler);
  if (handler.isTyped || node.generator || /@(type|satisfies)\s*\{/.test(comments)) return [];
  // That it has to be async is a rule of its own; here it would only hide what else is wrong.
  const async = node.async ? '' : 'async ';
  if (node.type === 'FunctionDeclaration') {
    return [[node.start, node.start, async], ...typeParameters(node, isTypeScript, comments)];
  }
  const [before, after] = isTypeScript
    ? ['(', `) satisfies ${actionType}`]
    : [`/** @satisfies {${actionType}} */(`, ')'];
  // A method's own name is in the way: it becomes a function under the same name.
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

/** The comments that end where the handler, or what leads to it, begins. */
const commentsOn = ({ source, comments }: ParsedSource, { starts }: HandlerFunction): string =>
  comments
    .filter(({ end }) =>
      starts.some((start) => end <= start && /^[\s(]*$/.test(source.slice(end, start))),
    )
    .map(({ value }) => value)
    .join('\n');

/** A declared function cannot be put in parentheses: its parameters get their types one by one. */
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
