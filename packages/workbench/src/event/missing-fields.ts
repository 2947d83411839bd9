import { requiredEventParts } from '@signup-actions/runtime-core/internal';
import { isJsonObject, type JsonObject } from '../files/json.ts';

/** The paths of the parts and fields that an event lacks and that every event of the platform has. */
export const listMissingFields = (event: JsonObject): readonly string[] =>
  Object.entries(requiredEventParts).flatMap(([part, fields]) => {
    const value = event[part];
    if (!isJsonObject(value)) return [part];
    return fields.filter((field) => value[field] === undefined).map((field) => `${part}.${field}`);
  });
