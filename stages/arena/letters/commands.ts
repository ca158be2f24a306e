import { randomBytes } from 'node:crypto'
import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database, type Read, type Tx } from '../../../platform/db/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import type { Problem } from '../../problem/index.ts'
import type { Arena } from '../arena.ts'
import { record } from '../facts.ts'
import { inArena, type Refusal } from '../in-arena.ts'
import { codeOf, hashOfCode } from './codes.ts'
import { drawFrom, hashOfDraw, hashOfList, type Draw } from './drawing.ts'
import type { AddressList } from './list.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** How far the letters of a case have come, as the rules look at it. */
export async function lettersState(
  read: Read,
  problem: Id<'problem'>,
  arena: Pick<Arena, 'call' | 'isConfirmed'>,
): Promise<rules.LettersState> {
  const [list, rounds] = await Promise.all([store.listOf(read, problem), store.roundsOf(read, problem)])
  return {
    call: arena.call,
    isConfirmed: arena.isConfirmed,
    addresses: list && !list.isErased ? list.count : null,
    letters: rounds.reduce((sum, { letters }) => sum + letters, 0),
    rounds: rounds.map(({ round, letters, made, printedAt }) => ({
      round,
      isPrinted: printedAt !== null,
      isMade: made >= letters,
    })),
  }
}

async function aboutLetters<Value, Code extends string>(
  database: Database,
  actor: Actor,
  slug: string,
  act: (tx: Tx, problem: Problem, state: rules.LettersState) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Refusal<Code>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) =>
    act(tx, problem, await lettersState(tx, problem.id, arena)),
  )
}

const saltBytes = 32

export function listAddresses(
  database: Database,
  actor: Actor,
  { slug, list }: { readonly slug: string; readonly list: AddressList },
): Promise<Result<null, Refusal<rules.ListRefusal>>> {
  return aboutLetters(database, actor, slug, async (tx, problem, state) => {
    const allowed = rules.listAddresses(state, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    const salt = randomBytes(saltBytes)
    const hash = hashOfList(list.addresses, salt)
    await store.putList(tx, problem.id, { ...list, by: allowed.value.account, salt, hash })
    await record(tx, {
      kind: 'arena.addresses-listed',
      problem: problem.id,
      public: {
        addresses: list.addresses.length,
        features: list.features.map(({ name }) => name),
        hash: hash.toString('hex'),
      },
      time: 'exact',
    })
    return accept(null)
  })
}

export type DrawInput = Omit<Draw, 'seed'> & { readonly slug: string }

/** The seed comes from chance after the list lies fixed in the ledger: nobody chooses it, nobody draws until she likes the result. */
export function drawLetters(
  database: Database,
  actor: Actor,
  { slug, ...asked }: DrawInput,
): Promise<Result<{ readonly round: number }, Refusal<rules.DrawRefusal>>> {
  return aboutLetters(database, actor, slug, async (tx, problem, state) => {
    const list = await store.listOf(tx, problem.id)
    const expectedBy = list ? featuresExpected(list, asked.expected) : 0
    const allowed = rules.drawLetters(state, { letters: asked.letters, expectedBy }, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    if (!list) return refuse('no-list')
    const [addresses, drawn] = await Promise.all([store.addressesOf(tx, problem.id), store.drawnIn(tx, problem.id)])
    const draw = { ...asked, seed: randomBytes(16).toString('hex') }
    const written = new Set(drawn.map(({ address }) => address))
    const { numbers } = drawFrom(addresses, { draw, features: list.features, written })
    if (numbers.length < asked.letters) return refuse('more-than-listed')
    const round = state.rounds.length + 1
    await keep(tx, problem.id, { round, draw, numbers, first: drawn.length + 1, by: allowed.value.account })
    await enqueue(tx, 'letters.print', { jurisdiction: tx.jurisdiction, problem: problem.id, round })
    return accept({ round })
  })
}

type Keeping = {
  readonly round: number
  readonly draw: Draw
  readonly numbers: readonly number[]
  readonly first: number
  readonly by: Id<'account'>
}

async function keep(tx: Tx, problem: Id<'problem'>, { round, draw, numbers, first, by }: Keeping): Promise<void> {
  const key = randomBytes(32)
  const hash = hashOfDraw(numbers)
  const { strataBy, expected, seed } = draw
  const letters = numbers.map((address, at) => {
    const number = first + at
    return { number, address, codeHash: hashOfCode(codeOf(key, number)) }
  })
  await store.putRound(tx, problem, { round, strataBy, expected, seed, by, hash, key, letters })
  await record(tx, {
    kind: 'arena.letters-drawn',
    problem,
    public: { round, letters: letters.length, seed, strataBy, expected, hash: hash.toString('hex') },
    time: 'exact',
  })
}

/** By how many features it is told who answers more often. */
function featuresExpected({ features }: store.KeptList, expected: store.Expected): number {
  return features.filter(({ values }) => values.some(({ id }) => expected[id] !== undefined)).length
}

export function confirmPrinted(
  database: Database,
  actor: Actor,
  { slug, round }: { readonly slug: string; readonly round: number },
): Promise<Result<null, Refusal<rules.PrintedRefusal>>> {
  return aboutLetters(database, actor, slug, async (tx, problem, state) => {
    const allowed = rules.confirmPrinted(state, { actor, round })
    if (!allowed.ok) return allowed
    await store.setPrinted(tx, problem.id, { round, by: allowed.value.account })
    await record(tx, { kind: 'arena.letters-printed', problem: problem.id, public: { round }, time: 'exact' })
    return accept(null)
  })
}

/** Whether the same letters come out again from what is kept; undefined when the addresses have been forgotten. */
export async function drawnAgain(read: Read, problem: Id<'problem'>, round: store.Round): Promise<boolean | undefined> {
  const [list, addresses, drawn] = await Promise.all([
    store.listOf(read, problem),
    store.addressesOf(read, problem),
    store.drawnIn(read, problem),
  ])
  if (!list || list.isErased) return undefined
  const written = new Set(drawn.filter((one) => one.round < round.round).map(({ address }) => address))
  const { numbers } = drawFrom(addresses, { draw: round, features: list.features, written })
  return hashOfDraw(numbers).toString('hex') === round.hash
}
