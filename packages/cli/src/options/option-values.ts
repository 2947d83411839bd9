// What commander does with the values of options.
import { InvalidArgumentError } from 'commander';
import type { GivenModule } from '../load/give-modules.ts';

/** Collects the values of an option that can be repeated. */
export const collect = (value: string, values: readonly string[] = []): readonly string[] => [
  ...values,
  value,
];

/** Returns the parser of `--module NAME=FILE`, which can be repeated. */
export const createCollectModules =
  (toPath: (path: string) => string) =>
  (argument: string, before: readonly GivenModule[] = []): readonly GivenModule[] => {
    const [, name, path] = /^(?:actions:)?([^=]+)=(.+)$/s.exec(argument) ?? [];
    if (name === undefined || path === undefined) {
      throw new InvalidArgumentError('It must be NAME=FILE, such as team=modules/team.js.');
    }
    return [...before, { name, file: toPath(path) }];
  };

/** Each takes the memory of a process. */
const maxJobs = 64;

/** The number of signups that run at the same time. */
export function toJobs(text: string): number {
  const jobs = Number(text);
  if (/^\d+$/.test(text) && jobs > 0 && jobs <= maxJobs) return jobs;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${maxJobs}.`);
}

/** How many of something, in all. */
export function toCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count > 0 && count <= maxCount) return count;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${maxCount}.`);
}

const maxCount = 1_000_000;

/** One hour; timers take at most 31 bits. */
const maxTimeoutMs = 3_600_000;

/** A time in milliseconds. */
export function toTimeout(text: string): number {
  const ms = Number(text);
  if (/^\d+$/.test(text) && ms > 0 && ms <= maxTimeoutMs) return ms;
  throw new InvalidArgumentError(
    `It must be a whole number of milliseconds from 1 to ${maxTimeoutMs}.`,
  );
}

/** In less, a process may not have run a single signup. */
const minTimeLimitMs = 1_000;

/** How long exploring an Action may take, in milliseconds. */
export function toTimeLimit(text: string): number {
  const ms = Number(text);
  if (/^\d+$/.test(text) && ms >= minTimeLimitMs && ms <= maxTimeoutMs) return ms;
  throw new InvalidArgumentError(
    `It must be a whole number of milliseconds from ${minTimeLimitMs} to ${maxTimeoutMs}.`,
  );
}

const maxPort = 65_535;

/** A port to listen on. */
export function toPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= maxPort) return port;
  throw new InvalidArgumentError(`It must be a whole number from 0 to ${maxPort}.`);
}
