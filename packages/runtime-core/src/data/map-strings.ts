import { setOwn } from './plain-data.ts';

/** Copies plain data with every string mapped, keys included, and every number if there is a function for it. */
export function mapStrings<Data>(
  data: Data,
  map: (text: string) => string,
  mapNumber?: (number: number) => unknown,
): Data {
  if (typeof data === 'string') return map(data) as Data;
  if (typeof data === 'number' && mapNumber) return mapNumber(data) as Data;
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data))
    return data.map((item: unknown) => mapStrings(item, map, mapNumber)) as Data;
  const mapped: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(data))
    setOwn(mapped, map(key), mapStrings(part, map, mapNumber));
  return mapped as Data;
}
