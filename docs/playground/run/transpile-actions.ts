import {
  loadTranspiler,
  type LoadedAction,
  type LoadedModule,
  type Transpiler,
} from '@signup-actions/workbench';
import type { FatalFinding } from '../check/find-fatal-finding.ts';
import { toJavaScript } from '../check/to-javascript.ts';

/** Whether any of these Actions or their modules is written in TypeScript. */
export const haveTypeScript = (actions: readonly LoadedAction[]): boolean =>
  listCode(actions).some(({ language }) => language === 'typescript');

/** The Actions with the JavaScript that runs, or the first source that has none. */
export async function transpileActions(
  actions: readonly LoadedAction[],
): Promise<readonly LoadedAction[] | FatalFinding> {
  const transpile = await loadTranspiler();
  for (const [position, source] of listCode(actions).entries()) {
    const { problem } = convert(source, transpile) ?? {};
    if (!problem) continue;
    const { line, sentence } = problem;
    return {
      message: `${source.name}, line ${line}: ${sentence}`,
      place: { action: position, line },
    };
  }
  const toRunnable = <Source extends LoadedModule>(source: Source): Source => ({
    ...source,
    code: convert(source, transpile)?.code ?? '',
  });
  return actions.map((action) => ({
    ...toRunnable(action),
    modules: (action.modules ?? []).map(toRunnable),
  }));
}

/** The Actions, then the modules, which all of them share. */
const listCode = (actions: readonly LoadedAction[]): readonly LoadedModule[] => [
  ...actions,
  ...(actions[0]?.modules ?? []),
];

const convert = ({ source, language }: LoadedModule, transpile: Transpiler) =>
  toJavaScript(
    { code: source, language: language === 'typescript' ? language : undefined },
    transpile,
  );
