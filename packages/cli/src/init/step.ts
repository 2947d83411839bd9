/** One file of the set-up. */
export interface Step {
  /** Path of the file inside the folder. */
  readonly path: string;
  /** `create` and `add` write `text`; `leave` writes nothing. */
  readonly type: 'create' | 'add' | 'leave';
  readonly text?: string;
  /** What is done to the file, or why it is left alone and what to add by hand. */
  readonly note: string;
}
