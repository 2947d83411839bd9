import type { ModuleSource } from '../platform/action.ts';
import type { TenantFiles } from './tenant-files.ts';

/** What a file holds of a tenant, whatever its format: the data are those of the Management API. */
export interface DeclaredTenant {
  /** Absolute path of what was read, for errors. */
  readonly file: string;
  readonly actions: readonly DeclaredCode[];
  readonly modules: readonly DeclaredCode[];
  /** The Actions bound to the trigger, in order; absent if the format leaves the bindings out. */
  readonly bindings: readonly Binding[] | undefined;
  /** Where the user finds the Actions, for errors. */
  readonly place: string;
  /** What was skipped, and what the format leaves open. */
  readonly notes: readonly string[];
  /** Reports what does not parse; called if a bound Action is not found, since it may be that one. */
  readonly assertWhole?: () => void;
}

/** Stands for a list of secrets or dependencies that is not known. */
export const unknownList = Symbol('unknown list');

/** An Action or an Actions module as declared. Only what is bound has to be whole. */
export interface DeclaredCode {
  /** The fields of the Management API: `name`, `code`, `secrets` and so on. */
  readonly data: unknown;
  /** Absolute path of the file that declares it. */
  readonly file: string;
  /** Why it is not known what this is, as an error; absent if it is known. */
  readonly unknown?: string | undefined;
  /** Reads the code, which may be in a file of its own. */
  readonly readCode: () => Promise<Pick<ModuleSource, 'file' | 'source' | 'language'>>;
}

/** An Action that is bound to the trigger. */
export interface Binding {
  readonly name: string;
  readonly displayName?: string;
}

/** Where a tenant is read from. */
export interface TenantInput {
  /** An absolute path. */
  readonly path: string;
  /** What the path holds; absent for a folder. */
  readonly text?: string;
  /** The values of the marks that the deploy tool replaces. */
  readonly marks: Marks;
  readonly files: TenantFiles;
}

/** The values that the deploy tool puts instead of `@@NAME@@` and `##NAME##`, by name. */
export type Marks = Readonly<Record<string, unknown>>;

/** A format in which tenants come. To support another one, add a file beside the others and list it. */
export interface TenantFormat {
  /** What to call it in errors. */
  readonly name: string;
  /** Reads the tenant; returns undefined if the input has another format. */
  readonly read: (input: TenantInput) => Promise<DeclaredTenant | undefined>;
}
