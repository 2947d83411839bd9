import { listExplanations } from '@signup-actions/runtime-core/internal';

/** Links a string to the page of a rule. */
export type Link = (rule: string, text: string) => string;

/** Links in terminals that have them; absent elsewhere. `FORCE_HYPERLINK` overrides that. */
export async function toTerminalLink({
  env,
  stdout,
}: Pick<NodeJS.Process, 'env' | 'stdout'>): Promise<Link | undefined> {
  const isForced = env['FORCE_HYPERLINK'] !== undefined;
  if (!stdout.isTTY && !isForced) return undefined;
  const { default: terminalLink } = await import('terminal-link');
  return (rule, text) => {
    const [address] = hasPage(rule) ? listExplanations([rule]) : [];
    return address === undefined ? text : terminalLink(text, address, { fallback: false });
  };
}

/** Whether a page explains a rule; it does not explain the compiler's own errors. */
export const hasPage = (rule: string): boolean => !/^(TS\d+|syntax)$/.test(rule);
