/** What a piece of a text means, for whoever colours it. */
export type TextRole = 'bad' | 'call' | 'faint' | 'good' | 'title' | 'warning';

/** Wraps a piece of text, to colour it for a terminal. */
export type Paint = (role: TextRole, text: string) => string;

/** The lines of a section; none where there is nothing to say. */
export type Lines = readonly string[];
