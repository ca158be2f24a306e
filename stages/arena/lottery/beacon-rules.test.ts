import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { beaconKeys, beacons } from '@folkmoot/sortition/beacons.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as rules from './beacon-rules.ts'
import type { Standing, Step } from './rules.ts'

const problem = newId('problem')
const place = newId('jurisdiction')
const now = Temporal.Instant.from('2026-11-23T09:00:00Z')
const minutes = (count: number): Temporal.Instant => now.add({ minutes: count })

function actor(name: 'clerk' | 'facilitator' | 'resident'): Actor {
  const roles = [{ name, scope: place }]
  return { jurisdiction: place, account: newId('account'), person: null, name, assurance: 'low', roles }
}

const clerk = actor('clerk')
const facilitator = actor('facilitator')

function standing(step: Step): Standing {
  return {
    problem,
    arena: {
      isMandateAdopted: true,
      parentBody: newId('body'),
      sponsors: [],
      setUp: undefined,
      call: { closesAt: now.subtract({ hours: 1 }) },
      isConfirmed: false,
    },
    lottery: { step, version: 1, replaces: null },
  }
}

const announced = (roundAt: Temporal.Instant, givenUpAt: Temporal.Instant | null = null): rules.Announced => ({
  turn: 1,
  beacon: 'drand-quicknet',
  round: 1,
  roundAt,
  givenUpAt,
  doubtedBy: null,
})
const refusalOf = (result: { readonly ok: boolean; readonly refusal?: string }) => (result.ok ? 'done' : result.refusal)

