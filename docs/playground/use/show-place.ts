import type { InjectionKey } from 'vue';
import type { Place } from '../run/find-place.ts';

/** Brings a line of an Action before the reader's eyes. */
export const showPlaceKey: InjectionKey<(place: Place) => void> = Symbol('showPlace');
