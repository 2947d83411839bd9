export { loadAction, type LoadActionOptions, type LoadedAction } from './load/load-action.ts';
export { loadModule, type LoadedModule, type LoadModuleOptions } from './load/load-module.ts';
