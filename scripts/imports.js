// Which file may import which, for dependency-cruiser.

/** Folders whose files are imported by relative paths only from inside. */
const rooms = 'packages/[^/]+|docs|examples|quality|scripts';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Files that import one another, types included, are one file or need a third one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-reaching-in',
      comment: 'A package is imported by its name, never by a path into its `src`.',
      severity: 'error',
      from: { path: `^(${rooms})/` },
      to: {
        path: '^packages/[^/]+/src/',
        pathNot: '^$1/',
        // A relative path: an import by name is none of these.
        dependencyTypes: ['local'],
      },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    exclude: ['(^|/)(node_modules|dist)/', '[.]vue$', '^quality/corpus/actions/'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
