import type { Node } from 'oxc-parser';
import type { Finding } from '../findings/finding.ts';
import type { Origins } from '../origins/read-origins.ts';
import type { LocalFunction } from '../syntax/local-functions.ts';
import type { Syntax } from '../syntax/read-syntax.ts';

/** An error of the compiler. */
export interface CompilerError {
  /** In what the compiler has read. */
  readonly offset: number;
  readonly code: `TS${number}`;
  /** All its lines. */
  readonly message: string;
  /** Whether the compiler has read nothing else of the file. */
  readonly isSyntax?: boolean;
}

/** An error of the compiler at its place in the source. */
export interface PlacedError extends CompilerError {
  /** The nodes that start there, from the outside in. */
  readonly nodes: readonly Node[];
}

/** What explanations are made from. */
export interface Reading {
  readonly syntax: Syntax;
  readonly origins: Origins;
  /** Whether what a node reads was checked outside of the functions around it. */
  readonly isProven: (node: Node, path: string) => boolean;
  /** The function of an Actions module that a callee is, with what is read of its file. */
  readonly exportedBy: (callee: Node) => ExportedFunction | undefined;
}

/** A function that an Actions module exports. */
interface ExportedFunction extends Pick<Reading, 'syntax' | 'origins'> {
  readonly target: LocalFunction;
}

/** The function of a module that is exported by a name; absent if its source is not known. */
export type FindExported = (module: string, name: string) => ExportedFunction | undefined;

/** A finding that is not placed yet, and the node that it is about. */
export interface Explanation extends Pick<Finding, 'rule' | 'message'> {
  readonly node: Node;
  /** The same mistake again within a function is a consequence of the first. */
  readonly onceInFunction?: string;
  /** The same mistake again anywhere in the file is a consequence of the first. */
  readonly isOnceInFile?: boolean;
}

/** Explains errors of some codes; `undefined` if this one does not concern the event, the api or the platform. */
export type Explain = (error: PlacedError, reading: Reading) => Explanation | undefined;

/** A node as written, on one line and not too long for a sentence. */
export function toWritten({ textOf }: Syntax, node: Node): string {
  const text = textOf(node).replaceAll(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
