const ending = /\.signup\.(json|ya?ml)$/;

/** Whether the name of a file says that it has a case. */
export const isCaseFile = (file: string): boolean => ending.test(file);

/** Whether a file of cases is YAML. */
export const isYaml = (file: string): boolean => /\.ya?ml$/.test(file);

/** The name of a case that has none: that of its file, without folders. */
export const toCaseName = (file: string): string =>
  file.replace(/^.*[\\/]/, '').replace(ending, '');
