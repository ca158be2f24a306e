import { expect, it } from 'vitest'
import { clockWatch } from './clock-watch.ts'

it('abuse 09: a clock that steps back, or goes otherwise than this machine, is told once; a small correction is not', () => {
  const told: string[] = []
  const look = clockWatch({ error: (what, error) => told.push(`${what}: ${String(error)}`) })
  const start = Temporal.Instant.from('2027-03-28T00:59:00Z')
  const at = (database: number, here: number): number => {
    look(start.add({ seconds: database }), start.add({ seconds: here }))
    return told.length
  }
  expect([at(0, 0), at(5, 5), at(4, 6), at(10, 11)]).toEqual([0, 0, 0, 0])
  expect(at(-3_585, 15)).toBe(2)
  expect([at(-3_580, 20), at(-3_575, 25)]).toEqual([2, 2])
  expect(told).toEqual([
    'the clock of the database stepped back: by 3595 s: deadlines end later by as much',
    'the clock of the database is not that of this machine: 3600 s apart: deadlines follow it',
  ])
  expect([at(30, 30), at(3_635, 35)]).toEqual([2, 3])
})
