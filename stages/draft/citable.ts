import { parseId, type Id, type Thing } from '@folkmoot/basics/ids.ts'
import { sought, type Read } from '../../platform/db/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { cardsOf, saidAmong, saidIn, type SaidByKind } from '../../platform/thread/index.ts'
import { groupsSaid } from '../arena/index.ts'
import { inquirySaid } from '../inquiry/index.ts'
import { meetingSaid } from '../meeting/index.ts'
import { opinionSaid } from '../opinion/index.ts'
import { problemSaid } from '../problem/index.ts'
import { ideasSaid } from './ideas/said.ts'

/** Kinds of contributions a clause can come from, in the order they are offered. */
export const citableKinds = [
  'idea',
  'group-report',
  'statement',
  'item',
  'evidence',
  'question',
  'gathering',
  'meeting',
  'note',
  'framing',
] as const
export type CitableKind = (typeof citableKinds)[number]

/** Each stage offers its own. */
const said: SaidByKind<CitableKind> = {
  ...ideasSaid,
  ...groupsSaid,
  ...opinionSaid,
  ...meetingSaid,
  ...inquirySaid,
  ...problemSaid,
}

/** Where all kinds are shown a few of each; of one kind a page. */
export const fewOfKind = 5
export const citableOnPage = 20

export type CitableQuery = {
  readonly words: string
  /** Null for a few of each. */
  readonly kind: CitableKind | null
  /** From 1. */
  readonly page: number
}

export type CitableGroup = {
  readonly kind: CitableKind
  readonly found: readonly Citable[]
  /** How many there are in all. */
  readonly count: number
}

type Seeking = CitableQuery & {
  readonly problem: Id<'problem'>
  readonly languages: readonly string[]
  /** What the clause names already. */
  readonly cited: readonly Id[]
}

/** What was said in this case that a clause can come from: what has all the words, the newest first, a page of it. */
export async function seekCitable(read: Read, seeking: Seeking): Promise<readonly CitableGroup[]> {
  const { words, kind, page, problem, languages, cited } = seeking
  const limit = kind === null ? fewOfKind : citableOnPage
  const groups = await saidIn(read, kind === null ? said : { [kind]: said[kind] }, {
    problem,
    sought: words === '' ? null : sought(words, languages),
    except: cited,
    limit,
    offset: kind === null ? 0 : (page - 1) * limit,
  })
  // What was ticked on the last page is no longer offered: there may be one page less.
  if (groups.length === 0 && page > 1) return seekCitable(read, { ...seeking, page: 1 })
  const things = groups.flatMap((group) => group.ids.map((id): Thing => ({ kind: group.kind, id })))
  const named = await namedCitable(read, things)
  return citableKinds.flatMap((one) => {
    const count = groups.find((group) => group.kind === one)?.count ?? 0
    return count === 0 ? [] : [{ kind: one, found: named.filter(({ thing }) => thing.kind === one), count }]
  })
}

/** Which of the ids somebody ticked were said in this case, and which of these nobody can read any more. */
export async function citableAmong(
  read: Read,
  problem: Id<'problem'>,
  ids: readonly string[],
): Promise<{ readonly things: readonly Thing<CitableKind>[]; readonly hidden: ReadonlySet<Id> }> {
  const among = await saidAmong(read, said, { problem, ids: ids.filter((id) => parseId('idea', id) !== undefined) })
  const stones = await hiddenAmong(
    read,
    among.flatMap(({ thing, within }) => [thing.id, ...(within === null ? [] : [within])]),
  )
  const hidden = among.filter(({ thing, within }) => stones.has(thing.id) || (within !== null && stones.has(within)))
  return { things: among.map(({ thing }) => thing), hidden: new Set(hidden.map(({ thing }) => thing.id)) }
}

export type Citable = { readonly thing: Thing; readonly title: string; readonly path: string }

/** Things with their titles: what nobody may read, or nobody can name, is left out. */
export async function readableCitable(read: Read, things: readonly Thing[]): Promise<readonly Citable[]> {
  const [named, hidden] = await Promise.all([
    namedCitable(read, things),
    hiddenAmong(
      read,
      things.map(({ id }) => id),
    ),
  ])
  return named.filter(({ thing }) => !hidden.has(thing.id))
}

async function namedCitable(read: Read, things: readonly Thing[]): Promise<readonly Citable[]> {
  const cards = await cardsOf(read, things)
  return things.flatMap((thing) => {
    const card = cards.get(thing.id)
    return card && card.visibility === 'public' ? [{ thing, title: card.title, path: card.path }] : []
  })
}
