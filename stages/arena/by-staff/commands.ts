import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, lockExclusive, type Database } from '../../../platform/db/index.ts'
import { todayIn, ownCalendar } from '../../../platform/directory/index.ts'
import { holdAccount } from '../../../platform/identity/index.ts'
import { profilesCalledFor } from '../arena.ts'
import { applyIn } from '../commands.ts'
import { openToPeople } from '../composition/kept-seats.ts'
import { record } from '../facts.ts'
import { inArena, type Refusal } from '../in-arena.ts'
import { acceptOnPaper, letterTyped, type TypedLetterRefusal } from '../letters/on-paper.ts'
import type * as arenaRules from '../rules.ts'
import { heldActor } from './held-actor.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type RecordInput = Omit<store.Written, 'letter'> & {
  readonly slug: string
  /** As she read it out; '' without a letter. */
  readonly code: string
}

/** Written down and given a receipt number; counts only when a second one of staff has confirmed it. */
export function recordApplication(
  database: Database,
  actor: Actor,
  { slug, code, ...written }: RecordInput,
): Promise<Result<{ readonly number: number }, Refusal<rules.RecordRefusal | TypedLetterRefusal>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const now = await clock(tx)
    const by = actor.account
    // She may write in two cases at once.
    if (by !== null) await lockExclusive(tx, `written down by ${by}`)
    const earlier = await store.recordsOf(tx, problem.id)
    const asked = {
      isProfile: openToPeople(profilesCalledFor(arena)).some(({ id }) => id === written.profile),
      isKnown: earlier.some((one) => one.state !== 'returned' && isSamePerson(one, written)),
      isReachable: written.address !== '' || written.phone !== '',
      writtenToday: by === null ? 0 : await store.countBy(tx, by, now.subtract({ hours: 24 })),
    }
    const allowed = rules.recordApplication(arena, asked, { actor, now })
    if (!allowed.ok) return allowed
    const letter = code === '' ? accept(null) : await letterTyped(tx, problem.id, code)
    if (!letter.ok) return letter
    if (letter.value !== null && earlier.some((one) => one.state !== 'returned' && one.letter === letter.value))
      return refuse('recorded-already')
    const number = earlier.length + 1
    await store.putRecord(tx, problem.id, { ...written, letter: letter.value, number, by: allowed.value.account })
    await record(tx, {
      kind: 'arena.written-down',
      problem: problem.id,
      public: {},
      secret: { number, by: allowed.value.account },
      time: 'coarse',
    })
    return accept({ number })
  })
}

/** The same name at the same address or telephone: two of one name may live apart. */
function isSamePerson(one: ReachedAt, other: ReachedAt): boolean {
  const same = (a: string, b: string): boolean => a !== '' && plain(a) === plain(b)
  return same(one.name, other.name) && (same(one.address, other.address) || same(one.phone, other.phone))
}

type ReachedAt = Pick<store.Written, 'name' | 'address' | 'phone'>

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

export type DecideInput = {
  readonly slug: string
  readonly number: number
  /** Null: confirmed; else what has to be asked again. */
  readonly why: string | null
}

type DecideRefusal = rules.DecideRefusal | 'no-such-record' | arenaRules.ApplyRefusal

/** Confirmed, it is an application like every other, by an account that is held for her. */
export function decideRecord(
  database: Database,
  actor: Actor,
  { slug, number, why }: DecideInput,
): Promise<Result<null, Refusal<DecideRefusal>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const found = (await store.recordsOf(tx, problem.id)).find((one) => one.number === number)
    if (!found) return refuse('no-such-record')
    const allowed = rules.decideRecord(found, { isConfirmed: arena.isConfirmed, why }, actor)
    if (!allowed.ok) return allowed
    const by = allowed.value.account
    if (why !== null) {
      await store.decide(tx, problem.id, { number, by, state: 'returned', why })
      return accept(null)
    }
    const account = await holdAccount(tx, { name: found.name, language: found.language })
    const { profile, motivation, tie, gender, told, address } = found
    const applied = await applyIn(
      tx,
      { problem, arena },
      {
        actor: heldActor(tx, { account, name: found.name }),
        // It came when it was written down, also if the second pair of eyes had time later.
        now: found.recordedAt,
        input: {
          profile,
          motivation,
          tie,
          gender,
          address,
          told: new Map(Object.entries(told) as [Id<'feature'>, Id<'feature-value'>][]),
        }, // keys as they were put
      },
    )
    if (!applied.ok) return applied
    if (found.letter !== null) {
      const on = todayIn(await ownCalendar(tx), found.recordedAt)
      await acceptOnPaper(tx, problem.id, { letter: found.letter, account, on })
    }
    await store.decide(tx, problem.id, { number, by, state: 'confirmed', account })
    return accept(null)
  })
}
