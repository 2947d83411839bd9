/** The versions of the runtimes besides Node that we test on, which npm installs. */
export const runtimes = {
  bun: '1.4.5',
  deno: '2.9.6',
  workerd: '1.20261117.1',
} as const;
