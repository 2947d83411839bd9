/** The JSON documents in a string, one after another as several commands print them; undefined if it is not JSON. */
export function parseDocuments(text: string): readonly unknown[] | undefined {
  try {
    return splitDocuments(text).map((document) => JSON.parse(document) as unknown);
  } catch {
    return undefined;
  }
}

/** Splits a string after each object or array that is not inside another one. */
function splitDocuments(text: string): readonly string[] {
  const documents: string[] = [];
  let start = 0;
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:\\.|[^"\\])*"|[[\]{}]/gs)) {
    if (token === '{' || token === '[') depth += 1;
    if (token !== '}' && token !== ']') continue;
    depth -= 1;
    if (depth > 0) continue;
    documents.push(text.slice(start, index + 1));
    start = index + 1;
  }
  const rest = text.slice(start);
  return rest.trim() === '' ? documents : [...documents, rest];
}
