import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { expectText, inBrowser } from './in-browser.ts';
import { toLink, toSource, type OpenPage } from './open-page.ts';

const { open, site } = inBrowser();
const untilTyped = ({ page }: OpenPage): Promise<void> => page.getByText('Types loaded').waitFor();

describe('running', () => {
  it('shows at once what happens to an edited Action', async () => {
    const { verdict, editor, replace, page, errors } = await open();
    await expectText(verdict, 'Invalid');

    await replace(editor, toSource("  return api.access.deny('bot', 'Please write to us.');"));

    await expectText(verdict, /Denied by rate-limit[^]*bot[^]*Please write to us\./);
    await expectText(page.locator('.log'), 'pre-user-registration: bot');
    expect(errors).toEqual([]);
  });

  it('stops the flow at a refusal, and shows which Actions did not run', async () => {
    const { steps } = await open();

    await expectText(
      steps,
      /rate-limit completed[^]*invite-codes refused[^]*block-domains skipped/,
    );
  });

  it('shows the user before and after', async () => {
    const { editor, replace, page, openExample } = await open();
    await openExample('Block domains');
    await replace(editor, toSource("  api.user.setAppMetadata('plan', 'team');"));

    await expectText(
      page.getByRole('region', { name: 'User as created' }).locator('tr.added'),
      /app_metadata\.plan\s+"team"/,
    );
  });

  it('runs on the edited event and the selected starting point', async () => {
    const { verdict, editor, openEvent, replace, page, openExample } = await open();
    await openExample('Block domains');
    await replace(
      editor,
      toSource('  api.access.deny(event.user.email, event.transaction ? "page" : "api");'),
    );
    await replace(await openEvent(), '{ "user": { "email": "eve@example.org" } }');
    await page.getByLabel('Start from').selectOption('api-signup');

    await expectText(verdict, /eve@example\.org[^]*api/);
  });

  it('gives an Action its secrets and configuration, and shows no secret', async () => {
    const { steps, editor, replace, page, openExample, verdict } = await open();
    await openExample('Block domains');
    await page.getByRole('button', { name: 'Add a secret' }).click();
    await page.keyboard.type('API_KEY');
    await page.getByLabel('Value of secret API_KEY').fill('sk-live-4711');
    await page.getByRole('button', { name: 'Add a setting' }).click();
    await page.keyboard.type('limit');
    await page.getByLabel('Value of setting limit').fill('5');
    await replace(
      editor,
      toSource(
        '  console.log(event.secrets.API_KEY);\n  api.access.deny(event.configuration.limit, "No.");',
      ),
    );

    await expectText(steps, /Console\s+\[secret API_KEY\]/);
    await expectText(verdict, /for the log\s+5/);
  });

  it('says that it has no packages', async () => {
    const { verdict, editor, replace } = await open();
    await replace(editor, toSource("  const axios = require('axios');"));

    await expectText(
      verdict,
      /Failed in rate-limit[^]*The playground has no packages, so it has no "axios"/,
    );
  });

  it('shows what a timer threw', async () => {
    const { verdict, editor, replace } = await open();
    await replace(editor, toSource('  setTimeout(() => { throw undefined; }, 50);'));

    await expectText(verdict, 'Error: threw undefined');
  });

  it('accepts a shebang, as Node does', async () => {
    const { verdict, editor, replace } = await open();
    await replace(
      editor,
      `#!/usr/bin/env node\n${toSource("  api.access.deny('shell', 'Shell.');")}`,
    );

    await expectText(verdict, 'shell');
  });

  it('shows a call that comes after the outcome', async () => {
    const { page, editor, replace } = await open();
    await replace(editor, toSource('  setTimeout(() => api.access.deny("late", "Late."), 50);'));

    await expectText(page.getByRole('region', { name: 'Diagnostics' }), 'late-call');
  });

  it('ignores an outcome that an Action posts', async () => {
    const { verdict, editor, replace } = await open();
    await replace(
      editor,
      toSource(
        '  postMessage({ type: "outcome", outcome: { status: "allowed" } });\n  api.access.deny("no", "No.");',
      ),
    );

    await expectText(verdict, 'Denied by rate-limit');
  });
});

describe('an edit that does not run', () => {
  it('leaves the outcome of an earlier version, and says so', async () => {
    const { page, verdict, editor, replace, openExample } = await open();
    await openExample('Block domains');
    await expectText(verdict, 'Denied');
    await page.getByLabel('Run as I type').uncheck();
    await replace(editor, toSource("  api.access.deny('stale', 'Stale.');"));

    await expectText(
      verdict,
      'The outcome below is of an earlier version. Press Run to update it.',
    );
    expect(await verdict.innerText()).not.toContain('Denied');
  });

  it('runs when running edits is switched on', async () => {
    const { page, verdict, editor, replace } = await open();
    await page.getByLabel('Run as I type').uncheck();
    await replace(editor, toSource("  api.access.deny('fresh', 'Fresh.');"));
    await page.getByLabel('Run as I type').check();

    await expectText(verdict, 'fresh');
  });
});

