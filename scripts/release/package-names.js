/** The packages that are published, each after those that it depends on. */
export const packageNames = ['types', 'runtime-core', 'testing', 'hooks', 'better-auth', 'cli'];
