export * from './flow-laws.ts';
export * from './metadata-laws.ts';
export * from './refusal-laws.ts';
