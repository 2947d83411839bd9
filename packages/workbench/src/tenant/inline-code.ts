import type { JsonObject } from '../files/json.ts';
import type { DeclaredCode } from './declared-tenant.ts';

/** Code that is a string in a JSON file. Its places are named as if the file were a folder: `state.json/Block.js:3`. */
export const toInlineCode = (data: JsonObject, file: string): DeclaredCode => ({
  data,
  file,
  readCode: () => {
    const name = String(data['name']).replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '-');
    const source = String(data['code']);
    return Promise.resolve({ file: `${file}/${name}.js`, source, language: 'javascript' });
  },
});
