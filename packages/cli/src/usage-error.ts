// What readers that the playground has too throw, and this command with them.
export { UsageError } from '@signup-actions/workbench/files';
