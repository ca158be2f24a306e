import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nextStep, type DrawState } from './next-step.ts'

const now = Temporal.Instant.from('2026-11-23T09:00:00Z')
const [hana, chen] = [newId('account'), newId('account')]
const day = (days: number) => now.add({ hours: 24 * days })

const open: DrawState = {
  step: null,
  limited: null,
  toDraw: 10,
  waiting: 30,
  isConfirmed: false,
  closesAt: day(5),
  lockedAt: null,
  run: null,
  panelsAt: null,
  numberAt: null,
  written: null,
  doubted: null,
  answeredAt: null,
  asked: 0,
  answerBy: null,
  free: 0,
  left: 0,
}

it.each<[string, Partial<DrawState>, ReturnType<typeof nextStep>]>([
  ['limits are to be set before the call closes', {}, { name: 'set-limits', since: null, due: day(5) }],
  ['nothing without a call', { closesAt: null }, null],
  ['nothing where no seat is drawn', { toDraw: 0 }, null],
  ['nothing in a group that has begun', { isConfirmed: true }, null],
  ['limits for another number are set again', { limited: 8 }, { name: 'set-limits', since: null, due: day(5) }],
  ['nothing while people can still apply', { step: 'limits', limited: 10 }, null],
  [
    'the list is to be locked when the call has closed',
    { step: 'limits', limited: 10, closesAt: day(-2) },
    { name: 'lock-list', since: day(-2), due: null },
  ],
  [
    'fewer people than seats',
    { step: 'limits', limited: 10, closesAt: day(-2), waiting: 9 },
    { name: 'too-few', since: day(-2), due: null },
  ],
  ['panels are to be made', { step: 'pool', lockedAt: day(-1) }, { name: 'make-panels', since: day(-1), due: null }],
  ['nothing while a machine works', { step: 'pool', lockedAt: day(-1), run: 'running' }, null],
  [
    'a try that was stopped is begun again',
    { step: 'pool', lockedAt: day(-1), run: 'stopped' },
    { name: 'make-panels', since: day(-1), due: null },
  ],
  [
    'a way out is to be taken',
    { step: 'pool', lockedAt: day(-1), run: 'impossible' },
    { name: 'widen', since: day(-1), due: null },
  ],
  ['the number comes', { step: 'panels', panelsAt: day(-3) }, { name: 'throw', since: day(-3), due: null }],
  [
    'a number waits for a second person',
    { step: 'panels', panelsAt: day(-3), written: { by: chen, at: day(-1) } },
    { name: 'second', since: day(-1), due: null },
  ],
  ['nothing before a beacon gives the number', { step: 'panels', panelsAt: day(-3), numberAt: day(1) }, null],
  [
    'what a beacon gave is written down',
    { step: 'panels', panelsAt: day(-3), numberAt: day(-1) },
    { name: 'throw', since: day(-3), due: null },
  ],
  [
    'a beacon one says did not come is looked at by another',
    { step: 'panels', panelsAt: day(-3), numberAt: day(-2), doubted: { by: chen, at: day(-1) } },
    { name: 'doubted', since: day(-1), due: null },
  ],
  [
    'whoever said so may still write what it gave',
    { step: 'panels', panelsAt: day(-3), numberAt: day(-2), doubted: { by: hana, at: day(-1) } },
    { name: 'throw', since: day(-3), due: null },
  ],
  [
    'panels are made before the beacon gives the number',
    { step: 'pool', lockedAt: day(-1), numberAt: day(1) },
    { name: 'make-panels', since: day(-1), due: day(1) },
  ],
  ['not for who wrote it', { step: 'panels', panelsAt: day(-3), written: { by: hana, at: day(-1) } }, null],
  ['offers have time', { step: 'drawn', asked: 4, answerBy: day(4) }, null],
  ['offers run out', { step: 'drawn', asked: 4, answerBy: day(3) }, { name: 'offers', since: null, due: day(3) }],
  [
    'seats nobody took',
    { step: 'drawn', free: 2, left: 9, answeredAt: day(-1) },
    { name: 'draw-again', since: day(-1), due: null },
  ],
  ['nobody left to be drawn', { step: 'drawn', free: 2, left: 1 }, null],
  ['all seats taken', { step: 'drawn', left: 9 }, null],
])('%s', (_, changed, next) => {
  // Moments are alike to `toEqual`, whatever they are.
  expect(JSON.stringify(nextStep({ ...open, ...changed }, { now, account: hana }))).toBe(JSON.stringify(next))
})

it('asks nobody to draw again while somebody still thinks, nor the one who wrote the number to write it twice', () => {
  const at = fc.integer({ min: -9, max: 9 }).map(day)
  const some = fc.record({
    step: fc.constantFrom(null, 'limits', 'pool', 'panels', 'drawn' as const),
    asked: fc.nat(3),
    free: fc.nat(3),
    left: fc.nat(3),
    answerBy: at,
    closesAt: at,
    panelsAt: at,
    written: fc.option(fc.record({ by: fc.constantFrom(hana, chen), at })),
  })
  fc.assert(
    fc.property(some, (changed) => {
      const name = nextStep({ ...open, ...changed }, { now, account: hana })?.name
      if (changed.asked > 0) expect(['offers', undefined]).toContain(name)
      if (changed.written?.by === hana) expect(name).not.toBe('second')
    }),
  )
})
