/** Where the published schema of test cases is, for `$schema`. */
export const caseSchemaAddress =
  'https://signup-actions.github.io/signup-actions/signup-case.schema.json';
