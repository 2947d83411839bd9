import { toBrokenRule } from '../platform/platform-rules.ts';
import type { Ways } from '../platform/ways.ts';
import type { CheckedSource } from './check-source.ts';
import { findNearName } from '../near-name.ts';
import { lineAt, toFinding, type Finding } from './findings/finding.ts';
import { toSentence } from './findings/sentences.ts';

/** The Actions modules that an Action may require. */
export interface KnownModules {
  /** By their names; absent if the source is not read. */
  readonly modules: ReadonlyMap<string, CheckedSource | undefined>;
  /** Whether an export lists them, so that the platform has no others. */
  readonly isListed: boolean;
  /** How the user gives a module; by default to the command line. */
  readonly ways?: Ways | undefined;
}

/** What is wrong with the modules that an Action requires, and with the exports that it uses. */
export function checkModuleUses(
  { syntax, requiredModules, exportUses }: CheckedSource,
  { modules, isListed, ways }: KnownModules,
): readonly Finding[] {
  const { file, source } = syntax;
  const known = [...modules.keys()];
  const unknown = requiredModules
    .filter(({ name }) => !modules.has(name))
    .map(({ name, offset }): Finding => {
      const near = findNearName(name, known);
      const broken =
        isListed || known.length > 0
          ? toBrokenRule('unknown-module', name, known, near, isListed, ways)
          : toBrokenRule('actions-module', name, ways);
      return { file, line: lineAt(source, offset), ...broken };
    });
  const misnamed = exportUses.flatMap(({ module, name, node }): readonly Finding[] => {
    const exported = modules.get(module)?.exported.names;
    if (!exported || name === '' || exported.has(name) || isInherited(name)) return [];
    const near = findNearName(name, [...exported]);
    return [toFinding(syntax, node, toSentence('unknown-export', module, name, near))];
  });
  return [...unknown, ...misnamed];
}

/** What every object and every function has. */
const isInherited = (name: string): boolean => name in Object.prototype || name in (() => {});
