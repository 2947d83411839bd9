import {
  checkPin,
  findExceededLimit,
  loadTranspiler,
  type ActionSource,
  type ModulePin,
  type ModuleSource,
  type RunnableAction,
} from '@signup-actions/workbench';
import { UsageError } from '../usage-error.ts';
import { assertCompiles } from './assert-compiles.ts';

/** The Actions with the code that would be deployed. Throws a {@link UsageError} for code that the platform rejects. */
export async function toRunnable(
  sources: readonly ActionSource[],
): Promise<readonly RunnableAction[]> {
  const actions = await Promise.all(
    sources.map(async ({ modules, givenModules = [], ...action }) => ({
      ...action,
      code: await toCode(action),
      modules: await Promise.all(
        (modules?.map((pin) => toPinned(pin, action)) ?? givenModules).map(async (module) => ({
          ...module,
          code: await toCode(module),
        })),
      ),
      listsModules: modules !== undefined,
    })),
  );
  const exceeded = findExceededLimit(actions);
  if (exceeded !== undefined) throw new UsageError(exceeded);
  const compiled = new Set<string>();
  for (const action of actions) {
    await assertCompiles(action, 'Action');
    // Several Actions may require the same module.
    for (const module of action.modules.filter(({ file }) => !compiled.has(file))) {
      await assertCompiles(module, 'module');
      compiled.add(module.file);
    }
  }
  return actions;
}

/** The module that an Action lists. Throws for one that the export does not hold, or holds in another version. */
function toPinned(pin: ModulePin, { file }: Pick<ActionSource, 'file'>): ModuleSource {
  const broken = checkPin(pin);
  if (pin.source && !broken) return pin.source;
  throw new UsageError(`Failed to run ${file}. ${broken?.message}`);
}

const toCode = async ({ language, source, file }: ModuleSource): Promise<string> =>
  language === 'typescript' ? (await loadTranspiler())(source, file) : source;
