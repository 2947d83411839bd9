import { detect, type Agent } from 'package-manager-detector';

/**
 * The package manager of a folder: the one that wrote the lockfile or that `package.json` names, otherwise the one that
 * started this command, as `pnpm dlx` does.
 */
export async function findAgent(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Agent> {
  const found = await detect({ cwd: folder, strategies: ['lockfile', 'packageManager-field'] });
  return found?.agent ?? parseUserAgent(env['npm_config_user_agent']) ?? 'npm';
}

/** Reads the name that package managers give themselves, such as `yarn/4.9.1 npm/? node/v24.1.0`. */
function parseUserAgent(name = ''): Agent | undefined {
  const [, manager, major] = /^(npm|pnpm|yarn|bun)\/(\d+)/.exec(name) ?? [];
  return manager === 'yarn' && Number(major) > 1 ? 'yarn@berry' : (manager as Agent | undefined);
}
