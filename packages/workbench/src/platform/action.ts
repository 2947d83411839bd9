/** Code of the platform before it is loaded, with what it declares. */
interface CodeSource {
  readonly name: string;
  /** Names the places of this code in errors and reports: an absolute path, or in a page a name of its own. */
  readonly file: string;
  readonly source: string;
  readonly language: 'javascript' | 'typescript';
  /** The secrets that it declares; absent if nothing declares any, as for a file by itself. */
  readonly declaredSecrets?: readonly DeclaredSecret[];
  /** The packages that it declares; empty if nothing declares any. */
  readonly dependencies: readonly Dependency[];
  /** Absolute path of the file that declares them. */
  readonly declaredIn?: string;
}

/** An Action before it is loaded: its source and what it declares. */
export interface ActionSource extends CodeSource {
  /** What else an export says of it; absent for a file by itself. */
  readonly deployment?: Deployment;
  /** The Actions modules that it lists; absent if nothing lists any, as for a file by itself. */
  readonly modules?: readonly ModulePin[];
  /** The Actions modules that the user gives an Action that lists none. */
  readonly givenModules?: readonly ModuleSource[];
}

/** An Actions module before it is loaded: code that Actions require as `actions:<name>`. */
export interface ModuleSource extends CodeSource {
  /** The version that this is the code of; absent if nothing says so. */
  readonly version?: number;
  /** Whether the code has changes that no version has yet. */
  readonly isDraft?: boolean;
}

/** An Actions module that an Action lists. */
export interface ModulePin {
  readonly name: string;
  /** The version that it requires; absent if the export does not say. */
  readonly version?: number;
  /** Absent if the export does not hold the module. */
  readonly source?: ModuleSource;
}

/** What an export says of an Action on the platform. */
export interface Deployment {
  /** What the trigger calls it; absent if that is not known. */
  readonly displayName?: string;
  /** Ids of the triggers that it is made for; empty if the export does not say. */
  readonly triggers: readonly string[];
  /** The version of Node, such as `node22`; absent if the export does not say. */
  readonly runtime?: string;
  /** Whether the platform runs another version than the exported one. */
  readonly isDraft: boolean;
}

/** A secret that an Action declares; without a value if the export leaves the value out. */
export interface DeclaredSecret {
  readonly name: string;
  readonly value?: string;
}

/** An npm package that an Action declares. */
export interface Dependency {
  readonly name: string;
  readonly version: string;
}

/** An Action with the code that would be deployed. */
export interface RunnableAction extends Omit<ActionSource, 'givenModules' | 'modules'> {
  /** JavaScript: the source itself, unless that is TypeScript. */
  readonly code: string;
  /** The Actions modules that it may require. */
  readonly modules?: readonly RunnableModule[];
  /** Whether an export lists them, so that the platform has no others. */
  readonly listsModules?: boolean;
}

/** An Actions module with the code that would be deployed. */
export interface RunnableModule extends ModuleSource {
  /** JavaScript: the source itself, unless that is TypeScript. */
  readonly code: string;
}

/** An Action that is ready to run. */
export interface LoadedAction extends Omit<RunnableAction, 'declaredSecrets' | 'modules'> {
  readonly secrets: Secrets;
  /** The names of the secrets that an export declares; absent if nothing declares any. */
  readonly declaredNames?: readonly string[];
  /** Values that JSON can have. */
  readonly configuration?: Readonly<Record<string, unknown>>;
  /** The Actions modules that it may require. */
  readonly modules?: readonly LoadedModule[];
  /** The secrets of each of these modules, by the name of the module. */
  readonly moduleSecrets?: Readonly<Record<string, Secrets>>;
}

/** An Actions module that is ready to be required. */
export interface LoadedModule extends Omit<RunnableModule, 'declaredSecrets'> {
  /** The names of the secrets that an export declares; absent if nothing declares any. */
  readonly declaredNames?: readonly string[];
}

/** The values of secrets by their names. */
type Secrets = Readonly<Record<string, string>>;

const scheme = 'actions:';

/** The name of the Actions module in `actions:<name>`; absent for any other id. */
export const toModuleName = (id: unknown): string | undefined =>
  typeof id === 'string' && id.startsWith(scheme) ? id.slice(scheme.length) : undefined;

/** The Actions modules that these Actions list or are given, each once. */
export function listModules(actions: readonly ActionSource[]): readonly ModuleSource[] {
  const modules = actions.flatMap(({ modules: pins = [], givenModules = [] }) => [
    ...pins.flatMap(({ source }) => source ?? []),
    ...givenModules,
  ]);
  return [...new Map(modules.map((module) => [module.file, module])).values()];
}

/** Every file with code of these Actions: their own, and those of their modules. */
export const listSources = <Source extends Pick<ModuleSource, 'file' | 'source' | 'language'>>(
  actions: readonly (Source & { readonly modules?: readonly Source[] })[],
): readonly Source[] => actions.flatMap((action) => [action, ...(action.modules ?? [])]);

/**
 * Whether a string stands for the value of a secret: what the deploy tool exports instead of the value, or
 * a string with a keyword that it replaces when it deploys.
 */
export const isPlaceholder = (value: string): boolean =>
  value === '_VALUE_NOT_SHOWN_' || /(@@|##)[A-Z0-9_]+\1/i.test(value);
