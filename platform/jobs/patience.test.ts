import fc from 'fast-check'
import { expect, it } from 'vitest'
import { impatient, openPatience, secondsToWait } from './patience.ts'

const start = Temporal.Instant.from('2026-03-02T09:00:00Z')

async function breaks(): Promise<void> {
  throw new Error('no')
}

it('tells what fails by its id, waits longer each time, and lets others go on', async () => {
  const told: string[] = []
  const attempt = openPatience((what) => told.push(what))
  let others = 0
  for (let second = 0; second <= 75; second += 5) {
    const now = start.add({ seconds: second })
    await attempt({ id: 'one', now }, breaks)
    await attempt({ id: 'two', now }, async () => {
      others += 1
    })
  }
  expect(told).toEqual([
    'one failed once; it is tried again in 10 s',
    'one failed 2 times; it is tried again in 20 s',
    'one failed 3 times; it is tried again in 40 s',
    'one failed 4 times; it is tried again in 80 s',
  ])
  expect(others).toBe(16)
})

it('forgets a failure that is over', async () => {
  const told: string[] = []
  const attempt = openPatience((what) => told.push(what))
  await attempt({ id: 'one', now: start }, breaks)
  await attempt({ id: 'one', now: start.add({ seconds: 10 }) }, async () => {})
  await attempt({ id: 'one', now: start.add({ seconds: 11 }) }, breaks)
  expect(told).toHaveLength(2)
  expect(told[1]).toContain('failed once')
})

it('never waits longer than an hour, nor shorter than the time before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (times) => {
      expect(secondsToWait(times + 1)).toBeGreaterThanOrEqual(secondsToWait(times))
      expect(secondsToWait(times)).toBeLessThanOrEqual(3600)
    }),
  )
})

it('hides nothing where nobody is told', async () => {
  await expect(impatient({ id: 'one', now: start }, breaks)).rejects.toThrow('no')
})