describe('code that does not end', () => {
  const loop = toSource('  for (;;);');

  it('is stopped on demand', async () => {
    const { page, verdict, editor, replace } = await open();
    await page.getByLabel('Run as I type').uncheck();
    await replace(editor, loop);
    await page.keyboard.press('ControlOrMeta+Enter');
    await expectText(verdict, 'Running…');

    await page.getByRole('button', { name: 'Stop' }).click();

    await expectText(verdict, /Failed in rate-limit[^]*You stopped the run/);
  });

  it('is stopped after a few seconds, and the page stays usable', async () => {
    const { verdict, steps, editor, replace } = await open();
    await replace(editor, loop);
    await expectText(
      verdict,
      /Failed in rate-limit[^]*An Action did not end within [^]* and was stopped/,
    );
    await expectText(steps, /rate-limit failed[^]*invite-codes skipped/);

    await replace(editor, toSource('  api.access.deny("awake", "Yes.");'));

    await expectText(verdict, 'awake');
  });
});

describe('the editor', () => {
  it('shows diagnostics below the line that caused them', async () => {
    const { editor, replace, page } = await open();
    await replace(editor, toSource("  api.cache.get('a');\n  api.access.deny('bot');"));

    const mark = page.locator('.cm-line-mark', { hasText: 'deny-without-user-message' });
    await expectText(mark, /has no message for the user/);
    const above = mark.locator(
      'xpath=preceding-sibling::*[contains(@class, "cm-line")][not(contains(@class, "cm-line-mark"))][1]',
    );
    expect(await above.innerText()).toContain("api.access.deny('bot');");
  });

  it('completes the event by its types, in code that does not parse yet', async () => {
    const opened = await open();
    const { page, editor, replace } = opened;
    await replace(editor, toSource('  '));
    await untilTyped(opened);
    for (const key of ['ControlOrMeta+Home', 'ArrowDown', 'End']) await page.keyboard.press(key);
    await page.keyboard.type('event.user.');

    const list = page.locator('.cm-tooltip-autocomplete');
    await expectText(list, /email[^]*nickname/);
    await page.keyboard.type('nick');
    await expectText(list, /^\s*nickname\s*$/);
    // The editor ignores keys for a moment after it has opened the list, and may close it while the machine is busy.
    await expect
      .poll(async () => {
        await page.keyboard.press((await list.isVisible()) ? 'Enter' : 'Control+Space');
        return editor.innerText();
      })
      .toContain('event.user.nickname');
  });

  it('shows type errors below their lines, in the words of signup-actions check', async () => {
    const opened = await open();
    const { editor, replace, page } = opened;
    await replace(editor, toSource('  event.user.email.split("@");'));
    await untilTyped(opened);

    await expectText(
      page.locator('.cm-line-mark').first(),
      'event.user.email may be absent: write event.user.email?.split(…), or check it first',
    );
  });

  it('says where the code does not parse, and keeps the code', async () => {
    const { verdict, editor, replace } = await open();
    const broken = toSource("  api.access.deny('no'");
    await replace(editor, broken);

    await expectText(verdict, /Not run[^]*rate-limit, line 2: The code does not parse: .*\./);
    expect((await editor.innerText()).replaceAll(/\s+|syntax The code.*$/gm, '')).toContain(
      broken.replaceAll(/\s+/g, ''),
    );
  });

  it('says where the event is not valid JSON', async () => {
    const { verdict, page, openEvent, replace } = await open();
    await replace(await openEvent(), '{\n  "user": }');

    await expectText(verdict, /Not run[^]*The event is not valid JSON/);
    await expectText(page.locator('.cm-line-mark'), /^event The event is not valid JSON/);
  });

  it('does not mistake the message of an error for a place', async () => {
    const { verdict, page, editor, replace } = await open();
    await replace(
      editor,
      toSource("\n\n  throw new Error('action-1.js:2:1 at action-7.js:99:1');"),
    );
    await expectText(verdict, 'Failed in rate-limit');
    await verdict.getByRole('button', { name: 'line 4' }).click();

    expect(await page.getByRole('tab', { selected: true }).innerText()).toMatch('rate-limit');
    await expectText(editor.locator('.cm-activeLine'), 'throw new Error');
  });

  it('links a call to its line', async () => {
    const { steps, page, editor } = await open();
    await expectText(steps, 'rate-limit');
    await steps.getByRole('button', { name: 'line' }).last().click();

    await expect
      .poll(() => page.getByRole('tab', { selected: true }).innerText())
      .toMatch('invite-codes');
    await expectText(editor.locator('.cm-activeLine'), 'api.validation.error');
  });
});

