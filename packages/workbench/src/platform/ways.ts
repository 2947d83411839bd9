/** How the user gives what is missing: the ends of sentences. */
export interface Ways {
  /** The file of an Actions module. */
  readonly module: (name: string) => string;
  /** The code of another version of an Actions module. */
  readonly moduleVersion: (name: string, version: number) => string;
  readonly secret: (name: string) => string;
  readonly moduleSecret: (module: string, name: string) => string;
  readonly configuration: (name: string) => string;
  /** The value of a mark that the deploy tool replaces. */
  readonly mark: string;
}

/** The ways of the command line. */
export const commandLineWays: Ways = {
  module: (name) => `pass its file to the command line with --module ${name}=FILE`,
  moduleVersion: (name, version) =>
    `pass the code of version ${version} with --module ${name}=FILE`,
  secret: (name) => `pass it with --secret ${name}=VALUE, or in a file with --env-file`,
  moduleSecret: (module, name) =>
    `pass it with --module-secret ${module}.${name}=VALUE, or in a file with --env-file as ${module}.${name}=VALUE`,
  configuration: (name) => `pass it with --configuration ${name}=VALUE`,
  mark: 'give it a value under AUTH0_KEYWORD_REPLACE_MAPPINGS in a config.json, which --config names, or with --env-file',
};
