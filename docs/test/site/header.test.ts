import { expect, it } from 'vitest';
import { onSite } from './on-site.ts';

const { visit } = onSite();

it.each(['', 'start'])('the header of "%s" is whole from 320 to 1920 pixels', async (path) => {
  const page = await visit(path);
  for (const width of [320, 390, 768, 960, 1024, 1280, 1440, 1470, 1512, 1600, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const outside = await page.evaluate(
      (right) =>
        [...document.querySelectorAll('.VPNav a, .VPNav button')]
          .map((element) => element.getBoundingClientRect())
          .filter((box) => box.width > 0 && (box.left < 0 || box.right > right - 4)).length,
      width,
    );
    expect({ width, outside }).toEqual({ width, outside: 0 });
  }
  await page.context().close();
});
