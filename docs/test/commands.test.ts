import { globSync } from 'node:fs';
import { expect, it } from 'vitest';
import { examples, signupActions } from '../../packages/cli/test/command.ts';
import { blocks, pages, readText, root } from './read-pages.ts';

const lines = blocks
  .filter(({ language }) => language === 'sh')
  .flatMap(({ page, code }) =>
    code
      .trimEnd()
      .split('\n')
      .map((line) => ({ page, line })),
  );

interface Manifest {
  readonly name: string;
  readonly peerDependencies?: object;
}
const manifests = globSync('packages/*/package.json', { cwd: root }).map(
  (file) => JSON.parse(readText(file)) as Manifest,
);
const { devDependencies: used } = JSON.parse(readText('docs/package.json')) as {
  readonly devDependencies: object;
};
/** Our packages, what is installed beside them, and what the snippets use. */
const installable = [
  ...manifests.flatMap(({ name, peerDependencies = {} }) => [
    name,
    ...Object.keys(peerDependencies),
  ]),
  ...Object.keys(used),
];
const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> };

it.each(lines)('$page: $line', async ({ line }) => {
  const [tool = '', ...words] = line.replace(/ +#.*$/, '').split(' ');
  const command = `${tool} ${words[0]}`;
  if (line === 'npm i') {
    // What `init` prints.
    expect(readText('docs/snippets/start/outputs/init.txt')).toMatch(/^ +npm i$/m);
  } else if (command === 'npm install') {
    for (const name of words.slice(1).filter((word) => word !== '--save-dev')) {
      expect(installable).toContain(name);
    }
  } else if (['npx signup-actions', 'npx @signup-actions/cli'].includes(command)) {
    await assertOwnCommand(words.slice(1));
  } else if (tool === 'npm' || tool === 'pnpm') {
    expect(Object.keys(scripts)).toContain(words[0]);
  } else {
    // A consumer runs the second one, which is Better Auth's.
    expect(['npx vitest run', 'npx auth@latest generate']).toContain(line);
  }
});

/** Every option is one that the command's help lists. */
async function assertOwnCommand([name = '', ...args]: readonly string[]): Promise<void> {
  const { status, stdout } = await signupActions(examples, name, '--help');
  expect(status).toBe(0);
  expect(stdout).toContain(`signup-actions ${name}`);
  for (const option of args.filter((arg) => arg.startsWith('-'))) {
    expect(stdout).toMatch(new RegExp(`^ +(-\\w, )?${option}\\b`, 'm'));
  }
}

it('names packages after npx: it installs whatever package has the name of a command', () => {
  const shown = [...pages, ...globSync('docs/snippets/**/*.{yml,sh}', { cwd: root })].flatMap(
    (file) => [...readText(file).matchAll(/\bnpx (@?[\w/.@-]+)/g)].map(([, name = '']) => name),
  );

  expect(new Set(shown)).toEqual(
    new Set(['@signup-actions/cli', 'auth@latest', 'auth0-deploy-cli', 'signup-actions', 'vitest']),
  );
});

it('finds commands to look up', () => {
  expect(lines.length).toBeGreaterThan(10);
});
