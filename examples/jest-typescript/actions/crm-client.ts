/** Stands for a package of the customer register. Returns undefined if there is no such customer. */
export async function findCustomer(email: string): Promise<{ number: string } | undefined> {
  const answer = await fetch(`https://crm.example.com/customers/${encodeURIComponent(email)}`);
  if (answer.status === 404) return undefined;
  return (await answer.json()) as { number: string };
}
