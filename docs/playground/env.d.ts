/// <reference types="vite/client" />

declare module 'virtual:declarations' {
  /** Every declaration that the compiler needs, by path. */
  const declarations: Readonly<Record<string, string>>;
  export { declarations as default };
}

declare module '*.vue' {
  import type { DefineComponent } from 'vue';

  const component: DefineComponent;
  export default component;
}
