// What the code of an Action needs, as far as its source shows.
import { isBuiltin } from 'node:module';
import { toModuleName, walk, type ParsedSource } from '@signup-actions/workbench';

type Program = ParsedSource['program'];

/** The properties that are read from anything called `secrets`: `event.secrets.KEY`, `const { KEY } = event.secrets`. */
export function findSecrets(program: Program): readonly string[] {
  const names = new Set<string>();
  walk(program, {
    MemberExpression({ object, property }) {
      if (object.type !== 'MemberExpression' || object.property.type !== 'Identifier') return;
      if (object.property.name !== 'secrets') return;
      if (property.type === 'Identifier') names.add(property.name);
      if (property.type === 'Literal') names.add(String(property.value));
    },
    VariableDeclarator({ id, init }) {
      if (id.type !== 'ObjectPattern' || init?.type !== 'MemberExpression') return;
      if (init.property.type !== 'Identifier' || init.property.name !== 'secrets') return;
      for (const property of id.properties) {
        if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
        names.add(property.key.name);
      }
    },
  });
  return [...names];
}

const networkModules = /^(node:)?(https?|http2|net|tls|dgram|dns)(\/|$)/;

/** The packages that code loads, the modules of Node that reach the network, and `fetch`. */
export function findUses(program: Program): readonly string[] {
  const names = new Set<string>();
  const addModule = (specifier: string): void => {
    if (/^(\.|\/|actions:)/.test(specifier)) return;
    if (isBuiltin(specifier) && !networkModules.test(specifier)) return;
    const [scope = '', name = ''] = specifier.split('/');
    names.add(scope.startsWith('@') ? `${scope}/${name}` : scope);
  };
  walk(program, {
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type !== 'Identifier') return;
      if (callee.name === 'fetch') names.add('fetch');
      if (callee.name !== 'require' || first?.type !== 'Literal') return;
      if (typeof first.value === 'string') addModule(first.value);
    },
    ImportDeclaration({ source, importKind }) {
      if (importKind !== 'type') addModule(source.value);
    },
  });
  return [...names];
}

/** The names of the Actions modules that code requires. */
export function findModules(program: Program): readonly string[] {
  const names = new Set<string>();
  walk(program, {
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type !== 'Identifier' || callee.name !== 'require') return;
      const name = first?.type === 'Literal' ? toModuleName(first.value) : undefined;
      if (name !== undefined) names.add(name);
    },
  });
  return [...names];
}

/** Whether what {@link findUses} has found is a package that can be installed. */
export const isPackage = (name: string): boolean => name !== 'fetch' && !isBuiltin(name);
