import type { Noun, Thing } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../platform/http/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { cardsOf, downstreamOfEach, stateIn, upstream, type Card } from '../../platform/thread/index.ts'
import { ideaEnds } from '../../stages/draft/index.ts'
import { nounWords } from '../nouns/words.ts'
import { pathIn } from '../paths.ts'

/** Of a thing of the thread: where it came from and what became of it, as anyone may read it. */

/** Kinds whose fate has a page: what people gave, and what the thread makes of it. */
export const fateKinds = [
  'idea',
  'comment',
  'statement',
  'question',
  'evidence',
  'finding',
  'meeting',
  'item',
  'gathering',
  'working-group',
  'group-report',
  'note',
  'framing',
  'clause',
  'recommendation',
  'answer',
  'commitment',
  'indicator',
  'measurement',
] as const satisfies readonly Noun[]

/** What came of it; of an idea that goes on in another one that one first, and what came of it. */
export async function becameOf(visit: Pick<Visit, 'read'>, thing: Thing): Promise<readonly Thing[]> {
  return (await becameOfEach(visit, [thing])).get(thing.id) ?? []
}

/** The same of everything on a page, by its id. */
export async function becameOfEach(
  { read }: Pick<Visit, 'read'>,
  things: readonly Thing[],
): Promise<ReadonlyMap<Thing['id'], readonly Thing[]>> {
  const ends = await ideaEnds(
    read,
    things.filter(({ kind }) => kind === 'idea').map(({ id }) => id),
  )
  const strands = await downstreamOfEach(read, [...things.map(({ id }) => id), ...ends.values()])
  return new Map(
    things.map(({ id }) => {
      const end = ends.get(id)
      const onward: readonly Thing[] = end ? [{ kind: 'idea', id: end }] : []
      const later = [id, ...(end ? [end] : [])].flatMap((one) => strands.get(one) ?? [])
      return [id, unique([...onward, ...later.map(({ from }) => from)]).filter((one) => one.id !== id)]
    }),
  )
}

export function unique(things: readonly Thing[]): readonly Thing[] {
  return [...new Map(things.map((thing) => [thing.id, thing])).values()]
}

export type Line = {
  readonly kind: string
  readonly title: string
  readonly href: string
  /** Empty where it has none. */
  readonly state: string
}

/** What politicians say of it stands on its own page, by the rule of that page: it is no step of what became of it. */
const standsUnder: ReadonlySet<Noun> = new Set<Noun>(['reply', 'statement-position'])

export type Fate = {
  readonly card: Card
  readonly isHidden: boolean
  readonly line: Line
  readonly from: readonly Line[]
  readonly became: readonly Line[]
}

export async function fateOf(visit: Visit, thing: Thing): Promise<Fate | undefined> {
  const [before, after] = await Promise.all([
    upstream(visit.read, thing).then((strands) => unique(strands.map(({ to }) => to))),
    becameOf(visit, thing),
  ])
  const things = [thing, ...before, ...after]
  const [cards, hidden] = await Promise.all([
    cardsOf(visit.read, things),
    hiddenAmong(
      visit.read,
      things.map(({ id }) => id),
    ),
  ])
  const card = cards.get(thing.id)
  if (card?.visibility !== 'public') return undefined
  const lines = (all: readonly Thing[]): readonly Line[] =>
    all.flatMap(({ id, kind }) => {
      const one = cards.get(id)
      return one?.visibility === 'public' && !hidden.has(id) && !standsUnder.has(kind) ? [lineOf(visit, one)] : []
    })
  return {
    card,
    isHidden: hidden.has(thing.id),
    line: lineOf(visit, card),
    from: lines(before),
    became: lines(after),
  }
}

export function lineOf(visit: Pick<Visit, 'lang' | 'jurisdiction'>, card: Card): Line {
  const state = stateIn(visit.lang, card)
  // What stands as an idea says itself which it is: an experience or an idea.
  const isSaid = card.thing.kind === 'idea' && state !== ''
  return {
    kind: isSaid ? state : nounWords.say(visit.lang)(card.thing.kind),
    title: card.title,
    href: pathIn(visit, card.path),
    state: isSaid ? '' : state,
  }
}
