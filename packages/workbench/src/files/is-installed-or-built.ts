/** Whether a folder or file of this name was installed or built, or is hidden, so that it has no Actions. */
export const isInstalledOrBuilt = (name: string): boolean =>
  /^(node_modules|dist|build|coverage|\.[^.].*)$/.test(name);
