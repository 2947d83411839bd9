import type { Expression, Function, Program, Statement } from 'oxc-parser';

/** What a name stands for at the top of a module. */
export interface Declared {
  readonly value: Expression | Function;
  /** Where the statement begins, with its `export`. */
  readonly start: number;
  /** Whether a type is written behind the name. */
  readonly isTyped: boolean;
}

/** The functions and the initialised variables at the top of a module, by name. */
export const findDeclarations = (program: Program): ReadonlyMap<string, Declared> =>
  new Map(program.body.flatMap(toDeclared));

function toDeclared(statement: Statement | Program['body'][number]): [string, Declared][] {
  const { start } = statement;
  const declaration =
    statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (declaration?.type === 'FunctionDeclaration' && declaration.id) {
    return [[declaration.id.name, { value: declaration, start, isTyped: false }]];
  }
  if (declaration?.type !== 'VariableDeclaration') return [];
  return declaration.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' && init
      ? [[id.name, { value: init, start, isTyped: Boolean(id.typeAnnotation) }]]
      : [],
  );
}
