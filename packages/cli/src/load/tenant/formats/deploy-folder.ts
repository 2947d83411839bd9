import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { exists } from '../../../files/find-files.ts';
import { parseJson } from '../../../files/json.ts';
import { readText } from '../../../files/read-text.ts';
import { UsageError } from '../../../usage-error.ts';
import { toBindings } from '../../export-format.ts';
import type { DeclaredCode, Marks, TenantFormat } from '../declared-tenant.ts';
import { replaceMarks } from '../replace-marks.ts';
import { readExportedCode } from './exported-code.ts';

/** A folder that `auth0-deploy-cli` exported, with `actions/`, `action-modules/` and `triggers/`. */
export const deployFolder: TenantFormat = {
  name: 'a folder that the deploy tool exported',
  async read({ path: folder, text, marks }) {
    const file = join(folder, 'triggers', 'triggers.json');
    if (text !== undefined || !(await exists(file))) return undefined;
    const bindings = toBindings(await readMarkedJson(file, marks), file);
    const [actions, modules] = await Promise.all([
      readJsons(folder, 'actions', marks),
      readJsons(folder, 'action-modules', marks),
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
async function readJsons(root: string, place: string, marks: Marks): Promise<Jsons> {
  const folder = join(root, place);
  const names = await readdir(folder).catch(() => []);
  const results = await Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(folder, name))
      .map((file) => readDeclared(file, { root, place, marks })),
  );
  return {
    read: results.filter((result): result is DeclaredCode => !(result instanceof UsageError)),
    errors: results.filter((result) => result instanceof UsageError),
  };
}

async function readDeclared(
  file: string,
  where: { readonly root: string; readonly place: string; readonly marks: Marks },
): Promise<DeclaredCode | UsageError> {
  try {
    const data = await readMarkedJson(file, where.marks);
    return { data, file, readCode: () => readExportedCode(data, { ...where, file }) };
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

/** The deploy tool replaces `@@NAME@@`, also without quotes around it, before it reads the file as JSON. */
async function readMarkedJson(file: string, marks: Marks): Promise<unknown> {
  const text = replaceMarks(await readText(file), marks);
  return parseJson(text.replaceAll(/([:[,]\s*)(@@\w+@@|##\w+##)(?=\s*[,\]}])/g, '$1"$2"'), file);
}
