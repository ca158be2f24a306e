import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { oneWriter, type Card, type Cards } from '../../platform/thread/index.ts'
import * as store from './store.ts'

/** How statements are named in the trace. Votes and participants have no cards: nothing may name them. */
export const opinionCards = { statement: cardsOfStatements } satisfies Partial<Record<Noun, Cards>>

async function cardsOfStatements(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const statements = await store.statementsById(read, ids)
  return statements.map((statement) => ({
    thing: { kind: 'statement', id: statement.id },
    title: statement.text,
    state: statement.isTakenOut ? 'state.taken-out' : '',
    visibility: 'public',
    path: `/problems/${statement.slug}/statements/${statement.number}`,
    writtenBy: oneWriter(statement.writtenBy),
  }))
}
