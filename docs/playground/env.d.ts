// What the site's build adds to TypeScript.

interface ImportMeta {
  /** The contents of all files that match a pattern, by path. */
  readonly glob: <Content>(
    patterns: readonly string[] | string,
    options: { readonly query?: string; readonly import: 'default'; readonly eager: true },
  ) => Readonly<Record<string, Content>>;
}

declare module 'virtual:declarations' {
  /** Every declaration that the compiler needs, by path. */
  const declarations: Readonly<Record<string, string>>;
  export { declarations as default };
}

declare module '*.css' {}
