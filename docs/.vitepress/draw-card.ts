import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import satori, { type SatoriOptions } from 'satori';

const { resolve } = createRequire(import.meta.url);
const readFont = (weight: 400 | 700): Buffer =>
  readFileSync(resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff`));

const options: SatoriOptions = {
  width: 1200,
  height: 630,
  fonts: [
    { name: 'Inter', weight: 400, style: 'normal', data: readFont(400) },
    { name: 'Inter', weight: 700, style: 'normal', data: readFont(700) },
  ],
};

type Style = Readonly<Record<string, number | string>>;

/** An element as the library takes it, which needs no other one for that. */
const box = (style: Style, children: unknown): { type: 'div'; props: object } => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

/** What a card says. */
export interface CardText {
  readonly title: string;
  readonly description: string;
}

/** Draws the picture of a page for links in chats and social networks, as a PNG of 1,200 by 630 pixels. */
export async function drawCard({ title, description }: CardText): Promise<Uint8Array> {
  const card = box(
    {
      flexDirection: 'column',
      justifyContent: 'space-between',
      width: '100%',
      height: '100%',
      padding: 72,
      background: '#0b1f1c',
      color: '#d9efeb',
      fontFamily: 'Inter',
    },
    [
      box({ fontSize: 34, color: '#5eead4', fontWeight: 700 }, 'Signup Actions'),
      box({ flexDirection: 'column' }, [
        box({ fontSize: 76, fontWeight: 700, color: '#fff', lineHeight: 1.1 }, title),
        box({ marginTop: 28, maxWidth: 1056, fontSize: 34, lineHeight: 1.4 }, description),
      ]),
      box(
        { fontSize: 26, color: '#9cc9c1' },
        'Auth0 pre-user-registration Actions, tested on your own machine',
      ),
    ],
  );
  const svg = await satori(card as Parameters<typeof satori>[0], options);
  return new Resvg(svg).render().asPng();
}
