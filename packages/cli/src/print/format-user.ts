import type {
  CreatedUser,
  Lines,
  SecretSearch,
  TextRole,
} from '@signup-actions/runtime-core/internal';
import { diffUser, type UserField } from '@signup-actions/workbench';
import { paint } from './paint.ts';

const roles = { '+': 'good', '-': 'bad' } as const satisfies Partial<
  Record<UserField['mark'], TextRole>
>;

/** The user who is created, beside what signup brought. */
export function formatUser(before: CreatedUser, after: CreatedUser, search: SecretSearch): Lines {
  const fields = diffUser(before, after, search);
  const width = Math.max(0, ...fields.map(({ name }) => name.length));
  return fields.map(({ mark, name, value }) => {
    const text = `  ${mark} ${name.padEnd(width)}  ${value}`;
    return mark === ' ' ? text : paint(roles[mark], text);
  });
}
