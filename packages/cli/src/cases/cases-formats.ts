/** How the results of cases can be printed. */
export const casesFormats = ['text', 'json', 'junit', 'github'] as const;

/** Name of a way to print the results of cases. */
export type CasesFormat = (typeof casesFormats)[number];
