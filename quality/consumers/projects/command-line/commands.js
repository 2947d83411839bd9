// Runs every command of the installed package, with everything that it loads only when it needs it.
const { spawn, spawnSync } = require('node:child_process');
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const bin = join(dirname(require.resolve('@signup-actions/cli/package.json')), 'dist/bin.cjs');
const folder = join(__dirname, 'commands');
const write = (name, text) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const action = readFileSync(join(__dirname, 'action.js'), 'utf8');
const event = readFileSync(join(__dirname, 'event.json'), 'utf8');

write('own.js', action);
write('typed.ts', action.replace('(event, api)', '(event: any, api: any)'));
write('wrong.js', action.replace('setAppMetadata', 'setAppMetaData'));
write(
  'refuses.js',
  action.replace('api.user', "if (event.client) { api.access.deny('no', 'No.'); }\n  api.user"),
);
write('event.json', event);
write('events.ndjson', `${JSON.stringify(JSON.parse(event))}\n`.repeat(3));
write('first.signup.json', '{\n    "actions": "own.js",\n    "event": {}\n}\n');
write('second.signup.yaml', 'actions: terraform\nevent: {}\n');
write('empty/package.json', '{\n\t"name": "empty"\n}\n');
write(
  'terraform/main.tf',
  `resource "auth0_action" "own" {
  name = "own"
  code = file("\${path.module}/../own.js")
  supported_triggers {
    id      = "pre-user-registration"
    version = "v2"
  }
}
resource "auth0_trigger_actions" "flow" {
  trigger = "pre-user-registration"
  actions {
    id           = auth0_action.own.id
    display_name = auth0_action.own.name
  }
}
`,
);

/** By command: arguments, the exit status, and a word of what is printed. */
const runs = {
  check: [
    ['own.js typed.ts', 0, 'nothing found'],
    ['wrong.js', 1, 'setAppMetadata'],
    ['refuses.js', 1, 'deny'],
    ['terraform --format sarif', 0, '"version"'],
  ],
  complete: [['zsh', 0, 'signup-actions']],
  diff: [['own.js refuses.js --event event.json', 1, 'denied']],
  explore: [['own.js --runs 20', 0, 'nothing found']],
  help: [['run', 0, 'Usage']],
  init: [
    ['empty --example', 0, 'npm'],
    ['empty --agents', 0, 'AGENTS.md'],
  ],
  list: [['terraform', 0, 'own']],
  mcp: [['', 0, '']],
  run: [
    ['own.js --event events.ndjson', 0, 'ALLOWED'],
    ['typed.ts --json', 0, '"allowed"'],
    ['terraform --save-case saved.signup.json', 0, 'saved'],
    ['own.js --trace trace.json --cache cache.json', 0, 'ALLOWED'],
  ],
  test: [
    ['first.signup.json second.signup.yaml --update', 0, 'passed'],
    ['first.signup.json second.signup.yaml --format junit', 0, '<testsuite'],
  ],
};

function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    input: '',
    encoding: 'utf8',
  });
  return { status, text: stdout + stderr };
}

let failed = 0;
function expectThat(name, isTrue, text) {
  console.log(`${isTrue ? '✓' : '✗'} ${name}`);
  if (isTrue) return;
  failed += 1;
  console.log(text);
}

const help = run('--help').text;
const names = [...help.slice(help.indexOf('Commands:')).matchAll(/^ {2}([a-z]+) /gm)].map(
  ([, name]) => name,
);
for (const name of names.filter((found) => found !== 'serve' && found !== 'signup')) {
  expectThat(`${name} is tried`, name in runs, help);
  for (const [args, status, word] of runs[name] ?? []) {
    const done = run(name, ...args.split(' ').filter(Boolean));
    expectThat(`${name} ${args}`, done.status === status && done.text.includes(word), done.text);
  }
}

const server = spawn(
  process.execPath,
  [bin, 'serve', 'own.js', '--port', '0', '--https', 'own.pem'],
  { cwd: folder },
);
let printed = '';
const timer = setTimeout(() => server.kill('SIGKILL'), 30_000);
for (const stream of [server.stdout, server.stderr]) {
  stream.on('data', (data) => {
    printed += data;
    if (printed.includes('Listening')) server.kill('SIGINT');
  });
}
server.on('close', (status) => {
  clearTimeout(timer);
  expectThat('serve', status === 130 && printed.includes('Listening'), `${status}\n${printed}`);
  process.exitCode = failed > 0 ? 1 : 0;
});
