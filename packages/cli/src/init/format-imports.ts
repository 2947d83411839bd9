import { dirname } from 'node:path';
import { handlerName } from '@signup-actions/runtime-core/internal';
import { toSpecifier } from '../files/paths.ts';
import type { NearbyAction, NearbyModule } from './find-actions.ts';
import type { Import, Runner } from './runner.ts';

/** What a test imports besides Actions. */
export function formatImports(
  runner: Runner,
  names: readonly string[],
  actions: readonly NearbyAction[],
): string {
  const kit = '@signup-actions/testing';
  const loaders: Import = { from: `${kit}/node`, names: ['loadAction', 'loadModule'] };
  const loaded = actions.some(({ modules }) => modules.length > 0) ? [loaders] : [];
  const imports: readonly Import[] = runner.matchers
    ? [{ from: kit, names }, ...loaded, { from: runner.matchers }, runner.imports]
    : [{ from: kit, names: ['assertNotFailed', ...names] }, ...loaded, runner.imports];
  return imports.map((one) => formatImport(one, runner)).join('\n');
}

/** The statement that imports or requires a module. */
export function formatImport(
  { from, names = [], default: whole }: Import,
  { isRequired }: Pick<Runner, 'isRequired'> = { isRequired: false },
): string {
  const list = isRequired ? names.map((name) => name.replace(' as ', ': ')) : names;
  const target = whole ?? (list.length > 0 ? `{ ${list.join(', ')} }` : undefined);
  if (isRequired) return `${target ? `const ${target} = ` : ''}require(${quote(from)});`;
  return `import ${target ? `${target} from ` : ''}${quote(from)};`;
}

/** Handlers that a test imports, or an Action that it loads together with its modules. */
interface Imported {
  readonly statement: string;
  /** The name of the whole module. */
  readonly module?: string;
  /** The name of the Action. */
  readonly loaded?: string;
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
): Imported {
  const from = toSpecifier(dirname(path), action.path);
  if (action.modules.length > 0) {
    const loaded = name === handlerName ? 'action' : name;
    return { statement: formatLoad(action, path, runner, loaded), loaded };
  }
  const isFound =
    action.isModule || action.handler === 'named' || runner.isRequired || runner.isLenient;
  if (!isFound) {
    const module = name === handlerName ? 'action' : name;
    return { statement: formatImport({ from, default: module }, runner), module };
  }
  const names = [name === handlerName ? name : `${handlerName} as ${name}`];
  return { statement: formatImport({ from, names }, runner) };
}

/** No runner knows `actions:<name>`, so the kit loads the Action. */
function formatLoad(action: NearbyAction, path: string, runner: Runner, name: string): string {
  const locate = (file: string): string => {
    const specifier = quote(toSpecifier(dirname(path), file));
    return runner.isRequired
      ? `require.resolve(${specifier})`
      : `new URL(${specifier}, import.meta.url)`;
  };
  const modules = action.modules.map((module: NearbyModule) => {
    const secrets = module.secrets.map(formatSecret).join(', ');
    const options = secrets === '' ? '' : `, { secrets: { ${secrets} } }`;
    return `    ${toKey(module.name)}: loadModule(${locate(module.path ?? '')}${options}),\n`;
  });
  return `const ${name} = loadAction(${locate(action.path)}, {\n  modules: {\n${modules.join('')}  },\n});`;
}

/** The value of each secret in a first test. */
export const testValue = 'a value for tests';

/** A secret with a value, as a property. */
export const formatSecret = (name: string): string => `${toKey(name)}: ${quote(testValue)}`;

/** The name of a property as JavaScript source. */
export const toKey = (name: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);

/** A string as JavaScript source, in single quotes. */
export const quote = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
