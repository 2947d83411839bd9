import type { Secrets } from '@signup-actions/types';
import { assertOptions } from '../input/assert-options.ts';
import { assertCode, assertSecrets } from './assert-limits.ts';
import { evaluate } from './evaluate.ts';
import { failedLoad, readCode } from './read-code.ts';

/** Options of `loadModule()`. */
export interface LoadModuleOptions {
  /** The secrets of this module, which its code reads as `actions.secrets.NAME`; by default none. */
  readonly secrets?: Secrets | undefined;
}

/** An Actions module from a file, for the `modules` of `loadAction()`. */
export interface LoadedModule<Exports = any> {
  /** What `require('actions:<name>')` returns. */
  readonly exports: Exports;
  /** The secrets that it was loaded with; outcomes hide them. */
  readonly secrets: Secrets;
}

const optionNames: Readonly<Record<keyof LoadModuleOptions, true>> = { secrets: true };

/**
 * Loads the file of an Actions module as the platform does: as CommonJS with a scope of its own, in which
 * `actions.secrets` has the secrets of the module and no others. `require` resolves from the file, except for
 * `actions:<name>`: a module cannot require another one. A relative path starts at the working directory.
 *
 * Throws if the platform would reject the file: as an ES module or TypeScript, or beyond a limit. What the code itself
 * throws while it loads is thrown as it is.
 *
 * @example
 * ```ts
 * const team = loadModule('modules/team-helpers.js', { secrets: { TEAM_DOMAIN: 'corp.example' } });
 * expect(team.exports.isTeam('ada@corp.example')).toBe(true);
 * ```
 */
export function loadModule<Exports = any>(
  file: string | URL,
  options: LoadModuleOptions = {},
): LoadedModule<Exports> {
  assertOptions('load the Actions module', options, optionNames);
  const source = readCode('Actions module', file);
  const secrets: Secrets = Object.freeze({ ...options.secrets });
  assertCode(source);
  assertSecrets(source, secrets);
  const exports = evaluate(source, {
    globals: { actions: Object.freeze({ secrets }) },
    requireModule: (name) => {
      throw failedLoad(
        source.title,
        `a module cannot require another one but requires actions:${name}`,
        'Copy the code into this module, or pass it what it needs from the Action.',
      );
    },
  });
  return Object.freeze({ exports: exports as Exports, secrets });
}
