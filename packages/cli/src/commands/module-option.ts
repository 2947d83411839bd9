import { InvalidArgumentError } from 'commander';
import type { GivenModule } from '../load/give-modules.ts';

/** Returns the parser of `--module NAME=FILE`, which may be repeated. */
export const createCollectModules =
  (toPath: (path: string) => string) =>
  (argument: string, before: readonly GivenModule[] = []): readonly GivenModule[] => {
    const [, name, path] = /^(?:actions:)?([^=]+)=(.+)$/s.exec(argument) ?? [];
    if (name === undefined || path === undefined) {
      throw new InvalidArgumentError('It must be NAME=FILE, such as team=modules/team.js.');
    }
    return [...before, { name, file: toPath(path) }];
  };
