import { shared } from '../watch/shared.ts';

const setting: { isStrict: boolean } = shared('strict', () => ({ isStrict: false }));

/** Makes runs and mock apis strict unless they say otherwise. Called by the strict setup entries. */
export function makeStrict(): void {
  setting.isStrict = true;
}

/** What `strict` means if it is left out. */
export const isStrictByDefault = (): boolean => setting.isStrict;
