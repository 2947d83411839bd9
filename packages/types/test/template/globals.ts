// What `"types": ["@signup-actions/types/globals"]` in a `jsconfig.json` does.
import '@signup-actions/types/globals';
