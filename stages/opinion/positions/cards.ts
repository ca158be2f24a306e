import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { oneWriter, type Card, type Cards } from '../../../platform/thread/index.ts'
import { statementsById } from '../store.ts'
import { lastOf } from './position.ts'
import { positionsById } from './store.ts'

/** How a position is named elsewhere: it lies on the page of its statement. */
export const positionCards = { 'statement-position': cardsOfPositions } satisfies Partial<Record<Noun, Cards>>

async function cardsOfPositions(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const positions = await positionsById(read, ids)
  const statements = await statementsById(
    read,
    positions.map(({ statement }) => statement),
  )
  const byId = new Map(statements.map((one) => [one.id, one]))
  return positions.flatMap((position) => {
    const statement = byId.get(position.statement)
    if (!statement) return []
    return [
      {
        thing: { kind: 'statement-position', id: position.id },
        title: statement.text,
        state: `choice.${lastOf(position).choice}`,
        visibility: 'public',
        path: `/problems/${statement.slug}/statements/${statement.number}#position-${position.id.slice(-8)}`,
        writtenBy: oneWriter(position.account),
      },
    ]
  })
}
