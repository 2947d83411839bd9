import { createRequire } from 'node:module';
import type { LoadedAction } from '../load/action-source.ts';
import { platformSentences } from '../platform-sentences.ts';

/** The `require` of an Action: finds packages from where its file is. */
export function createActionRequire({ file, dependencies }: LoadedAction): NodeJS.Require {
  const require = createRequire(file);
  const load = (id: string): unknown => {
    if (typeof id === 'string' && id.startsWith('actions:')) {
      throw new Error(platformSentences['actions-module'](id));
    }
    try {
      return require(id);
    } catch (error) {
      const { name, version } = dependencies.find((dependency) => isIn(dependency.name, id)) ?? {};
      if (name !== undefined && isMissing(error, id)) {
        error.message = `Cannot find module '${id}', which the Action declares; install it with npm install ${name}@${version}.`;
      }
      throw error;
    }
  };
  return Object.assign(load, require) as NodeJS.Require;
}

const isIn = (name: string, id: string): boolean => id === name || id.startsWith(`${name}/`);

const isMissing = (error: unknown, id: string): error is Error =>
  error instanceof Error &&
  (error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND' &&
  error.message.includes(`'${id}'`);
