// What commander does with the values of options that several commands have.
import { InvalidArgumentError } from 'commander';

/** Collects the values of an option that can be repeated. */
export const collect = (value: string, values: readonly string[] = []): readonly string[] => [
  ...values,
  value,
];

/** The number of signups that run at the same time. */
export function toJobs(text: string): number {
  const jobs = Number(text);
  if (/^\d+$/.test(text) && jobs > 0 && jobs <= maxJobs) return jobs;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${maxJobs}.`);
}

/** Each takes the memory of a process. */
const maxJobs = 64;

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
