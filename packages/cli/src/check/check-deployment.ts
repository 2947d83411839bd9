import { defaultLimits } from '@signup-actions/runtime-core';
import type { ActionSource } from '../load/action-source.ts';
import { readText } from '../load/read-text.ts';
import { lineAt, type Finding } from './finding.ts';
import { platformSentences, type PlatformRule } from '../platform-sentences.ts';

const { maxActions, maxSecrets, maxSecretNameCharacters, maxSecretValueCharacters } = defaultLimits;

/** What the platform would reject beside the code: too many Actions, and secrets over their limits. */
export async function checkDeployment(
  actions: readonly ActionSource[],
): Promise<readonly Finding[]> {
  const tooMany = actions.slice(maxActions).map(({ file }, index) => ({
    file,
    line: 1,
    rule: 'too-many-actions' as const,
    message: platformSentences['too-many-actions'](maxActions + index + 1),
  }));
  return [...tooMany, ...(await Promise.all(actions.map(checkSecrets))).flat()];
}

async function checkSecrets(action: ActionSource): Promise<readonly Finding[]> {
  const { declaredIn, declaredSecrets } = action;
  if (!declaredIn || !declaredSecrets) return [];
  const text = await readText(declaredIn);
  const findings: Finding[] = [];
  const report = (rule: PlatformRule, near: string, message: string): void => {
    // A name that is written with escapes is not found as it reads: the first line is near enough.
    const offset = Math.max(text.indexOf(near), 0);
    findings.push({ file: declaredIn, line: lineAt(text, offset), rule, message });
  };
  if (declaredSecrets.length > maxSecrets) {
    const message = platformSentences['too-many-secrets'](declaredSecrets.length);
    report('too-many-secrets', 'secrets', message);
  }
  for (const { name, value = '' } of declaredSecrets) {
    if (name.length > maxSecretNameCharacters) {
      report('secret-name-too-long', name, platformSentences['secret-name-too-long'](name.length));
    }
    if (value.length > maxSecretValueCharacters) {
      const message = platformSentences['secret-value-too-long'](name, value.length);
      report('secret-value-too-long', name, message);
    }
  }
  return findings;
}
