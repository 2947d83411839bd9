import { applyEdits, toOriginal, type Edit } from '@signup-actions/workbench';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { carryAnnotations, toAnnotated } from './shift.ts';

const source = 'exports.run = async (event) => event;';
const annotations: readonly Edit[] = [
  [0, 0, '/* types */ '],
  [14, 14, '/** @type */('],
  [36, 36, ')'],
];

it('converts every offset there and back', () => {
  fc.assert(
    fc.property(fc.nat(source.length), (offset) => {
      expect(toOriginal(toAnnotated(offset, annotations), annotations)).toBe(offset);
    }),
  );
});

it('finds the same character in both', () => {
  const annotated = applyEdits(source, annotations);
  for (let offset = 0; offset < source.length; offset += 1) {
    expect(annotated[toAnnotated(offset, annotations)]).toBe(source[offset]);
  }
});

it('puts an error in an annotation at the place of the annotation', () => {
  expect(toOriginal(3, annotations)).toBe(0);
  expect(toOriginal(12 + 14 + 4, annotations)).toBe(14);
});

it('moves annotations after an edit', () => {
  const typed = source.replace('event;', 'event.;');
  const carried = carryAnnotations(annotations, source, typed);

  expect(applyEdits(typed, carried)).toBe(
    '/* types */ exports.run = /** @type */(async (event) => event.);',
  );
});

it('drops annotations in the edited part', () => {
  const typed = source.replace('= async', '');

  expect(carryAnnotations(annotations, source, typed)).toEqual([
    [0, 0, '/* types */ '],
    [36 - 7, 36 - 7, ')'],
  ]);
});
