/** An Action as it lies on disk: its source, and what it declares. */
export interface ActionSource {
  readonly name: string;
  /** Absolute path of the file. */
  readonly file: string;
  readonly code: string;
  /** Names of the secrets that it declares; absent where nothing declares any (a file alone). */
  readonly declaredSecrets?: readonly DeclaredSecret[];
  /** Absolute path of the file that declares them. */
  readonly declaredIn?: string;
}

/** A secret that an Action declares; without a value where the export holds none. */
export interface DeclaredSecret {
  readonly name: string;
  readonly value?: string;
}

/** An Action ready to run. */
export interface LoadedAction extends Omit<ActionSource, 'declaredSecrets'> {
  readonly secrets: Readonly<Record<string, string>>;
}
