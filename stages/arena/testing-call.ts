import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { ensureAccount, introduce } from '../../platform/identity/index.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import * as byStaff from './by-staff/commands.ts'
import { foundCall, type TestCall } from './testing.ts'

/** A town in which calls are open, for tests of who asks for a seat: by herself, or without a computer. */

export const now = Temporal.Instant.from('2026-11-24T08:00:00Z')
export const closesAt = now.add({ hours: 24 * 14 })

export let home: TestDatabase
export let real: Database
/** The database as it is `now`. */
export let at: Database
export let town: Town

export const read = () => real.read(town.place.id)

/** For the whole file that calls it. */
export function openTown(): void {
  beforeAll(async () => {
    home = await testDatabase()
    real = openDatabase({ url: home.url })
    at = real.at(now)
    town = await foundTown(real)
  })
  afterAll(async () => {
    await real.close()
    await home.drop()
  })
}

export function openCall(): Promise<TestCall> {
  return foundCall(at, town, closesAt)
}

/** Somebody of her own, whom no other test knows. */
export async function resident(name = 'Nia'): Promise<Actor> {
  const account = await real.transact(town.place.id, null, async (tx) => {
    const id = await ensureAccount(tx, `${newId('vote')}@example.org`, 'en')
    const tie = { tie: 'lives-here', tieWords: '', organisation: null, interest: '' } as const
    await introduce(tx, id, { name, language: 'en', ...tie })
    return id
  })
  return { ...town.people.alice, account }
}

/** What Grethe says by telephone. */
export function said(call: TestCall, more: Partial<byStaff.RecordInput> = {}): byStaff.RecordInput {
  return {
    slug: call.slug,
    way: 'phone',
    name: 'Grethe Ås',
    address: 'Havnegade 1\n5700 Testhavn',
    phone: '',
    language: 'da',
    code: '',
    profile: call.profile,
    motivation: 'I walk there every evening.',
    tie: 'I live beside it.',
    gender: 'woman',
    told: {},
    ...more,
  }
}

/** Chen writes it down; the number of the receipt. */
export async function writeDown(call: TestCall, more: Partial<byStaff.RecordInput> = {}): Promise<number> {
  const written = await byStaff.recordApplication(at, town.people.chen, said(call, more))
  if (!written.ok) throw new Error(written.refusal)
  return written.value.number
}

/** Gita has looked too: it counts, or goes back with a reason. */
export async function decideOn(call: TestCall, number: number, why: string | null = null): Promise<void> {
  const decided = await byStaff.decideRecord(at, town.people.gita, { slug: call.slug, number, why })
  if (!decided.ok) throw new Error(decided.refusal)
}