describe('several Actions', () => {
  it('are added, named, moved and removed, and a removal can be undone', async () => {
    const { page } = await open();
    const names = (): Promise<string[]> => page.getByRole('tab').allInnerTexts();
    await page.getByRole('button', { name: 'Add an Action' }).click();
    await page.getByRole('textbox', { name: 'Name' }).last().fill('tag');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Move to an earlier place' }).last().click();
    await expect
      .poll(names)
      .toEqual(
        [/rate-limit/, /invite-codes/, /tag/, /block-domains/].map((name) =>
          expect.stringMatching(name),
        ),
      );

    await page
      .getByRole('tabpanel')
      .filter({ visible: true })
      .getByRole('button', { name: 'Remove', exact: true })
      .click();
    await expect.poll(names).toHaveLength(3);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('tab');
    await page.getByRole('button', { name: 'Restore the previous version' }).click();
    await expect.poll(names).toHaveLength(4);
  });

  it('have unique names', async () => {
    const { page } = await open();
    await page.getByRole('textbox', { name: 'Name' }).first().fill('block-domains');
    await page.keyboard.press('Enter');

    await expectText(page.getByRole('tab').first(), 'block-domains-2');
  });
});

describe('the cache', () => {
  it('is kept between runs that the visitor starts, shown, and cleared', async () => {
    const { page, run, openExample, steps } = await open();
    await openExample('Rate limit with the cache');
    const cache = page.getByRole('region', { name: 'Cache' });
    await expectText(steps, 'api.cache.set("attempts:198.51.100.4", "1"');
    await expectText(cache, 'The first signup finds an empty cache.');

    await run();
    await expectText(cache, /attempts:198\.51\.100\.4\s+–\s+1\s+60 min/);
    await expectText(cache, 'what your last run has left: 1 record.');
    await run();
    await expectText(cache, /attempts:198\.51\.100\.4\s+1\s+2\s+60 min/);

    await page.getByRole('button', { name: 'Clear the cache' }).click();
    await expectText(cache, /attempts:198\.51\.100\.4\s+–\s+1\s+60 min/);
    await expectText(cache, 'The first signup finds an empty cache.');
  });
});

describe('a link', () => {
  it('carries everything, and runs only when the visitor runs it', async () => {
    const { page, editor, replace } = await open();
    await replace(editor, toSource("  api.access.deny('shared', 'Shared.');"));
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByText(/The link is .* It contains the values of the secrets\./).waitFor();

    const { hash } = new URL(page.url());
    const second = await open(hash);
    await expectText(
      second.verdict,
      'These Actions came with a link or from files. Read them, then press Run.',
    );
    await expectText(second.editor, 'shared');
    await second.replace(second.editor, toSource("  api.access.deny('edited', 'Edited.');"));
    await second.page.waitForTimeout(1_000);
    expect(second.page.workers().filter((worker) => !worker.url().includes('type'))).toEqual([]);

    await second.run();
    await expectText(second.verdict, 'edited');
    await second.page.reload();
    await expectText(second.editor, 'shared');
    await expectText(second.verdict, 'came with a link');
  });

  it.each([
    ['#play=xx', 'This link is damaged or cut off, so the first example is shown instead.'],
    [
      '#elsewhere',
      'This link is not a link of the playground, so the first example is shown instead.',
    ],
  ])('%s gives one sentence and the first example', async (hash, sentence) => {
    const { page, verdict, errors } = await open(hash);

    await page.getByText(sentence).waitFor();
    await expectText(verdict, 'Invalid by invite-codes');
    expect(errors).toEqual([]);
  });
});

describe('the state that a link replaces', () => {
  it('still does not run by itself if it came from a link', async () => {
    const { page, verdict, editor, openExample } = await open(
      await toLink("  api.access.deny('foreign', 'Foreign.');"),
    );
    await expectText(verdict, 'came with a link');
    await openExample('Block domains');
    await expectText(verdict, 'Denied');
    await page.getByRole('button', { name: 'Restore the previous version' }).click();
    await expectText(editor, 'foreign');
    await page.waitForTimeout(1_000);

    expect(await verdict.innerText()).toMatch('came with a link');
  });

  it('runs as before if it is the visitor’s own', async () => {
    const { page, verdict, editor, replace } = await open();
    await replace(editor, toSource("  api.access.deny('mine', 'Mine.');"));
    await expectText(verdict, 'mine');
    const hash = await toLink("  api.access.deny('foreign', 'Foreign.');");
    await page.evaluate((given) => (location.hash = given), hash);
    await expectText(verdict, 'came with a link');
    await page.getByRole('button', { name: 'Restore the previous version' }).click();

    await expectText(verdict, 'mine');
  });

  it('stays if the link is broken', async () => {
    const { page, verdict, editor, replace } = await open();
    await replace(editor, toSource("  api.access.deny('mine', 'Mine.');"));
    await expectText(verdict, 'mine');
    await page.evaluate(() => (location.hash = '#play=rubbish'));

    await page
      .getByText('This link is damaged or cut off, so nothing was changed.')
      .waitFor({ timeout: 5_000 });
    await expectText(editor, 'mine');
  });

  it('is removed from the address when it is edited', async () => {
    const { page, editor, replace } = await open();
    await page.getByRole('button', { name: 'Share' }).click();
    await expect.poll(() => page.url()).toContain('#play=');
    await replace(editor, toSource(''));

    await expect.poll(() => page.url()).not.toContain('#');
  });
});

