import type { Place } from '@signup-actions/workbench';
import type { InjectionKey } from 'vue';

/** Selects an Action and scrolls one of its lines into view. A page without editors provides none. */
export const showPlaceKey: InjectionKey<(place: Place) => void> = Symbol('showPlace');
