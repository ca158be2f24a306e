import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { answerAt, visitIn, type Going } from '../../../platform/http/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import { noticesOf, tellJob } from '../../../platform/notices/index.ts'
import { adoptedMandate, retellMandate } from '../../mandate/index.ts'
import { problemRoutes, type Problem } from '../../problem/index.ts'
import { giveRule, raised } from '../../problem/testing.ts'
import * as commands from '../commands.ts'
import { arenaRoutes } from '../routes.tsx'
import { answerApplications } from '../selecting.ts'
import { applicationsOf, seatsOf } from '../store.ts'
import { setUpGroup } from '../testing.ts'
import { answerOffer } from './answering.ts'

// A Tuesday; five working days later the answer is due, the last moment of Tuesday 1 December in Copenhagen.
export const now = Temporal.Instant.from('2026-11-24T08:00:00Z')
export const due = Temporal.Instant.from('2026-12-01T22:59:59.999Z')

let home: TestDatabase
export let real: Database
export let town: Town
export let problem: Problem
let neighbour: Id<'profile'>

/** A town for each test of the file that calls it: alice, bashir, aisha and the club ask for the two neighbours’ seats. */
export function openTown(): void {
  beforeAll(async () => {
    home = await testDatabase()
    real = openDatabase({ url: home.url })
  })
  afterAll(async () => {
    await real.close()
    await home.drop()
  })

  beforeEach(async () => {
    await real.queueSql('delete from pgboss.job')
    town = await foundTown(real)
    await giveRule(real, town)
    const { people, place } = town
    const case_ = await raised(real.at(now), people.alice, {})
    const sponsoring = {
      at: now,
      as: people.dora,
      params: { problem: case_.slug },
      typed: { words: ['I live there.'] },
    }
    await answerAt(problemRoutes, 'problem.sponsor', visitIn(real, place, sponsoring))
    problem = { ...case_, sponsors: people.dora.person ? [people.dora.person] : [] }
    await real.transact(place.id, null, (tx) =>
      retellMandate(tx, {
        problem: problem.id,
        question: problem.question,
        parentBody: town.committee,
        politicians: 2,
        citizens: 2,
        source: 'test',
        profiles: [{ name: 'Neighbour', wanted: 2, description: 'Lives nearby' }],
      }),
    )
    neighbour = (await adoptedMandate(read(), problem.id))?.profiles[0]?.id ?? newId('profile')
    await setUpGroup(real.at(now), people.dora, slug(), Temporal.PlainDate.from('2026-11-24'))
    const until = Temporal.PlainDate.from('2026-12-12')
    kept(await commands.openCall(real.at(now), people.dora, { slug: slug(), until, timeZone: place.timeZone }))
    for (const name of ['alice', 'bashir', 'aisha', 'klub'] as const) {
      const words = { motivation: 'I know it.', tie: 'I live here.', gender: null }
      kept(await commands.applyForSeat(real.at(now), people[name], { slug: slug(), profile: neighbour, ...words }))
    }
  })
}

export const slug = () => problem.slug
export const read = () => real.read(town.place.id)

export function kept<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: string },
): Value {
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

export async function choose(yes: readonly Townsperson[], no: readonly Townsperson[] = []): Promise<void> {
  const applications = await applicationsOf(read(), problem.id)
  const choices = [...yes, ...no].map((name) => ({
    number: applications.find(({ account }) => account === town.people[name].account)?.number ?? 0,
    isSelected: yes.includes(name),
    reason: `About ${name}.`,
    criteria: yes.includes(name) ? ['Lives nearby'] : [],
    isSubstitute: !yes.includes(name),
  }))
  kept(await answerApplications(real.at(now), town.people.dora, { slug: slug(), choices }))
}

export function answer(name: Townsperson, isYes: boolean, at = now) {
  return answerOffer(real.at(at), town.people[name], { slug: slug(), isYes, words: isYes ? '' : 'I move away.' })
}

export function seat(name: Townsperson, { isChair = false } = {}) {
  const person = town.people[name].person ?? newId('person')
  return commands.seatPolitician(real.at(now), town.people.dora, {
    slug: slug(),
    person,
    isChair,
    reason: 'Took it up.',
  })
}

export async function sitting(): Promise<readonly string[]> {
  return (await seatsOf(read(), problem.id)).map(({ account }) => nameOf(account)).sort()
}

export function nameOf(account: Id<'account'>): string {
  return Object.entries(town.people).find(([, actor]) => actor.account === account)?.[0] ?? ''
}

export async function toldTo(name: Townsperson): Promise<readonly string[]> {
  const work = tellJob({ origin: () => 'https://folkmoot.example', say: () => (message) => message })
  const { rows } = await real.queueSql("delete from pgboss.job where name = 'notices.tell' returning data")
  for (const { data } of rows as { data: Job }[]) await work(real.at(now), data)
  const { account } = town.people[name]
  return account ? (await noticesOf(read(), account)).map(({ message }) => message) : []
}

export function go(address: Parameters<typeof answerAt>[1], as: Townsperson, going: Omit<Going, 'as'> = {}) {
  return answerAt(arenaRoutes, address, visitOf(as, going))
}

export function visitOf(as: Townsperson, going: Omit<Going, 'as'> = {}) {
  return visitIn(real, town.place, { at: now, ...going, as: town.people[as], params: { problem: slug() } })
}

/** Dora in the chair, emil, alice and bashir; aisha is a substitute, the club was answered no. */
export async function begun(): Promise<void> {
  await choose(['alice', 'bashir'], ['aisha', 'klub'])
  kept(await answer('alice', true))
  kept(await answer('bashir', true))
  kept(await seat('dora', { isChair: true }))
  kept(await seat('emil'))
  kept(await answer('emil', true))
  kept(await commands.confirmGroup(real.at(now), town.people.dora, { slug: slug(), exception: '' }))
}
