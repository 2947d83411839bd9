import { dirname, relative, sep } from 'node:path';
import { handlerName } from '@signup-actions/runtime-core/internal';
import type { NearbyAction } from './find-actions.ts';
import type { Import, Runner } from './runner.ts';

/** What a test imports besides Actions. */
export function formatImports(runner: Runner, names: readonly string[]): string {
  const kit = '@signup-actions/testing';
  const imports: readonly Import[] = runner.matchers
    ? [{ from: kit, names }, { from: runner.matchers }, runner.imports]
    : [{ from: kit, names: ['assertNotFailed', ...names] }, runner.imports];
  return imports.map((one) => formatImport(one, runner)).join('\n');
}

function formatImport(
  { from, names = [], default: whole }: Import,
  { isRequired }: Runner,
): string {
  const list = isRequired ? names.map((name) => name.replace(' as ', ': ')) : names;
  const target = whole ?? (list.length > 0 ? `{ ${list.join(', ')} }` : undefined);
  if (isRequired) return `${target ? `const ${target} = ` : ''}require(${quote(from)});`;
  return `import ${target ? `${target} from ` : ''}${quote(from)};`;
}

/**
 * How a test loads a handler under this name. Node finds a name in CommonJS only if it is plain to see; otherwise
 * the test loads the whole module, which has a name of its own then.
 */
export function importHandler(
  action: NearbyAction,
  path: string,
  runner: Runner,
  name: string,
): { readonly statement: string; readonly module?: string } {
  const file = relative(dirname(path), action.path).split(sep).join('/');
  const from = file.startsWith('.') ? file : `./${file}`;
  const isFound =
    action.isModule || action.handler === 'named' || runner.isRequired || runner.isLenient;
  if (!isFound) {
    const module = name === handlerName ? 'action' : name;
    return { statement: formatImport({ from, default: module }, runner), module };
  }
  const names = [name === handlerName ? name : `${handlerName} as ${name}`];
  return { statement: formatImport({ from, names }, runner) };
}

/** A string as JavaScript source, in single quotes. */
export const quote = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
