/** A file that the visitor opened. Nothing of it leaves the page. */
export interface OpenedFile {
  /** Its path from what was opened, with slashes: `tenant/triggers/triggers.json`. */
  readonly path: string;
  readonly read: () => Promise<string>;
}
