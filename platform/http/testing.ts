import type { Actor } from '@folkmoot/basics/actor.ts'
import { addresses, type Address } from '@folkmoot/basics/addresses.ts'
import type { Database } from '../db/index.ts'
import type { Jurisdiction } from '../directory/index.ts'
import { nobody } from '../identity/index.ts'
import { emptyForm, type TypedForm } from './form.ts'
import type { Reply } from './reply.ts'
import type { Route } from './route.ts'
import { visit, type Visit } from './visit.ts'

/** How a test comes to an address: who, when, and with what. Nobody, now, in English, unless it says so. */
export type Going = {
  readonly as?: Actor
  readonly lang?: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly typed?: TypedForm['typed']
  readonly sent?: TypedForm['files']
  readonly query?: string
  readonly at?: Temporal.Instant
  readonly isIsland?: boolean
}

/** A visit in a place without a server around it. */
export function visitIn(database: Database, place: Jurisdiction, going: Going = {}): Visit {
  const {
    lang = 'en',
    params = {},
    typed = {},
    sent = {},
    query,
    at = Temporal.Now.instant(),
    isIsland = false,
  } = going
  return visit({
    lang,
    jurisdiction: place,
    actor: going.as ?? nobody(place.id),
    database: database.at(at),
    now: at,
    params: { lang, jurisdiction: place.slug, ...named(params) },
    query: new URLSearchParams(query),
    form: { ...emptyForm, typed, files: sent },
    origin: 'https://folkmoot.example',
    originHere: 'https://folkmoot.example',
    isIsland,
    isDemo: false,
    files: undefined as never, // no page that is tested so has pictures
  })
}

/** What an address of these answers to a visit; a parameter it does not name is left out. */
export function answerAt(routes: readonly Route[], address: Address, whole: Visit): Promise<Reply> | Reply {
  const row = routes.find(({ at }) => at === address)
  if (!row) throw new Error(`no route ${address} (${addresses[address]})`)
  const asked = Object.entries(whole.params).filter(([name]) => addresses[address].includes(`:${name}`))
  return row.handle({ ...whole, params: Object.fromEntries(asked) } as Visit) // the row's own address says which
}

/** The markup of a page or of a part of one, the body of a file, the words of a refusal. */
export function textOf(reply: Reply): string {
  // Hono's markup says itself as HTML.
  // oxlint-disable-next-line typescript/no-base-to-string
  if (reply.kind === 'page' || reply.kind === 'part' || reply.kind === 'file') return String(reply.body)
  return reply.kind === 'refused' ? reply.text : ''
}

/** A form as a test writes it: one value a field. */
export function typed(fields: Readonly<Record<string, string>>): TypedForm['typed'] {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]))
}

function named(params: Readonly<Record<string, string | number>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
}

const alone = new Set(
  'area base br col embed hr img input link meta source track wbr path use circle rect line'.split(' '),
)

/** The words of a page, each with the language it stands in: that of the nearest element around it that names one, or the page's own. */
export function spokenIn(html: string, ofPage: string): readonly { readonly words: string; readonly lang: string }[] {
  const around: string[] = []
  const lang = (): string => around.at(-1) ?? ofPage
  return [...html.matchAll(/<(\/?)([a-zA-Z][\w-]*)([^>]*)>([^<]*)/g)].map(
    ([, closing, tag = '', rest = '', words = '']) => {
      if (closing) around.pop()
      else if (!alone.has(tag) && !rest.endsWith('/')) around.push(/ lang="([^"]+)"/.exec(rest)?.[1] ?? lang())
      return { words, lang: lang() }
    },
  )
}
