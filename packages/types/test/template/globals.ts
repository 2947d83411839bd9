// The same as `"types": ["@signup-actions/types/globals"]` in a `jsconfig.json`.
import '@signup-actions/types/globals';