describe('every visitor', () => {
  it('can jump to the outcome on a phone', async () => {
    const { page } = await open('', { viewport: { width: 360, height: 740 } });
    await page.getByRole('button', { name: 'Outcome: Invalid by invite-codes' }).click();

    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('outcome');
    // Once the outcome is in sight, the button would only cover it.
    await expect.poll(() => page.locator('.peek').count()).toBe(0);
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator('.peek').waitFor();
  });

  it('can follow an anchor of the page', async () => {
    const { page, editor, replace, verdict } = await open('#what-runs-and-where');
    await expectText(verdict, 'Invalid');
    await replace(editor, toSource('  api.access.deny("mine", "Mine.");'));
    await expectText(verdict, 'mine');
    await page.evaluate(() => (location.hash = '#playground'));

    await expectText(editor, 'mine');
    expect(await page.getByText('This link').count()).toBe(0);
  });

  it('can use the page with only the keyboard', async () => {
    const { page, editor, verdict } = await open();
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const { activeElement: element } = document;
        return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
      });
    const tabTo = async (name: RegExp | string): Promise<void> => {
      for (let step = 0; step < 120; step += 1) {
        if ((await focused()).match(name)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab never reached ${name}, only ${await focused()}`);
    };
    await expectText(verdict, 'Invalid');
    await tabTo(/rate-limit$/);
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toMatch('invite-codes');
    await page.keyboard.press('Home');
    await tabTo('Code of rate-limit');
    const outline = await editor.evaluate(
      (element) => getComputedStyle(element.closest('.cm-editor') ?? element).outlineStyle,
    );
    expect(outline).toBe('solid');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(
      'exports.onExecutePreUserRegistration = async (event, api) => api.access.deny("keys", "Keys.");',
    );
    await page.keyboard.press('ControlOrMeta+Enter');
    await expectText(verdict, 'keys');

    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Code of rate-limit');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await focused()).not.toBe('Code of rate-limit');
  });

  it('announces the verdict to a screen reader', async () => {
    const { page, verdict } = await open();
    await expectText(verdict, 'Invalid');

    expect(
      await page.getByRole('status').filter({ hasText: 'Invalid by invite-codes' }).count(),
    ).toBe(1);
  });

  it.each(['light', 'dark'] as const)(
    'finds the page accessible in %s mode',
    async (colorScheme) => {
      const opened = await open('', { colorScheme });
      const { page, editor, replace, verdict } = opened;
      await untilTyped(opened);
      await replace(
        editor,
        toSource(
          "  // words\n  console.log('x', 5);\n  api.user.setAppMetadata('a', new Date());\n  api.access.deny('bot');",
        ),
      );
      await expectText(verdict, 'bot');
      await page.locator('.cm-line-mark').nth(1).waitFor();
      for (const name of [
        'Repeat this signup',
        'Add a response',
        'Add a form field',
        'Add a record',
      ]) {
        await page.getByRole('button', { name }).click();
      }
      await page.getByRole('radio', { name: 'Signup 1' }).check();
      await expectText(verdict, 'bot');
      await page.addScriptTag({
        path: createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
      });

      const violations = await page.evaluate(async () => {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the script above defines it
        const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
        const found = await axe.run(document.querySelector('.VPContent') ?? document);
        return found.violations.map(({ id, nodes }) =>
          [id, ...nodes.map(({ html }) => html)].join('\n'),
        );
      });

      expect(violations).toEqual([]);
    },
  );

  it.each([360, 768, 1280])('has no horizontal scrolling at %d pixels', async (width) => {
    const { page, verdict, editor, replace } = await open('', { viewport: { width, height: 740 } });
    await replace(editor, toSource(`  api.access.deny('${'long'.repeat(60)}');`));
    await expectText(verdict, 'longlong');

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  it('loads nothing from other sites', async () => {
    const opened = await open();
    await untilTyped(opened);

    expect(
      opened.requests.filter((url) => new URL(url).origin !== new URL(site().address).origin),
    ).toEqual([]);
  });
});
