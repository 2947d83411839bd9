import { PassThrough } from 'node:stream';
import { serialize } from 'node:v8';
import { expect, it } from 'vitest';
import { collectFrames, collectText } from '../src/process/parent/collect.ts';
import { endMark } from '../src/process/records.ts';

// What a process writes comes in parts of any size.

const frame = '{"type":"ready"}\n';
const toRecord = (type: string): string =>
  `\u0000record ${serialize({ type }).toString('base64')}\u0000\n`;

it('takes what was written before the mark, also if that comes in two parts', async () => {
  const stream = new PassThrough();
  const out = collectText(stream, 100);

  stream.write(`first${endMark.slice(0, 5)}`);
  stream.write(`${endMark.slice(5)}second`);
  await out.waitForMark();

  expect([out.take(), out.read()]).toEqual(['first', 'second']);
});

it('keeps the beginning of what is too long, and finds the mark after it', async () => {
  const stream = new PassThrough();
  const out = collectText(stream, 10);

  stream.write('0123456789');
  for (let part = 0; part < 100; part += 1) stream.write('and so on ');
  for (const character of endMark) stream.write(character);
  await out.waitForMark();

  expect(out.take()).toMatch(/^0123456789.{0,40}$/);
});

it('takes all that was written if the stream ends without a mark', async () => {
  const stream = new PassThrough();
  const out = collectText(stream, 100);

  stream.end('all of it');
  await new Promise((resolve) => void stream.once('close', resolve));
  await out.waitForMark();

  expect(out.take()).toBe('all of it');
});

it.each([1, 7, Infinity])('tells one flow from the next by its record, in parts of %d', (size) => {
  const stream = new PassThrough();
  const frames = collectFrames(stream);
  const text = `${frame}${toRecord('one')}${frame}${toRecord('two')}`;

  const taken: unknown[] = [];
  for (let at = 0; at < text.length; at += size) {
    stream.write(text.slice(at, at + size));
    // The stream passes it on at once.
    stream.read();
    for (let record = frames.takeRecord(); record; record = frames.takeRecord()) {
      taken.push(record, frames.take());
    }
  }

  expect(taken).toEqual([{ type: 'one' }, frame, { type: 'two' }, frame]);
  expect(frames.read()).toBe('');
});

it('leaves out a record that a process could not finish', () => {
  const stream = new PassThrough();
  const frames = collectFrames(stream);

  stream.write(frame + toRecord('one').slice(0, -2));
  stream.read();

  expect([frames.takeRecord(), frames.takeAll()]).toEqual([undefined, frame]);
});
