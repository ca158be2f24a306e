import type { Address } from '@folkmoot/basics/addresses.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import type { Reply, Visit } from '../../platform/http/index.ts'
import { answerAt, textOf, visitIn, type Going } from '../../platform/http/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../platform/identity/testing.ts'
import { giveRule } from '../problem/testing.ts'
import { adoptedMandate, retellMandate } from '../mandate/index.ts'
import { problemBySlug, problemRoutes, type Problem } from '../problem/index.ts'
import { arenaRoutes } from './routes.tsx'

export const now = Temporal.Instant.from('2026-11-24T08:00:00Z')
export const slug = 'what-shall-become-of-the-gasworks'

let home: TestDatabase
export let real: Database
export let town: Town
export let problem: Problem

/** A town with one case a politician has taken up, for all tests of the file that calls it. */
export function openTown(): void {
  beforeAll(async () => {
    home = await testDatabase()
    real = openDatabase({ url: home.url })
    town = await foundTown(real)
    await giveRule(real, town)
    await go('problem.raise', {
      as: 'alice',
      typed: {
        question: ['What shall become of the gasworks?'],
        whatHappens: ['It stands empty.'],
        whoIsAffected: ['All'],
      },
    })
    await go('problem.sponsor', { as: 'dora', typed: { words: ['I live beside it.'] } })
    const raised = await problemBySlug(real.read(town.place.id), slug)
    if (!raised) throw new Error('no problem')
    problem = raised
  })

  afterAll(async () => {
    await real.close()
    await home.drop()
  })
}

export function accountOf(who: Townsperson): Id<'account'> {
  const { account } = town.people[who]
  if (!account) throw new Error(`${who} has an account`)
  return account
}

type Coming = Omit<Going, 'as'> & { readonly as?: Townsperson; readonly number?: number }

export function visitOf({ as, number = 1, ...going }: Coming = {}): Visit {
  const whole = { at: now, ...going, params: { problem: slug, number } }
  return visitIn(real, town.place, as ? { ...whole, as: town.people[as] } : whole)
}

export async function go(address: Address, going: Coming = {}): Promise<Reply> {
  return answerAt([...problemRoutes, ...arenaRoutes], address, visitOf(going))
}

/** One answer on the form that holds all of them. */
/** What somebody reads there. */
export async function reads(address: Address, going: Coming = {}): Promise<string> {
  return textOf(await go(address, going))
}

export function answered(number: number, answer: 'select' | 'decline', reason: string) {
  return { [`answer-${number}`]: [answer], [`reason-${number}`]: [reason], [`criteria-${number}`]: ['1'] }
}

export const evil = '<script>alert(1)</script>'
export const asked = (profile: Id<'profile'>) => ({
  profile: [profile],
  motivation: [`I pass it daily. ${evil}`],
  tie: [`I live here ${evil}`],
  gender: ['woman'],
})

/** One politician, a neighbour and a pupil: the profiles in that order. */
export async function adoptMandate() {
  await real.transact(town.place.id, null, (tx) =>
    retellMandate(tx, {
      problem: problem.id,
      question: problem.question,
      parentBody: town.committee,
      politicians: 1,
      citizens: 2,
      source: 'test',
      profiles: [
        { name: 'Neighbour', wanted: 1, description: '' },
        { name: 'Pupil', wanted: 1, description: '' },
      ],
    }),
  )
  return (await adoptedMandate(real.read(town.place.id), problem.id))?.profiles ?? []
}
