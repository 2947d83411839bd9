import { analyze, type Scope, type ScopeManager, type Variable } from 'eslint-scope';
import type { Node, Program } from 'oxc-parser';

export type { Variable } from 'eslint-scope';

/** What the names of a program mean. */
export interface Names {
  /** The variable that an identifier names; absent if nothing in the file declares it. */
  readonly variableOf: (identifier: Node) => Variable | undefined;
  /** The variable of this name at the top of the file. */
  readonly variableNamed: (name: string) => Variable | undefined;
  /** The same for ESLint, which analyzes the flow of control with it. */
  readonly scopeManager: ScopeManager;
}

/** Analyzes the scopes of a program that either parser has made. */
export function readNames(program: Program, isModule: boolean): Names {
  const scopeManager = analyze(program as never, {
    ecmaVersion: 2024,
    sourceType: isModule ? 'module' : 'commonjs',
    // Types of TypeScript, which the analysis does not know, are read like expressions.
    fallback: (node) =>
      Object.keys(node).filter((key) => key !== 'parent' && key !== 'typeAnnotation'),
  });
  const variables = new Map<unknown, Variable>();
  const visit = (scope: Scope): void => {
    for (const variable of scope.variables) {
      for (const { name } of variable.defs) variables.set(name, variable);
    }
    for (const { identifier, resolved } of scope.references) {
      if (resolved) variables.set(identifier, resolved);
    }
  };
  scopeManager.scopes.forEach(visit);
  return {
    variableOf: (identifier) => variables.get(identifier),
    variableNamed: (name) =>
      scopeManager.scopes
        .filter(({ type, upper }) => type === 'module' || upper?.type === 'global')
        .map(({ set }) => set.get(name))
        .find((variable) => variable !== undefined),
    scopeManager,
  };
}
