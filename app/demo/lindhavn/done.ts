import type { Result } from '@folkmoot/basics/result.ts'

/** In a script nothing is refused; a refusal names the case and stops the loading. */
export async function done<Value, Code extends string>(
  what: string,
  acting: Promise<Result<Value, Code>>,
): Promise<Value> {
  const result = await acting
  if (!result.ok) throw new Error(`the demonstration was refused: ${what}: ${result.refusal}`)
  return result.value
}
