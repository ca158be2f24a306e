import { expect, it } from 'vitest'
import type { Response } from './answers-store.ts'
import { responseTables } from './responses.ts'
import type { KeptFeature } from './store.ts'

const streets: KeptFeature = {
  id: 'street',
  name: 'Street',
  values: ['North', 'South', 'Mill'].map((name) => ({ id: name, name })),
}

function answered(street: string, yes: number): Response {
  return { values: [street], letters: 40, yes, no: 0, applied: 0 }
}

it('one yes of each of two streets beside twenty of a third cannot be worked out from the sum of 22', () => {
  const [all, byStreet] = responseTables([streets], [answered('North', 1), answered('South', 1), answered('Mill', 20)])
  expect(all?.rows[0]?.yes).toBe(22)
  expect(byStreet?.rows.map(({ yes }) => yes)).toEqual(['few', 'few', 'withheld'])
})
