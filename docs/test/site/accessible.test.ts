import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { isRequired, listPages, onSite } from './on-site.ts';

const { visit } = onSite();
const pages = isRequired ? [...listPages(), 'nothing-here'] : ['start'];
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

it.each(pages)('axe finds nothing on "%s" in either theme', async (path) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await visit(path, { colorScheme, reducedMotion: 'reduce' });
    await page.addScriptTag({ path: axePath });
    const faults = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run();
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.length}, ${nodes[0]?.html.slice(0, 160)}`,
      );
    });
    expect({ colorScheme, faults }).toEqual({ colorScheme, faults: [] });
    await page.context().close();
  }
});
