/**
 * What a piece of text means, so that it can be coloured.
 *
 * @internal
 */
export type TextRole = 'bad' | 'call' | 'faint' | 'good' | 'title' | 'warning';

/**
 * Wraps a piece of text to colour it for a terminal.
 *
 * @internal
 */
export type Paint = (role: TextRole, text: string) => string;

/**
 * The lines of a section; empty if it has nothing to show.
 *
 * @internal
 */
export type Lines = readonly string[];