describe('a beacon is announced', () => {
  it.each([
    ['when the list is locked', 'pool', undefined, 10, clerk, 'done'],
    ['not before', 'limits', undefined, 10, clerk, 'list-open'],
    ['not after the panels are published', 'panels', undefined, 10, clerk, 'panels-made'],
    ['not after the draw', 'drawn', undefined, 10, clerk, 'panels-made'],
    ['not for a time that is near', 'pool', undefined, 9, clerk, 'round-too-soon'],
    ['not for a time that is past', 'pool', undefined, -5, clerk, 'round-too-soon'],
    ['not for a year from now', 'pool', undefined, 60 * 24 * 365, clerk, 'round-too-late'],
    ['not while another one stands', 'pool', announced(minutes(1)), 30, clerk, 'announced-already'],
    ['when the one before has passed', 'pool', announced(minutes(-1)), 30, clerk, 'done'],
    ['not by a resident', 'pool', undefined, 10, actor('resident'), 'not-yours-to-draw'],
  ] as const)('%s', (_, step, last, from, who, expected) => {
    const announcing = { last, beacon: beacons.nist, from: minutes(from) }
    expect(refusalOf(rules.announceBeacon(standing(step), announcing, { actor: who, now }))).toBe(expected)
  })

  it('never for a round that anybody could know', () => {
    const from = fc.integer({ min: -1_000_000, max: 10_000_000 }).map((seconds) => now.add({ seconds }))
    fc.assert(
      fc.property(fc.constantFrom(...beaconKeys), from, (key, at) => {
        const said = rules.announceBeacon(
          standing('pool'),
          { last: undefined, beacon: beacons[key], from: at },
          { actor: clerk, now },
        )
        if (!said.ok) return
        expect(Temporal.Instant.compare(said.value.roundAt, minutes(rules.leadMinutes))).toBeGreaterThanOrEqual(0)
        expect(Temporal.Instant.compare(said.value.roundAt, at)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('and counts when the panels were published before it and nobody gave it up', () => {
    expect(rules.inForce([], now)).toBeUndefined()
    expect(rules.inForce([announced(minutes(1))], now)).toMatchObject({ turn: 1 })
    expect(rules.inForce([announced(now)], now)).toBeUndefined()
    expect(rules.inForce([announced(minutes(1), minutes(90))], now)).toBeUndefined()
  })
})

describe('what it gave', () => {
  const beacon = announced(minutes(-5))
  const read = { beacon, isOneWaiting: false, panel: 472, isSigned: true }

  it.each([
    ['is written', 'panels', read, 'done'],
    ['is not written before its time', 'panels', { ...read, beacon: announced(minutes(1)) }, 'round-not-out'],
    ['is not written where dice decide', 'panels', { ...read, beacon: undefined }, 'no-beacon-announced'],
    ['is not written before the panels', 'pool', read, 'no-beacon-announced'],
    ['is not written after the draw', 'drawn', read, 'drawn-already'],
    ['is not written beside one that waits', 'panels', { ...read, isOneWaiting: true }, 'written-already'],
    ['is its randomness and nothing else', 'panels', { ...read, panel: null }, 'not-randomness'],
    ['goes with its signature', 'panels', { ...read, isSigned: false }, 'not-its-signature'],
  ] as const)('%s', (_, step, these, expected) => {
    expect(refusalOf(rules.writeReading(standing(step), these, { actor: clerk, now }))).toBe(expected)
  })

  it('counts when another person wrote the same letters, also where others give the same panel', () => {
    const text = fc.constantFrom('000001d8', '000005c0')
    fc.assert(
      fc.property(text, text, fc.constantFrom(clerk, facilitator), (one, other, who) => {
        const first = { typedBy: clerk.account ?? newId('account'), randomness: one }
        const again = rules.writeReadingAgain(
          standing('panels'),
          { beacon, first, randomness: other },
          { actor: who, now },
        )
        if (who === clerk) expect(refusalOf(again)).toBe('same-person')
        else expect(again).toMatchObject({ ok: true, value: { isSame: one === other } })
      }),
    )
    const none = { beacon, first: null, randomness: '00' }
    expect(refusalOf(rules.writeReadingAgain(standing('panels'), none, { actor: clerk, now }))).toBe('nothing-written')
  })
})

const waits = { typedBy: newId('account'), secondBy: null }
const disputed = ({ account }: Actor) => ({ typedBy: newId('account'), secondBy: account })
const day = 24 * 60

describe('a beacon that did not come', () => {
  it.each([
    ['an hour after its time', announced(minutes(-60)), [], 'No answer', 'done'],
    ['not sooner: nobody says so in haste', announced(minutes(-59)), [], 'No answer', 'too-early-to-give-up'],
    ['not for a day where somebody read it', announced(minutes(1 - day)), [waits], 'No', 'too-early-after-reading'],
    [
      'then also beside a reading that waits, or nobody would ever end it',
      announced(minutes(-day)),
      [waits],
      'No',
      'done',
    ],
    ['not without what was found', announced(minutes(-60)), [], ' ', 'found-needed'],
    ['not where none was announced', undefined, [], 'No answer', 'no-beacon-announced'],
    ['once', { ...announced(minutes(-60)), doubtedBy: newId('account') }, [], 'No answer', 'doubted-already'],
  ] as const)('is doubted %s', (_, beacon, readings, found, expected) => {
    const doubt = rules.doubtBeacon(standing('panels'), { beacon, readings, found }, { actor: clerk, now })
    expect(refusalOf(doubt)).toBe(expected)
  })

  const doubted = (ago: number, { account }: Actor = facilitator) => ({
    ...announced(minutes(-ago)),
    doubtedBy: account,
  })
  it.each([
    ['by another than who said so', doubted(60), [], 'done'],
    // An attack once: one alone gave a beacon up whose number she knew, and dice were thrown.
    ['never by one alone', announced(minutes(-60)), [], 'not-doubted'],
    ['not by who said so herself', doubted(60, clerk), [], 'you-doubted-it'],
    ['not by who disputed what was read', doubted(day), [disputed(clerk)], 'you-read-it'],
    ['by a third, where two read different things', doubted(day), [disputed(facilitator)], 'done'],
    ['not before a day has passed, where somebody read it', doubted(60), [waits], 'too-early-after-reading'],
  ] as const)('is given up %s', (_, beacon, readings, expected) => {
    const up = rules.giveBeaconUp(standing('panels'), { beacon, readings, found: 'No' }, { actor: clerk, now })
    expect(refusalOf(up)).toBe(expected)
  })
})
