import type { Node } from 'oxc-parser';
import type { CodeOwner } from '../../platform/platform-rules.ts';
import { findHandler, type FoundHandler } from './find-handler.ts';
import { linkNodes } from './link-nodes.ts';
import { readNames, type Names } from './names.ts';
import { parseAction, type ParsedSource, type Parser, type SourceFile } from './parse-action.ts';

/** The source of an Action with everything that its syntax shows. */
export interface Syntax extends ParsedSource {
  /** All nodes, by their starts; those that start together, from the outside in. */
  readonly nodes: readonly Node[];
  readonly names: Names;
  /** Whether it is the code of an Action or of an Actions module, which has no handler. */
  readonly owner: CodeOwner;
  readonly handler: FoundHandler;
  /** A node as it is written. */
  readonly textOf: (node: Node) => string;
}

/** Parses the source of an Action, and finds out what its names mean. */
export function readSyntax(parser: Parser, file: SourceFile, owner: CodeOwner = 'Action'): Syntax {
  const action = parseAction(parser, file);
  return {
    ...action,
    nodes: linkNodes(action.program),
    names: readNames(action.program, action.isModule),
    owner,
    handler: owner === 'module' ? { type: 'unclear' } : findHandler(action.program),
    textOf: ({ start, end }) => action.source.slice(start, end),
  };
}
