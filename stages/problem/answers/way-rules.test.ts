import { describe, expect, it } from 'vitest'
import { wayNow } from './way-rules.ts'

describe('how far a problem is on its way', () => {
  const now = Temporal.Instant.from('2026-05-01T12:00:00Z')
  const [early, late] = [now.subtract({ hours: 1 }), now.add({ hours: 1 })]
  const open = { closesAt: late, lapsedAt: null, settledAt: null }
  const owes = (dueAt: Temporal.Instant, answeredAt: Temporal.Instant | null = null) => ({ dueAt, answeredAt })

  it.each([
    ['none', undefined, [], undefined],
    ['collecting', open, [], undefined],
    ['collecting', { ...open, closesAt: null }, [owes(early, early)], 'given'],
    ['closed', { ...open, closesAt: early }, [], undefined],
    ['owed', open, [owes(late)], undefined],
    ['late', open, [owes(early)], undefined],
    ['late', { ...open, settledAt: early }, [owes(early), owes(late, early)], 'refused'],
    ['lapsed', { ...open, closesAt: early, lapsedAt: early }, [], undefined],
    ['refused', { ...open, settledAt: early }, [owes(late, early)], 'refused'],
    ['mandate', { ...open, settledAt: early }, [], undefined],
  ] as const)('%s', (state, agenda, debts, outcome) => {
    expect(wayNow(agenda, { debts, outcome, now })).toBe(state)
  })

  it('collects nothing once it goes on in another one; what is owed for it stays owed', () => {
    const ways = { outcome: undefined, now, isMerged: true }
    expect(wayNow(open, { ...ways, debts: [] })).toBe('elsewhere')
    expect(wayNow(open, { ...ways, debts: [owes(early)] })).toBe('late')
  })
})
