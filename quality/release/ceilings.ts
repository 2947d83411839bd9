/** How large a bundle may get that uses a part of the packages. */
export interface Ceiling {
  readonly name: string;
  readonly program: string;
  /** Minified, compressed by brotli. */
  readonly maxBytes: number;
  /** Why it is as high as it is; each raise adds its own. */
  readonly reason: string;
}

export const ceilings: readonly Ceiling[] = [
  {
    name: 'what createRuntime pulls in',
    program: "export { createRuntime } from '@signup-actions/runtime-core';",
    maxBytes: 12_700,
    reason:
      'Aimed at 6,000. Diagnostics (710), the cache with a store (660), the checks of metadata (680) and the sentences of all of them (1,100) are on every outcome, and belong to no entry of their own. Redaction by field, of values that overlap and of other forms of a value (1,100), is how an outcome prints itself. Several processes with one store (1,200), and ports, hosts and Actions that misbehave (850).',
  },
  {
    name: 'all of runtime-core',
    program: "export * from '@signup-actions/runtime-core';",
    maxBytes: 14_300,
    reason: 'Aimed at 8,000: as above, and the log entries and responses of hosts.',
  },
  {
    name: 'a hook, without its platform',
    program: "export { createHookHandler } from '@signup-actions/hooks';",
    maxBytes: 14_300,
    reason: 'The engine, and what reads, verifies and responds.',
  },
  {
    name: 'the plugin, without Better Auth',
    program: "export { signupActions } from '@signup-actions/better-auth';",
    maxBytes: 14_500,
    reason: 'The engine, and what makes events and errors. Better Auth is there already.',
  },
  {
    name: 'all of types',
    program: "import '@signup-actions/types';",
    maxBytes: 1,
    reason: 'Types are nothing at run time.',
  },
];
