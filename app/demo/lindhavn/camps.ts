import { shuffled } from '@folkmoot/basics/seeded.ts'
import type { Choice } from '@folkmoot/tally/tally.ts'

/** Three ways of seeing the ways to school, with how many see them so: who walks, who needs the car, who has small children. */
const camps = [
  { name: 'walkers', size: 56 },
  { name: 'drivers', size: 50 },
  { name: 'families', size: 44 },
] as const
type Camp = (typeof camps)[number]['name']

/** How many say what; whoever is left has not answered. */
export type Said = readonly [agree: number, disagree: number, pass: number]
export type SaidByCamp = Readonly<Record<Camp, Said>>

export const inCamps = camps.reduce((sum, { size }) => sum + size, 0)

export type Answer<Person> = { readonly person: Person; readonly choice: Choice }

export function answersByCamp<Person>(people: readonly Person[], said: SaidByCamp, seed: string): Answer<Person>[] {
  return campsAmong(people).flatMap(({ name, members }) => answersOf(members, said[name], `${seed} ${name}`))
}

/** In an order of its own for each statement, so that who passes on one agrees with the next. */
export function answersOf<Person>(
  people: readonly Person[],
  [agree, disagree, pass]: Said,
  seed: string,
): Answer<Person>[] {
  return shuffled(people, seed)
    .slice(0, agree + disagree + pass)
    .map((person, rank) => ({ person, choice: rank < agree ? 'agree' : rank < agree + pass ? 'pass' : 'disagree' }))
}

/**
 * All camps mixed evenly: who is the newest, and held back from the map, is then no matter of chance, nor what may be told of so few.
 */
export function mixed<Person>(people: readonly Person[]): readonly Person[] {
  return campsAmong(people)
    .flatMap(({ members }) => members.map((person, nth) => ({ person, at: (nth + 0.5) / members.length })))
    .toSorted((a, b) => a.at - b.at)
    .map(({ person }) => person)
}

function campsAmong<Person>(people: readonly Person[]) {
  const ends = camps.map((_, last) => camps.slice(0, last + 1).reduce((sum, { size }) => sum + size, 0))
  return camps.map(({ name, size }, at) => ({ name, members: people.slice((ends[at] ?? 0) - size, ends[at]) }))
}
