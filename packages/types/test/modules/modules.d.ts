declare module 'actions:plans' {
  export function planOf(email: string): 'free' | 'pro';
}
