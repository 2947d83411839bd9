import { delimiter } from 'node:path';
import { findToolchain, root } from '../../scripts/toolchain.js';

const found = new Map<string, NodeJS.ProcessEnv>();

/**
 * An environment with this Node (by default that of our own tools) and these tools, in which nothing of this
 * repository is found.
 */
export function findEnvironment(
  node: string | undefined,
  tools: readonly string[],
): NodeJS.ProcessEnv {
  const key = [node, ...tools].join();
  const environment = found.get(key) ?? withoutRepository(findToolchain(node, tools));
  found.set(key, environment);
  return environment;
}

function withoutRepository({
  PATH = '',
  NODE_PATH: _path,
  NODE_OPTIONS: _options,
  ...env
}: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const folders = PATH.split(delimiter).filter((folder) => !folder.startsWith(root));
  return { ...env, PATH: folders.join(delimiter) };
}
