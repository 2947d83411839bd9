export {
  isJsonObject,
  parseJson,
  parseJsonIfValid,
  type JsonObject,
} from '@signup-actions/workbench/files';
