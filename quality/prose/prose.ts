// Finds habits of our English that readers have to decode, in pages, READMEs, changesets, decisions, comments and messages.
// Arguments are files; by default all of them.
import { execFileSync } from 'node:child_process';
import { lintProse } from './lint-prose.ts';
import { readHabits } from './read-habits.ts';

/** What people read: pages, and the comments and strings of what is published or shown. */
const read = [
  '*.md',
  '.changeset/*.md',
  'docs/**/*.md',
  'examples/**/*.md',
  'packages/*/README.md',
  'packages/*/src/**/*.ts',
  'docs/playground/**/*.ts',
  'docs/playground/**/*.vue',
  'examples/*/*/**/*.ts',
  'quality/**/*.md',
  'quality/**/*.ts',
  'scripts/**/*.js',
  'scripts/**/*.ts',
];
/** Tests, the projects of consumers, and programs that contain mistakes. */
const leftOut = [
  '*.test.ts',
  '*.d.ts',
  '*/test/*',
  'quality/consumers/projects',
  'quality/corpus/actions',
  'quality/planted/mistakes',
];

const files =
  process.argv.length > 2
    ? process.argv.slice(2)
    : execFileSync(
        'git',
        [
          'ls-files',
          '--cached',
          '--others',
          '--exclude-standard',
          ...read.map((pattern) => `:(glob)${pattern}`),
          ...leftOut.map((pattern) => `:(exclude)${pattern}`),
        ],
        { encoding: 'utf8' },
      )
        .trim()
        .split('\n');

const habits = readHabits();
let found = 0;
for (const file of files) {
  for (const { line, message } of await lintProse(file, habits)) {
    console.log(`${file}:${line}  ${message}`);
    found += 1;
  }
}
console.log(`${files.length} files read, ${found} ${found === 1 ? 'habit' : 'habits'} found`);
process.exitCode = found > 0 ? 1 : 0;
