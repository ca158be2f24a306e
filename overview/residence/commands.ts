import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, lockExclusive, type Database, type Tx } from '../../platform/db/index.ts'
import { todayIn } from '../../platform/directory/index.ts'
import {
  addressForm,
  addressList,
  askedLetters,
  closeRun,
  forgetAsked,
  householdsWithRoom,
  listedRegister,
  putAddressList,
  putAsked,
  putResidence,
  putRun,
  putTry,
  residenceOf,
  runs,
  triesOf,
  useLetter,
  type AddressRegister,
} from '../../platform/identity/residence/index.ts'
import { codeOfLetter, hashOfCode, readCode, type ListedAddress } from '../../stages/arena/index.ts'
import { record } from './facts.ts'
import { householdsOf } from './households.ts'
import * as rules from './rules.ts'

export type BringInput = {
  readonly addresses: readonly ListedAddress[]
  readonly bytes: Uint8Array
  readonly source: string
  readonly asOf: Temporal.PlainDate
}

export function bringList(
  database: Database,
  actor: Actor,
  { addresses, bytes, source, asOf }: BringInput,
): Promise<Result<null, rules.KeepRefusal>> {
  return withLetters(database, actor, async (tx) => {
    const allowed = rules.keepList(actor)
    if (!allowed.ok) return allowed
    const households = householdsOf(addresses)
    const hash = createHash('sha256').update(bytes).digest()
    await putAddressList(tx, { source, asOf, hash, by: allowed.value.account, households })
    await record(tx, {
      kind: 'identity.addresses-listed',
      problem: null,
      public: {
        source,
        asOf: asOf.toString(),
        people: addresses.length,
        households: households.length,
        hash: hash.toString('hex'),
        by: actor.name,
      },
      time: 'exact',
    })
    return accept(null)
  })
}

export type AskInput = { readonly address: string; readonly postcode: string; readonly timeZone: string }

/**
 * Whether this address is on the list is not looked up here, so neither the answer nor how long it takes can tell: the letters are made
 * later, by somebody else. What is kept is the address without her and her asking without the address.
 */
export function askForLetter(
  database: Database,
  actor: Actor,
  { address, postcode, timeZone }: AskInput,
): Promise<Result<null, rules.AskRefusal>> {
  return withAccount(database, actor, async (tx, account) => {
    const now = await clock(tx)
    const today = todayIn({ timeZone }, now)
    const known = {
      isShown: (await residenceOf(tx, account, today)) !== undefined,
      hasList: (await addressList(tx)) !== undefined,
      askings: (await triesOf(tx, account, { kind: 'asked', since: now.subtract({ hours: 24 * rules.daysOfAskings }) }))
        .length,
    }
    const allowed = rules.ask(known, actor)
    if (!allowed.ok) return allowed
    await putTry(tx, account, { kind: 'asked', at: now })
    await putAsked(tx, addressForm(address, postcode), today)
    return accept(null)
  })
}

export type MakeInput = {
  /** To who asked, or to everybody on the list who has not shown it yet. */
  readonly which: 'asked' | 'all'
  /** Asked outside of the transaction: it may be another machine. */
  readonly register?: AddressRegister
}

/** `notSent`: asked for to an address that is not on the list, or where everybody has one. */
export type Made = { readonly letters: number; readonly notSent: number }

/** As many letters to each address as people live there, less those that are good or have shown it. */
export async function makeLetters(
  database: Database,
  actor: Actor,
  { which, register = listedRegister(database.read(actor.jurisdiction)) }: MakeInput,
): Promise<Result<Made, rules.MakeRefusal>> {
  const may = rules.keepList(actor)
  if (!may.ok) return may
  const asked = which === 'asked' ? await askedLetters(database.read(actor.jurisdiction)) : []
  const known = which === 'asked' ? await register.householdsAt(asked.map(({ form }) => form)) : []
  return withLetters(database, actor, async (tx) => {
    const now = await clock(tx)
    const wanted = new Map(asked.map(({ form, letters }) => [form, letters]))
    const rooms = await householdsWithRoom(tx, which === 'all' ? 'all' : known.map(({ form }) => form), now)
    const forms = rooms.flatMap(({ form, free }) =>
      Array.from({ length: which === 'all' ? free : Math.min(free, wanted.get(form) ?? 0) }, () => form),
    )
    const earlier = await runs(tx)
    const state = {
      hasList: (await addressList(tx)) !== undefined,
      isPrinting: earlier.some(({ printedAt }) => printedAt === null),
      wanted: which === 'all' ? forms.length : asked.length,
    }
    const allowed = rules.makeLetters(state, actor)
    if (!allowed.ok) return allowed
    await forgetAsked(tx, asked)
    const notSent = which === 'all' ? 0 : asked.reduce((sum, { letters }) => sum + letters, 0) - forms.length
    if (forms.length === 0) return accept({ letters: 0, notSent })
    const run = Math.max(0, ...earlier.map((one) => one.run)) + 1
    await keepRun(tx, { run, forms, by: allowed.value.account, now })
    await record(tx, {
      kind: 'identity.residence-letters-made',
      problem: null,
      public: { run, letters: forms.length, to: which === 'all' ? 'everybody' : 'who asked', by: actor.name },
      time: 'exact',
    })
    return accept({ letters: forms.length, notSent })
  })
}

