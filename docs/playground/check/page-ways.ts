import type { Ways } from '@signup-actions/workbench';

/** How a visitor gives what is missing. */
export const pageWays: Ways = {
  module: (name) => `add it here with + Module, under the name ${name}`,
  moduleVersion: (name, version) =>
    `put the code of version ${version} into the module ${name} here`,
  secret: (name) => `add ${name} to the secrets below the code of the Action`,
  moduleSecret: (module, name) =>
    `add ${name} to the secrets below the code of the module ${module}`,
  configuration: (name) => `add ${name} to the configuration below the code of the Action`,
  mark: 'write its value here, or open the export together with a config.json that has it under AUTH0_KEYWORD_REPLACE_MAPPINGS',
};
