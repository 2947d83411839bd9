/** The date of the platform's behaviour that this engine follows. */
export const contractVersion = '2026-11-01';
