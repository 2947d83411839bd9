/** What `signup-actions run` takes beside the paths. */
export interface RunOptions {
  readonly event?: string;
  readonly set?: readonly string[];
  readonly secret?: readonly string[];
  readonly envFile?: string;
  readonly cache?: string;
  readonly timeout?: number;
  readonly json?: boolean;
  readonly watch?: boolean;
}
