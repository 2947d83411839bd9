import type { Place } from '@signup-actions/workbench';
import type { InjectionKey } from 'vue';

/** Brings a line of an Action before the reader's eyes. */
export const showPlaceKey: InjectionKey<(place: Place) => void> = Symbol('showPlace');
