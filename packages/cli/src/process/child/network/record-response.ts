import type { SeenRequest } from '@signup-actions/workbench';

/** Longer bodies are cut: people read cases. */
const maxCharacters = 20_000;

/** Headers that decide what an Action does; the others are left out. */
const kept = ['content-type', 'location', 'retry-after'] as const;

/** A response that a service gave, as a case has it; absent if it is not text. */
export async function recordResponse(response: Response): Promise<SeenRequest['recorded']> {
  const type = response.headers.get('content-type') ?? '';
  if (!isText(type)) return undefined;
  const text = await response.text();
  if (text.length > maxCharacters) return undefined;
  const json = /^application\/json\b/.test(type) ? parse(text) : undefined;
  const headers = kept.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null || (name === 'content-type' && json) ? [] : [[name, value] as const];
  });
  return {
    status: response.status,
    ...(headers.length > 0 && { headers: Object.fromEntries(headers) }),
    ...(json ? { body: json.value } : text !== '' && { body: text }),
  };
}

const isText = (type: string): boolean =>
  type === '' || /^text\/|\bjson\b|\bxml\b|urlencoded/.test(type);

function parse(text: string): { readonly value: never } | undefined {
  try {
    return { value: JSON.parse(text) as never };
  } catch {
    return undefined;
  }
}
