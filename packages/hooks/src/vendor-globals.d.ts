// Types of browsers that the declarations of `@workos-inc/node` name; Node has them as values only.
interface TextEncoder {
  readonly encoding: string;
}
type BodyInit = NonNullable<RequestInit['body']>;
