/** An entry that users import, and the page with its exports. */
export interface Entry {
  /** The model of its API is `.reports/api-model/<page>.api.json`, its page `reference/<page>`. */
  readonly page: string;
  readonly specifier: string;
  readonly about: string;
}

export const entries: readonly Entry[] = [
  { page: 'types', specifier: '@signup-actions/types', about: 'the event, the api, the handler' },
  {
    page: 'types-v1',
    specifier: '@signup-actions/types/v1',
    about: 'the first version of the trigger, deprecated',
  },
  {
    page: 'testing',
    specifier: '@signup-actions/testing',
    about: 'events, mock api, runs, cache and clock',
  },
  {
    page: 'testing-vitest',
    specifier: '@signup-actions/testing/vitest',
    about: 'registers the matchers in Vitest',
  },
  {
    page: 'testing-jest',
    specifier: '@signup-actions/testing/jest',
    about: 'registers the matchers in Jest',
  },
  {
    page: 'testing-matchers',
    specifier: '@signup-actions/testing/matchers',
    about: 'the matchers, unregistered',
  },
  {
    page: 'testing-fast-check',
    specifier: '@signup-actions/testing/fast-check',
    about: 'arbitraries of events, calls and flows',
  },
  {
    page: 'testing-node',
    specifier: '@signup-actions/testing/node',
    about: 'Actions and Actions modules from files',
  },
  {
    page: 'testing-contracts',
    specifier: '@signup-actions/testing/contracts',
    about: 'the rules for hosts and stores',
  },
  {
    page: 'runtime-core',
    specifier: '@signup-actions/runtime-core',
    about: 'the engine, and its parts',
  },
  {
    page: 'runtime-core-redis',
    specifier: '@signup-actions/runtime-core/redis',
    about: 'a store for the cache that several servers share',
  },
  {
    page: 'better-auth',
    specifier: '@signup-actions/better-auth',
    about: 'a plugin for Better Auth',
  },
  {
    page: 'hooks',
    specifier: '@signup-actions/hooks',
    about: 'a handler for the sign-up hook of another platform',
  },
  {
    page: 'hooks-supabase',
    specifier: '@signup-actions/hooks/supabase',
    about: 'Supabase: the before-user-created hook',
  },
  {
    page: 'hooks-workos',
    specifier: '@signup-actions/hooks/workos',
    about: 'WorkOS AuthKit: the user-registration action',
  },
  {
    page: 'hooks-cognito',
    specifier: '@signup-actions/hooks/cognito',
    about: 'Amazon Cognito: the pre sign-up trigger',
  },
];
