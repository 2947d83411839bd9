// Which folder may import which, for dependency-cruiser: tests, which import whatever they test, are left out.
import imports from './imports.js';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circle-of-folders',
      comment:
        'Folders that import one another, types included, are one folder or need a third one.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    ...imports.options,
    exclude: ['(^|/)(node_modules|dist|test)/', '[.](vue|test[.]ts)$', '^quality/corpus/actions/'],
  },
};
