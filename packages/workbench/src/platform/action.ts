/** An Action before it is loaded: its source and what it declares. */
export interface ActionSource {
  readonly name: string;
  /** Names the Action's places in errors and reports: an absolute path, or in a page a name of its own. */
  readonly file: string;
  readonly source: string;
  readonly language: 'javascript' | 'typescript';
  /** The secrets that it declares; absent if nothing declares any, as for a file by itself. */
  readonly declaredSecrets?: readonly DeclaredSecret[];
  /** The packages that it declares; empty if nothing declares any. */
  readonly dependencies: readonly Dependency[];
  /** Absolute path of the file that declares them. */
  readonly declaredIn?: string;
  /** What else an export says of it; absent for a file by itself. */
  readonly deployment?: Deployment;
}

/** What an export says of an Action on the platform. */
export interface Deployment {
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
export interface RunnableAction extends ActionSource {
  /** JavaScript: the source itself, unless that is TypeScript. */
  readonly code: string;
}

/** An Action that is ready to run. */
export interface LoadedAction extends Omit<RunnableAction, 'declaredSecrets'> {
  readonly secrets: Readonly<Record<string, string>>;
  /** The names of the secrets that an export declares; absent if nothing declares any. */
  readonly declaredNames?: readonly string[];
  readonly configuration?: Readonly<Record<string, string>>;
}

/**
 * Whether a string stands for the value of a secret: what the deploy tool exports instead of the value, or
 * a string with a keyword that it replaces when it deploys.
 */
export const isPlaceholder = (value: string): boolean =>
  value === '_VALUE_NOT_SHOWN_' || /(@@|##)[A-Z0-9_]+\1/i.test(value);
