import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as rules from './beacon-rules.ts'
import type { Standing } from './rules.ts'

// A round that came ends in its number, one that did not in dice, whatever one dishonest person does and however often an honest one slips.

const problem = newId('problem')
const place = newId('jurisdiction')
const roundAt = Temporal.Instant.from('2026-11-23T09:00:00Z')
const standing: Standing = {
  problem,
  arena: {
    isMandateAdopted: true,
    parentBody: newId('body'),
    sponsors: [],
    setUp: undefined,
    call: { closesAt: roundAt.subtract({ hours: 9 }) },
    isConfirmed: false,
  },
  lottery: { step: 'panels', version: 1, replaces: null },
}

const clerk = () => {
  const account = newId('account')
  const roles = [{ name: 'clerk', scope: place } as const]
  return { jurisdiction: place, account, person: null, name: 'A clerk', assurance: 'low', roles } satisfies Actor
}
const cheat = clerk()
const slipping = clerk()
const [careful, another] = [clerk(), clerk()]
type Somebody = ReturnType<typeof clerk>

/** The truth is what stands at the address of the beacon. */
type Text = 'truth' | 'lie' | 'slip'
type Reading = { readonly by: Somebody; readonly text: Text; readonly second: { by: Somebody; text: Text } | null }
type State = {
  readonly minutes: number
  readonly readings: readonly Reading[]
  readonly doubtedBy: Somebody | null
  readonly end: Text | 'dice' | null
}
const begin: State = { minutes: 0, readings: [], doubtedBy: null, end: null }

type Act =
  | { readonly what: 'wait'; readonly minutes: number }
  | { readonly what: 'write'; readonly by: Somebody; readonly text: Text }
  | { readonly what: 'doubt' | 'give-up'; readonly by: Somebody }

/** What comes of an act; the same state where the rules refuse it. */
function after(state: State, act: Act): State {
  if (state.end) return state
  if (act.what === 'wait') return { ...state, minutes: state.minutes + act.minutes }
  const { readings, doubtedBy } = state
  const beacon: rules.Announced = {
    turn: 1,
    beacon: 'nist',
    round: 1,
    roundAt,
    givenUpAt: null,
    doubtedBy: doubtedBy?.account ?? null,
  }
  const acting = { actor: act.by, now: roundAt.add({ minutes: state.minutes }) }
  if (act.what === 'write') return written(state, { beacon, acting, text: act.text, by: act.by })
  const attempts = readings.map(({ by, second }) => ({
    typedBy: by.account,
    secondBy: second?.by.account ?? null,
  }))
  const missing = { beacon, readings: attempts, found: 'no answer' }
  if (act.what === 'doubt')
    return rules.doubtBeacon(standing, missing, acting).ok ? { ...state, doubtedBy: act.by } : state
  return rules.giveBeaconUp(standing, missing, acting).ok ? { ...state, end: 'dice' } : state
}

type Writing = {
  readonly beacon: rules.Announced
  readonly acting: { readonly actor: Actor; readonly now: Temporal.Instant }
  readonly text: Text
  readonly by: Somebody
}

function written(state: State, { beacon, acting, text, by }: Writing): State {
  const last = state.readings.at(-1)
  if (!last || last.second) {
    const allowed = rules.writeReading(standing, { beacon, isOneWaiting: false, panel: 7, isSigned: true }, acting)
    return allowed.ok ? { ...state, readings: [...state.readings, { by, text, second: null }] } : state
  }
  const first = { typedBy: last.by.account, randomness: last.text }
  const again = rules.writeReadingAgain(standing, { beacon, first, randomness: text }, acting)
  if (!again.ok) return state
  const readings = [...state.readings.slice(0, -1), { ...last, second: { by, text } }]
  return { ...state, readings, end: again.value.isSame ? text : null }
}

/** What can happen before two careful people look: everything a cheat does, and what honest people do and mistake. */
function whatHappens(hasCome: boolean): fc.Arbitrary<readonly Act[]> {
  const some = <Some extends Act>(...acts: readonly Some[]) => fc.constantFrom<Act>(...acts)
  const honest = [slipping, careful].map((by): Act =>
    hasCome ? { what: 'write', by, text: 'truth' } : { what: 'doubt', by },
  )
  const act = fc.oneof(
    some({ what: 'wait', minutes: 20 }, { what: 'wait', minutes: 700 }),
    some(
      { what: 'write', by: cheat, text: 'lie' },
      { what: 'write', by: cheat, text: 'truth' },
      { what: 'doubt', by: cheat },
      { what: 'give-up', by: cheat },
      { what: 'write', by: slipping, text: 'slip' },
    ),
    some(...honest),
  )
  return fc.array(act, { maxLength: 25 })
}

/** Two careful people: each writes what stands there, or says that nothing does. */
function settled(state: State, hasCome: boolean): State {
  const acts: readonly Act[] = [careful, another, careful, another].map((by): Act =>
    hasCome ? { what: 'write', by, text: 'truth' } : { what: 'doubt', by },
  )
  const looked = [{ what: 'wait', minutes: 24 * 60 } as const, ...acts].reduce(after, state)
  return hasCome ? looked : [careful, another].reduce((now, by) => after(now, { what: 'give-up', by }), looked)
}

it('a round that came is not got rid of, nor replaced, by one person', () => {
  fc.assert(
    fc.property(whatHappens(true), (acts) => {
      const state = acts.reduce(after, begin)
      expect(['truth', null]).toContain(state.end)
      expect(settled(state, true).end).toBe('truth')
    }),
    { numRuns: 1000 },
  )
})

it('a round that never came holds no draw up, whatever was written of it', () => {
  fc.assert(
    fc.property(whatHappens(false), (acts) => {
      const state = acts.reduce(after, begin)
      expect(['dice', null]).toContain(state.end)
      expect(settled(state, false).end).toBe('dice')
    }),
    { numRuns: 1000 },
  )
})
