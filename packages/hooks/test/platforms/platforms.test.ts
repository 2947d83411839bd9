import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { expect, it } from 'vitest';
import { platforms } from '../../../runtime-core/test/platforms/platforms.ts';

// The built hooks with the libraries of their platforms, bundled as for a server on each of these.

const program = fileURLToPath(new URL('program.js', import.meta.url));

/** Set by `pnpm platforms`, which installs every platform. */
const isRequired = process.env['SIGNUP_ACTIONS_PLATFORMS'] === 'required';
const servers = platforms.filter(({ name }) => name !== 'chromium');

it.skipIf(!isRequired).for(servers)(
  'decides in $name as it does in Node',
  async ({ name, run }) => {
    const folder = mkdtempSync(`${tmpdir()}/signup-actions-hooks-`);
    const conditionNames = [name === 'workerd' ? 'workerd' : 'node', 'import'];
    const bundle = await rolldown({
      input: program,
      platform: 'neutral',
      resolve: { conditionNames, mainFields: ['module', 'main'] },
    });
    await bundle.write({ file: `${folder}/program.js`, codeSplitting: false });
    await bundle.close();
    const { decide } = (await import(`${folder}/program.js`)) as { decide: () => Promise<string> };

    const decided = await decide();

    expect(decided).toMatchInlineSnapshot(`
      "{}
      again: 409
      Allow undefined
      created
      {"error":{"http_code":403,"message":"Not with ☂."}}
      again: 409
      Deny Not with ☂.
      Error: Not with ☂."
    `);
    expect((await run(folder)).trim()).toBe(decided.trim());
    rmSync(folder, { recursive: true, force: true });
  },
);
