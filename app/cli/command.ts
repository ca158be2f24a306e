import type { Database } from '../../platform/db/index.ts'
import { allJurisdictions, type Jurisdiction } from '../../platform/directory/index.ts'
import type { Settings } from '../settings.ts'

/** One command of the command line. What it does lies in a stage or a service. */
export type Command = {
  /** The words it is called by: `['import', 'popolo']`. */
  readonly call: readonly string[]
  readonly usage: string
  readonly does: string
  readonly run: (args: readonly string[], settings: Settings) => Promise<void>
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** The value after `--name`, and the arguments without it. */
export function option(
  args: readonly string[],
  name: string,
): { readonly value: string | undefined; readonly rest: readonly string[] } {
  const at = args.indexOf(`--${name}`)
  if (at === -1) return { value: undefined, rest: args }
  return { value: args[at + 1], rest: args.filter((_, index) => index !== at && index !== at + 1) }
}

export function demand(value: string | undefined, usage: string): string {
  if (value === undefined || value === '') throw new Error(`Usage: folkmoot ${usage}`)
  return value
}

/** The place of this installation an option names. */
export async function placeNamed(database: Database, slug: string | undefined): Promise<Jurisdiction> {
  const place = (await allJurisdictions(database)).find((one) => one.slug === slug)
  if (!place) throw new Error(`There is no place ${slug ?? ''} here. Name it with --place SLUG.`)
  return place
}
