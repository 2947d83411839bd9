/** An Action as it lies on disk: its source, and what it declares. */
export interface ActionSource {
  readonly name: string;
  /** Absolute path of the file. */
  readonly file: string;
  /** What the file says. */
  readonly source: string;
  readonly language: 'javascript' | 'typescript';
  /** Names of the secrets that it declares; absent where nothing declares any (a file alone). */
  readonly declaredSecrets?: readonly DeclaredSecret[];
  /** The packages that it declares; empty where nothing declares any. */
  readonly dependencies: readonly Dependency[];
  /** Absolute path of the file that declares them. */
  readonly declaredIn?: string;
}

/** A secret that an Action declares; without a value where the export holds none. */
export interface DeclaredSecret {
  readonly name: string;
  readonly value?: string;
}

/** An npm package that an Action declares. */
export interface Dependency {
  readonly name: string;
  readonly version: string;
}

/** An Action with the code that the platform would have. */
export interface RunnableAction extends ActionSource {
  /** JavaScript: the source itself, unless that is TypeScript. */
  readonly code: string;
}

/** An Action ready to run. */
export interface LoadedAction extends Omit<RunnableAction, 'declaredSecrets'> {
  readonly secrets: Readonly<Record<string, string>>;
}
