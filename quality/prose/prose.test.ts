import { describe, expect, it } from 'vitest';
import { extractProse } from './extract-prose.ts';
import { lintProse } from './lint-prose.ts';
import { readHabits } from './read-habits.ts';

const habits = readHabits();
const find = async (text: string, file = 'page.md') => lintProse(file, habits, text);

describe.each(habits)('$habit', ({ habit, wrong, right, allow, ...own }) => {
  it.each(wrong)('is found in: %s', async (sentence) => {
    const page = await lintProse(
      'page.md',
      [{ habit, wrong, right, allow, ...own }],
      `# Page\n\n${sentence}\n`,
    );

    expect(page).toEqual([
      { file: 'page.md', line: 3, message: expect.stringContaining(`write ${own.write}`) },
    ]);
  });

  it.each(right)('is not found in: %s', async (sentence) => {
    expect(await lintProse('page.md', [{ habit, wrong, right, allow, ...own }], sentence)).toEqual(
      [],
    );
  });

  it('has a sentence for each sense of its words that is allowed', () => {
    const unused = allow.filter((pattern) => !right.some((sentence) => sentence.match(pattern)));
    expect(unused.map(({ source }) => source)).toEqual([]);
  });
});

it.each([
  ['a heading', '## Nobody gets in'],
  ['a list', '- First.\n- Nobody gets in.'],
  ['a table', '| who |\n| --- |\n| nobody |'],
  ['a quotation', '> Nobody gets in.'],
  ['a link', 'See [nobody](./page).'],
  ['emphasis', 'It is _nobody_.'],
  ['two lines', 'The function is\nno handler.'],
  ['a sentence with code', 'The value `undefined` is no string.'],
])('finds a habit in %s', async (_, page) => {
  expect(await find(page)).toHaveLength(1);
});

it.each([
  ['a code span', 'Call `nobody()`.'],
  ['a block of code', '```js\nnobody();\n```'],
  ['the address of a link', '[Rules](./nobody).'],
  ['the name of a file to show', '<<< ./nobody.txt'],
  ['HTML', '<Badge text="nobody" />'],
  ['the id of a heading', '## Rules {#nobody}'],
])('does not read %s', async (_, page) => {
  expect(await find(page)).toEqual([]);
});

it('reads comments and messages of a source file, comments first, and says in which line each is', async () => {
  const source = `// Nobody reads this.
/**
 * Adds a user.
 *
 * @param name - Nobody else has it.
 * @example
 * \`\`\`ts
 * nobody();
 * \`\`\`
 */
export function add(name: string): void {
  const nobody = 'nobody';
  throw new Error(\`Failed to add \${name}: nobody may do that.\`);
}
/** Nobody calls this. */
const help = 'Adds a user that nobody knows';
`;

  expect((await find(source, 'source.ts')).map(({ line }) => line)).toEqual([5, 15, 13, 16]);
});

it('reads the script and the template of a component', async () => {
  const source = `<script setup lang="ts">
const code = 'nobody';
/** Nobody calls it. */
const help = 'It is nobody of them';
</script>
<template>
  <button :class="nobody > 1 ? 'nobody' : ''" title="For nobody">Add {{ nobody }}</button>
  <p>Nobody is there.</p>
</template>
<style>
.nobody {}
</style>
`;

  expect((await find(source, 'Part.vue')).map(({ line }) => line)).toEqual([3, 4, 7, 8]);
});

it('does not pass a source file that it cannot read', () => {
  expect(() => extractProse('source.ts', 'const = 1;')).toThrow('Failed to read source.ts');
});

it('passes plain English', async () => {
  const page = 'Returns the outcome. The user sees the message, and only the log has the reason.';

  expect(await find(page)).toEqual([]);
});
