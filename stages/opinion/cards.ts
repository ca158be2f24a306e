import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { oneWriter, type Card, type Cards } from '../../platform/thread/index.ts'
import { positionCards } from './positions/cards.ts'
import * as store from './store.ts'
import { waitingById } from './waiting/store.ts'

/** How statements are named in the trace. Votes and participants have no cards: nothing may name them. */
export const opinionCards = { statement: cardsOfStatements, ...positionCards } satisfies Partial<Record<Noun, Cards>>

async function cardsOfStatements(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const [statements, waiting] = await Promise.all([store.statementsById(read, ids), waitingById(read, ids)])
  const shown = statements.map((statement): Card => ({
    thing: { kind: 'statement', id: statement.id },
    title: statement.text,
    state: statement.isTakenOut ? 'state.taken-out' : '',
    visibility: 'public',
    path: `/problems/${statement.slug}/statements/${statement.number}`,
    writtenBy: oneWriter(statement.writtenBy),
  }))
  // Named to its author and to moderators alone; it has no page of its own.
  const kept = waiting.map((one): Card => ({
    thing: { kind: 'statement', id: one.id },
    title: one.text,
    state: `state.${one.state}`,
    visibility: 'private',
    path: `/problems/${one.slug}/statements/mine`,
    writtenBy: [one.writtenBy],
  }))
  return [...shown, ...kept]
}
