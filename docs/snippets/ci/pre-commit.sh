#!/bin/sh
# .git/hooks/pre-commit
npx signup-actions check tenant
