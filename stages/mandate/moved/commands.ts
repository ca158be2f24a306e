import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import {
  bodies,
  confirmResolution,
  decidingBodies,
  ownCalendar,
  recordVote,
  resolutionsAbout,
  sittingOn,
  todayIn,
  voteFacts,
} from '../../../platform/directory/index.ts'
import type { ConfirmRefusal, VoteWords } from '../../../platform/directory/votes/rules.ts'
import { tell } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { inCase, type Problem } from '../../problem/index.ts'
import { withThoseAbove } from '../adoption.ts'
import { record } from '../facts.ts'
import { mandatesOf } from '../store.ts'
import { newsOf } from '../telling.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type MoveInput = VoteWords &
  rules.Move & {
    readonly slug: string
    readonly from: Id<'body'>
    readonly what: string
    readonly stays: string
    readonly freedHours: number | null
  }

/** Writes the record of the vote by which a body gave business to the group. Nothing has moved yet. */
export function draftMove(
  database: Database,
  actor: Actor,
  input: MoveInput,
): Promise<Result<null, rules.MoveRefusal | 'no-such-problem' | 'no-such-body'>> {
  return inCase<null, rules.MoveRefusal | 'no-such-body'>(database, actor, input.slug, async (tx, problem) => {
    const { body, from, kind, endsOn, what, stays, freedHours } = input
    const deciding = (await decidingBodies(tx)).map(({ id }) => id)
    if (!deciding.includes(body) || !deciding.includes(from)) return refuse('no-such-body')
    const { members, isKnown } = await sittingOn(tx, body, input.decidedOn)
    const state: rules.MoveState = {
      adoptedOn: await firstAdoptedOn(tx, problem.id),
      deciding: withThoseAbove(await bodies(tx), from),
      today: todayIn(await ownCalendar(tx), tx.now),
      members: members.length,
      isKnown,
    }
    const allowed = rules.draftMove(state, { move: { kind, body, endsOn }, vote: input }, actor)
    if (!allowed.ok) return allowed
    if (!rules.isMovable(kind)) return refuse('stays-where-it-is')
    const by = allowed.value.account
    const about = { kind: 'moved-business', id: store.newMoveId() } as const
    const resolution = await recordVote(tx, { body, about, by }, input)
    const number = (await store.movedTo(tx, problem.id)).length + 1
    const words = { from, what, kind, stays, endsOn, freedHours }
    await store.putMove(tx, { ...words, id: about.id, problem: problem.id, number, resolution, by })
    await link(tx, about, 'about', { kind: 'problem', id: problem.id })
    await record(tx, {
      kind: 'mandate.move-drafted',
      problem: problem.id,
      public: { number, body, from },
      time: 'exact',
    })
    return accept(null)
  })
}

/** The day of the first vote that gave the group a mandate; null where none did. */
async function firstAdoptedOn(tx: Tx, problem: Id<'problem'>): Promise<Temporal.PlainDate | null> {
  const versions = await mandatesOf(tx, problem)
  const given = new Set(
    versions.flatMap(({ state, resolution }) => (state !== 'draft' && resolution ? [resolution] : [])),
  )
  const votes = await resolutionsAbout(
    tx,
    versions.map(({ id }) => id),
  )
  const days = votes.flatMap(({ id, decidedOn }) => (given.has(id) && decidedOn ? [decidedOn] : []))
  return days.toSorted((one, other) => Temporal.PlainDate.compare(one, other))[0] ?? null
}

type Numbered = { readonly slug: string; readonly number: number }

function inMove<Value, Code extends string>(
  database: Database,
  actor: Actor,
  { slug, number }: Numbered,
  act: (tx: Tx, problem: Problem, moved: store.Moved) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | 'no-such-problem' | 'no-such-move'>> {
  return inCase<Value, Code | 'no-such-move'>(database, actor, slug, async (tx, problem) => {
    const moved = (await store.movedTo(tx, problem.id)).find((one) => one.number === number)
    return moved ? act(tx, problem, moved) : refuse('no-such-move')
  })
}

/** The chair confirms another's record: carried, the business is the group's until its day; lost, it stays. */
export function confirmMove(
  database: Database,
  actor: Actor,
  at: Numbered,
): Promise<
  Result<{ readonly isMoved: boolean }, ConfirmRefusal | 'nothing-to-confirm' | 'no-such-problem' | 'no-such-move'>
> {
  return inMove(database, actor, at, async (tx, problem, moved) => {
    const allowed = rules.confirmMove(moved, actor)
    if (!allowed.ok) return allowed
    const vote = (await resolutionsAbout(tx, [moved.id])).find(({ id }) => id === moved.resolution)
    if (!vote || !(await confirmResolution(tx, vote.id, allowed.value.account))) return refuse('nothing-to-confirm')
    const { number, from, what, kind, stays, freedHours } = moved
    await record(tx, {
      kind: vote.isCarried ? 'mandate.business-moved' : 'mandate.move-lost',
      problem: problem.id,
      public: {
        ...voteFacts(vote),
        number,
        from,
        ...(vote.isCarried ? { what, kind, stays, freedHours, until: moved.endsOn.toString() } : {}),
      },
      time: 'exact',
    })
    if (vote.isCarried)
      await tell(tx, {
        ...newsOf(problem),
        address: 'mandate.moved',
        message: 'told.business-moved',
        values: { what, question: problem.question },
        except: allowed.value.account,
      })
    return accept({ isMoved: vote.isCarried === true })
  })
}

/** It goes back before its day. */
export function giveBack(
  database: Database,
  actor: Actor,
  { words, ...at }: Numbered & { readonly words: string },
): Promise<Result<null, rules.BackRefusal | 'no-such-problem' | 'no-such-move'>> {
  return inMove(database, actor, at, async (tx, problem, moved) => {
    const today = todayIn(await ownCalendar(tx), tx.now)
    const allowed = rules.giveBack(moved, { words, today }, actor)
    if (!allowed.ok) return allowed
    const { account } = allowed.value
    await store.setBack(tx, moved.id, { on: today, words, by: account })
    await record(tx, {
      kind: 'mandate.business-back',
      problem: problem.id,
      public: { number: moved.number, on: today.toString(), words },
      time: 'exact',
    })
    await tell(tx, {
      ...newsOf(problem),
      address: 'mandate.moved',
      message: 'told.business-back',
      values: { what: moved.what, question: problem.question },
      except: account,
    })
    return accept(null)
  })
}
