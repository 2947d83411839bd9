import type { Place } from '@signup-actions/workbench';
import type { InjectionKey } from 'vue';

/** Selects an Action and scrolls one of its lines into view. */
export const showPlaceKey: InjectionKey<(place: Place) => void> = Symbol('showPlace');
