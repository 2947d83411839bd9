import { resolve } from 'node:path';
import type { FlowSources } from './load/read-flow.ts';
import { createHandler } from './serve/create-handler.ts';
import type { ListenOptions } from './serve/listen.ts';
import type { HandlerOptions, SignupHandler, SignupServer } from './serve/signup-server.ts';
import { startServer } from './serve/start-server.ts';

export type { ListenOptions } from './serve/listen.ts';
export type { RequestFacts, SignupFetch } from './serve/routes/signup-app.ts';
export type { SignupRecord } from './serve/signup-record.ts';
export type { HandlerOptions, SignupHandler, SignupServer } from './serve/signup-server.ts';

/** What signs people up. Paths are relative to the current folder. */
export interface SignupHandlerOptions extends HandlerOptions {
  /** Action files in order, or an exported tenant. */
  readonly tenant: string | readonly string[];
  /** Values of the secrets of Actions, by their names. */
  readonly secrets?: Values | undefined;
  /** A file with one `NAME=VALUE` per line, and `NAME.KEY=VALUE` for Actions modules. */
  readonly envFile?: string | undefined;
  /** Files of Actions modules, by the names in `require('actions:NAME')`. */
  readonly modules?: Values | undefined;
  /** Values of the secrets of Actions modules, by the names of the modules and of the secrets. */
  readonly moduleSecrets?: Readonly<Record<string, Values>> | undefined;
  /** Values of `event.configuration`, by their names. */
  readonly configuration?: Values | undefined;
  /** The configuration of the deploy tool, with the values of its marks. By default the `config.json` of an export. */
  readonly config?: string | undefined;
}

/** What a server runs, and where it listens. Paths are relative to the current folder. */
export interface SignupServerOptions extends SignupHandlerOptions, ListenOptions {}

type Values = Readonly<Record<string, string>>;

/**
 * Creates a handler that signs people up with the Actions of a tenant, for servers whose requests are Web-standard.
 * Throws if the Actions cannot be run.
 *
 * @example
 * ```ts
 * const handler = await createSignupHandler({ tenant: 'tenant' });
 * app.mount('/auth0', (request) => handler.fetch(request));
 * ```
 */
export const createSignupHandler = async (options: SignupHandlerOptions): Promise<SignupHandler> =>
  createHandler(toPaths(options), toSources(options), { ...options, data: toPath(options.data) });

/**
 * Starts a development server that signs people up with the Actions of a tenant. Throws if the Actions cannot be run.
 *
 * @example
 * ```ts
 * const server = await startSignupServer({ tenant: 'tenant', secrets: { API_KEY: 'test' } });
 * ```
 */
export const startSignupServer = async (options: SignupServerOptions): Promise<SignupServer> =>
  startServer(toPaths(options), toSources(options), {
    ...options,
    https: toPath(options.https),
    data: toPath(options.data),
  });

const toPaths = ({ tenant }: SignupHandlerOptions): readonly string[] =>
  [tenant].flat().map((path) => resolve(path));

const toSources = (options: SignupHandlerOptions): FlowSources => {
  const { secrets = {}, envFile, modules = {}, moduleSecrets = {}, configuration = {} } = options;
  return {
    secret: toPairs(secrets),
    envFile: toPath(envFile),
    module: Object.entries(modules).map(([name, file]) => ({ name, file: resolve(file) })),
    moduleSecret: Object.entries(moduleSecrets).flatMap(([name, own]) => toPairs(own, `${name}.`)),
    configuration: toPairs(configuration),
    config: toPath(options.config),
  };
};

const toPath = (path: string | undefined): string | undefined =>
  path === undefined ? undefined : resolve(path);

const toPairs = (values: Values, prefix = ''): readonly string[] =>
  Object.entries(values).map(([name, value]) => `${prefix}${name}=${value}`);
