import type { FoundHandler, HandlerFunction } from './find-handler.ts';
import type { ParsedAction } from './parse-action.ts';

/** A text to put in place of what stands between two offsets. */
type Edit = readonly [start: number, end: number, text: string];

const types = '@signup-actions/types';
const actionType = `import('${types}').PreUserRegistrationAction`;

/**
 * The code of an Action as the compiler is to read it: the handler has its type, and the names of the
 * dashboard's comment mean ours. Everything is put on the lines that there are, so that line numbers stay true.
 */
export function annotate(action: ParsedAction, handler: FoundHandler): string {
  const edits = handler.type === 'function' ? typeHandler(action, handler) : [];
  const annotated = edits
    .toSorted(([first], [second]) => second - first)
    .reduce(
      (code, [start, end, text]) => code.slice(0, start) + text + code.slice(end),
      action.code,
    );
  return action.isTypeScript ? annotated : importNames(action) + annotated;
}

/** A comment that imports the names which the dashboard's template uses and the file does not declare. */
function importNames({ comments }: ParsedAction): string {
  const declared = comments.flatMap(({ value }) => [
    ...[...value.matchAll(/@import\s+\{([^}]*)\}/g)].flatMap(([, names = '']) =>
      names.split(/\W+/),
    ),
    ...[...value.matchAll(/@typedef\s+(?:\{.*?\}\s+)?(\w+)/gs)].map(([, name]) => name),
  ]);
  const names = ['Event', 'PreUserRegistrationAPI'].filter((name) => !declared.includes(name));
  return names.length > 0 ? `/** @import { ${names.join(', ')} } from '${types}' */ ` : '';
}

function typeHandler(action: ParsedAction, handler: HandlerFunction): readonly Edit[] {
  const { code } = action;
  const { node, property } = handler;
  if (handler.isTyped || node.generator || hasTypeComment(action, handler)) return [];
  // That it has to be async is a rule of its own; here it would only hide what else is wrong.
  const async = node.async ? '' : 'async ';
  if (node.type === 'FunctionDeclaration') {
    if (action.isTypeScript) return typeParameters(node);
    const start = handler.starts.at(-2) ?? node.start;
    return [
      [node.start, node.start, async],
      [start, start, `/** @type {${actionType}} */ `],
    ];
  }
  const [before, after] = action.isTypeScript
    ? ['(', `) satisfies ${actionType}`]
    : [`/** @satisfies {${actionType}} */(`, ')'];
  // A method's own name is in the way: it becomes a function under the same name.
  if (property?.method) {
    const { start, key } = property;
    return [
      [start, key.start, code.slice(start, key.start).replaceAll(/\S/g, '')],
      [node.start, node.start, `: ${before}async function`],
      [node.end, node.end, after],
    ];
  }
  return [
    [node.start, node.start, before + async],
    [node.end, node.end, after],
  ];
}

/** Whether a comment gives the handler a type, which is then the author's choice. */
const hasTypeComment = ({ code, comments }: ParsedAction, { starts }: HandlerFunction): boolean =>
  comments.some(
    ({ value, end }) =>
      /@(type|satisfies)\s*\{/.test(value) &&
      starts.some((start) => end <= start && /^[\s(]*$/.test(code.slice(end, start))),
  );

const typeParameters = ({ params }: HandlerFunction['node']): readonly Edit[] =>
  params.flatMap((parameter, index) =>
    'typeAnnotation' in parameter && !parameter.typeAnnotation && parameter.type !== 'RestElement'
      ? [[parameter.end, parameter.end, `: Parameters<${actionType}>[${index}]`] as const]
      : [],
  );
