/** What the editor says, in the reader's language; the page hands it over. `{n}` and `{name}` are filled in here. */
export type LiveWords = Readonly<Record<LiveWord, string>>

export type LiveWord =
  | 'label'
  | 'recommendation'
  | 'passage'
  | 'heading'
  | 'clause'
  | 'opening'
  | 'kept'
  | 'unkept'
  | 'cut-off'
  | 'kept-again'
  | 'copied'
  | 'writing'
  | 'alone'
  | 'joined'
  | 'left'
  | 'staff'
  | 'pasted-cut'
  | 'keeping-first'
  | Refusal

/** Why the server sends somebody away; any other reason is said as `unreadable`. */
const refusals = [
  'signed-out',
  'consent-first',
  'not-a-member',
  'group-not-confirmed',
  'handed-over',
  'hidden',
  'not-yours',
  'too-large',
  'text-full',
  'much-today',
  'too-many',
  'unreadable',
] as const

type Refusal = (typeof refusals)[number]

export function refusalOf(reason: string): Refusal {
  return refusals.find((known) => known === reason) ?? 'unreadable'
}

export function fill(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
