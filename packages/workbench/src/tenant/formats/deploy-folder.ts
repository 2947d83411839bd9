import { parseJson } from '../../files/json.ts';
import { UsageError } from '../../files/usage-error.ts';
import { toBindings } from '../export-format.ts';
import type { DeclaredCode, TenantFormat, TenantInput } from '../declared-tenant.ts';
import { replaceMarks } from '../replace-marks.ts';
import { readExportedCode } from './exported-code.ts';

/** A folder that `auth0-deploy-cli` exported, with `actions/`, `action-modules/` and `triggers/`. */
export const deployFolder: TenantFormat = {
  name: 'a folder that the deploy tool exported',
  async read(input) {
    const { path, text, files } = input;
    const file = files.paths.join(path, 'triggers', 'triggers.json');
    if (text !== undefined || !(await files.exists(file))) return undefined;
    const bindings = toBindings(await readMarkedJson(file, input), file);
    const [actions, modules] = await Promise.all([
      readJsons('actions', input),
      readJsons('action-modules', input),
    ]);
    return {
      file,
      bindings,
      actions: actions.read,
      modules: modules.read,
      place: 'actions/',
      notes: [],
      assertWhole() {
        const [error] = actions.errors;
        if (error) throw error;
      },
    };
  },
};

interface Jsons {
  readonly read: readonly DeclaredCode[];
  readonly errors: readonly UsageError[];
}

/** Reads the JSON files of a folder. What does not parse does not matter if nothing binds it. */
async function readJsons(place: string, input: TenantInput): Promise<Jsons> {
  const { paths, listFiles } = input.files;
  const folder = paths.join(input.path, place);
  const names = await listFiles(folder);
  const results = await Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map((name) => readDeclared(paths.join(folder, name), place, input)),
  );
  return {
    read: results.filter((result): result is DeclaredCode => !(result instanceof UsageError)),
    errors: results.filter((result) => result instanceof UsageError),
  };
}

async function readDeclared(
  file: string,
  place: string,
  input: TenantInput,
): Promise<DeclaredCode | UsageError> {
  try {
    const data = await readMarkedJson(file, input);
    const { path: root, marks, files } = input;
    return {
      data,
      file,
      readCode: () => readExportedCode(data, { root, place, file, marks, files }),
    };
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

/** The deploy tool replaces `@@NAME@@`, also without quotes around it, before it reads the file as JSON. */
async function readMarkedJson(file: string, { files, marks }: TenantInput): Promise<unknown> {
  const text = replaceMarks(await files.readText(file), marks);
  return parseJson(text.replaceAll(/([:[,]\s*)(@@\w+@@|##\w+##)(?=\s*[,\]}])/g, '$1"$2"'), file);
}
