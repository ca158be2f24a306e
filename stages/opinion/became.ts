import type { Noun, Thing } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../platform/http/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { cardsOf, downstream, stateIn, type Card } from '../../platform/thread/index.ts'
import { opinionWords, type OpinionKey } from './messages/words.ts'

/** One thing that came of a contribution, in words, with its full address. */
export type Became = {
  readonly kind: string
  readonly title: string
  readonly href: string
  /** "Accepted with changes"; empty where it has none. */
  readonly state: string
}

/** Votes are on the trace too, and stay unnamed; replies and positions stand on its own page. */
const standsElsewhere: ReadonlySet<Noun> = new Set<Noun>(['vote', 'reply', 'statement-position'])

/** What became of it, nearest first. What was hidden is not named either. */
export async function becameOf(visit: Visit, thing: Thing): Promise<readonly Became[]> {
  const strands = await downstream(visit.read, thing)
  const things = strands.map((strand) => strand.from).filter(({ kind }) => !standsElsewhere.has(kind))
  const [cards, hidden] = await Promise.all([
    cardsOf(visit.read, things),
    hiddenAmong(
      visit.read,
      things.map(({ id }) => id),
    ),
  ])
  const named = things
    .flatMap(({ id }) => cards.get(id) ?? [])
    .filter((card) => card.visibility === 'public' && !hidden.has(card.thing.id))
  return [...new Map(named.map((card) => [card.thing.id, becameAt(visit, card)])).values()]
}

const said: Readonly<Partial<Record<Noun, OpinionKey>>> = {
  clause: 'became.clause',
  recommendation: 'became.recommendation',
  answer: 'became.answer',
  commitment: 'became.commitment',
  milestone: 'became.milestone',
  pledge: 'became.pledge',
  indicator: 'became.indicator',
  measurement: 'became.measurement',
  amendment: 'became.amendment',
  remark: 'became.remark',
  'counter-case': 'became.counter-case',
}

/** A card in the reader's language and place. */
function becameAt(visit: Visit, card: Card): Became {
  return {
    kind: opinionWords.say(visit.lang)(said[card.thing.kind] ?? 'became.other'),
    title: card.title,
    href: `${visit.to('home')}${card.path}`,
    state: stateIn(visit.lang, card),
  }
}
