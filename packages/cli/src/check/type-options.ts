/** What Node says about a body is `unknown`, which would make every Action that reads one wrong. */
export const platformTypes = 'interface Response { json(): Promise<any>; }\n';

/** How Actions are compiled, wherever the types of Node and ours are. */
export const typeOptions = {
  target: 'es2023',
  lib: ['es2023'],
  module: 'preserve',
  moduleResolution: 'bundler',
  // Every Action is a module of its own, even one that exports nothing yet.
  moduleDetection: 'force',
  allowJs: true,
  checkJs: true,
  noEmit: true,
  skipLibCheck: true,
  // What is wrong with the event and the api shows under strict rules only; what these three find beside it is the
  // author's business.
  strict: true,
  noImplicitAny: false,
  noImplicitThis: false,
  useUnknownInCatchVariables: false,
} as const;
