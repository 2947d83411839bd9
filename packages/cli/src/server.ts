import { resolve } from 'node:path';
import { startServer } from './serve/start-server.ts';
import type { ServerOptions, SignupServer } from './serve/signup-server.ts';

export type { ListenOptions, SignupHandler } from './serve/listen.ts';
export type { SignupRecord } from './serve/signup-record.ts';
export type { ServerOptions, SignupServer } from './serve/signup-server.ts';

/** What a server runs, and where it listens. Paths are relative to the current folder. */
export interface SignupServerOptions extends ServerOptions {
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

type Values = Readonly<Record<string, string>>;

/**
 * Starts a development server that signs people up with the Actions of a tenant. Throws if the Actions cannot be run.
 *
 * @example
 * ```ts
 * const server = await startSignupServer({ tenant: 'tenant', secrets: { API_KEY: 'test' } });
 * ```
 */
export async function startSignupServer(options: SignupServerOptions): Promise<SignupServer> {
  const { tenant, secrets = {}, envFile, modules = {}, moduleSecrets = {} } = options;
  const { configuration = {}, config, https, data } = options;
  const sources = {
    secret: toPairs(secrets),
    envFile: toPath(envFile),
    module: Object.entries(modules).map(([name, file]) => ({ name, file: resolve(file) })),
    moduleSecret: Object.entries(moduleSecrets).flatMap(([name, own]) => toPairs(own, `${name}.`)),
    configuration: toPairs(configuration),
    config: toPath(config),
  };
  return startServer(
    [tenant].flat().map((path) => resolve(path)),
    sources,
    { ...options, https: toPath(https), data: toPath(data) },
  );
}

const toPath = (path: string | undefined): string | undefined =>
  path === undefined ? undefined : resolve(path);

const toPairs = (values: Values, prefix = ''): readonly string[] =>
  Object.entries(values).map(([name, value]) => `${prefix}${name}=${value}`);
