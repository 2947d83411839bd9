import { resolve } from 'node:path';
import type { Command } from 'commander';
import { standardInput } from '../load/standard-input.ts';
import type { Shell } from '../shell.ts';

/** What the definition of a command needs. */
export interface CommandContext {
  readonly program: Command;
  readonly shell: Shell;
  /** Receives the exit status of the command. */
  readonly onStatus: (status: number) => void;
}

/** Absolute paths of what the user named, by default this folder. Standard input keeps its name. */
export const toPaths = (named: readonly string[], { cwd }: Shell): readonly string[] =>
  (named.length > 0 ? named : ['.']).map((path) =>
    path === standardInput ? path : resolve(cwd, path),
  );
