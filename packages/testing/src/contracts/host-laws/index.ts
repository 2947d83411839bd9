export * from './flow.ts';
export * from './metadata.ts';
export * from './refusals.ts';