type Keeping = {
  readonly run: number
  readonly forms: readonly string[]
  readonly by: Id<'account'>
  readonly now: Temporal.Instant
}

function keepRun(tx: Tx, { run, forms, by, now }: Keeping): Promise<void> {
  const key = randomBytes(32)
  const letters = forms.map((form, at) => ({ form, codeHash: hashOfCode(codeOfLetter(key, at + 1)) }))
  return putRun(tx, { run, key, by, at: now, endsAt: now.add({ hours: 24 * rules.daysOfCode }), letters })
}

/** Lies printed and looked at: from then on nobody knows the codes but who gets the letter. */
export function confirmPrinted(
  database: Database,
  actor: Actor,
  run: number,
): Promise<Result<null, rules.KeepRefusal | 'printed-already'>> {
  return withLetters(database, actor, async (tx) => {
    const allowed = rules.keepList(actor)
    if (!allowed.ok) return allowed
    if (!(await closeRun(tx, run))) return refuse('printed-already')
    await record(tx, {
      kind: 'identity.residence-letters-printed',
      problem: null,
      public: { run, by: actor.name },
      time: 'exact',
    })
    return accept(null)
  })
}

/** `slip`: the code itself shows it; `unknown`: no letter bears it, or not any more. */
export type Typed = { readonly kind: 'shown' | 'slip' | 'unknown' }

export type TypeInput = { readonly typed: string; readonly timeZone: string }

/** A slip counts for nothing; a code that no letter bears counts, and is answered. */
export function typeCode(
  database: Database,
  actor: Actor,
  { typed, timeZone }: TypeInput,
): Promise<Result<Typed, rules.TypeRefusal>> {
  return withAccount(database, actor, async (tx, account): Promise<Result<Typed, rules.TypeRefusal>> => {
    const now = await clock(tx)
    const today = todayIn({ timeZone }, now)
    const isShown = (await residenceOf(tx, account, today)) !== undefined
    const wrong = (await triesOf(tx, account, { kind: 'wrong-code', since: now.subtract({ hours: 24 }) })).length
    const allowed = rules.typeCode({ isShown, wrong }, actor)
    if (!allowed.ok) return allowed
    const code = readCode(typed)
    if (code === undefined) return accept({ kind: 'slip' })
    const endsOn = rules.shownUntil(today)
    const until = endsOn.toZonedDateTime(timeZone).toInstant()
    if (!(await useLetter(tx, hashOfCode(code), { now, until }))) {
      await putTry(tx, account, { kind: 'wrong-code', at: now })
      return accept({ kind: 'unknown' })
    }
    await putResidence(tx, account, { means: 'letter', shownOn: today, endsOn })
    await record(tx, { kind: 'identity.residence-shown', problem: null, public: {}, time: 'coarse' })
    return accept({ kind: 'shown' })
  })
}

/** One at a time for each account: of two tries at once the second one counts the first. */
function withAccount<Value, Code extends string>(
  database: Database,
  actor: Actor,
  act: (tx: Tx, account: Id<'account'>) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | 'only-residents'>> {
  return database.transact(actor.jurisdiction, actor, async (tx): Promise<Result<Value, Code | 'only-residents'>> => {
    if (actor.account === null) return refuse('only-residents')
    await lockExclusive(tx, `residence of ${actor.account}`)
    return act(tx, actor.account)
  })
}

/** One at a time in a place: a run is counted from what is there. */
function withLetters<Value, Code extends string>(
  database: Database,
  actor: Actor,
  act: (tx: Tx) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    await lockExclusive(tx, `${actor.jurisdiction} residence letters`)
    return act(tx)
  })
}
