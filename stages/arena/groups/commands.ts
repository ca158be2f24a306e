import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { ownCalendar, todayIn } from '../../../platform/directory/index.ts'
import { follow, tell, unfollow } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { inCase, type Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { membershipOf, putMember, setNamed, takeMember } from './member-store.ts'
import * as rules from './rules.ts'
import { groupsOf, putGroup, setClosed, type WorkingGroup } from './store.ts'

type At = { readonly slug: string; readonly number: number }
type Refusal<Code extends string> = Code | 'no-such-problem' | 'no-such-group'

export type OpenInput = {
  readonly slug: string
  readonly question: string
  readonly worksOn: string
  readonly language: string
  readonly endsOn: Temporal.PlainDate
}

/** A member of the arena opens it and is in it, by name: somebody has to be there to be asked. */
export function openGroup(
  database: Database,
  actor: Actor,
  { slug, ...words }: OpenInput,
): Promise<Result<{ readonly number: number }, rules.OpenRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const allowed = rules.openGroup(problem, words.endsOn, { actor, today: await today(tx) })
    if (!allowed.ok) return allowed
    const { account } = allowed.value
    const number = (await groupsOf(tx, problem.id)).length + 1
    const group = await putGroup(tx, { ...words, problem: problem.id, number, openedBy: account })
    const thing = { kind: 'working-group', id: group } as const
    await putMember(tx, { group, account, isNamed: true })
    await link(tx, thing, 'about', { kind: 'problem', id: problem.id })
    await follow(tx, { account, about: thing, asAuthor: true })
    const { question, worksOn, endsOn } = words
    await record(tx, {
      kind: 'arena.working-group-opened',
      problem: problem.id,
      public: { number, endsOn: endsOn.toString() },
      secret: { question, worksOn, by: account },
      time: 'exact',
    })
    await tell(tx, {
      about: { kind: 'problem', id: problem.id },
      stage: 'arena',
      message: 'told.working-group',
      values: { group: question },
      address: 'arena.group',
      params: { problem: slug, number: String(number) },
      except: account,
    })
    return accept({ number })
  })
}

/** One transaction about one working group, under the lock of its case. */
export function inWorkingGroup<Value, Code extends string>(
  database: Database,
  actor: Actor,
  { slug, number }: At,
  act: (tx: Tx, problem: Problem, group: WorkingGroup) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Refusal<Code>>> {
  return inCase<Value, Code | 'no-such-group'>(database, actor, slug, async (tx, problem) => {
    const group = (await groupsOf(tx, problem.id)).find((one) => one.number === number)
    return group ? act(tx, problem, group) : refuse('no-such-group')
  })
}

export function joinGroup(
  database: Database,
  actor: Actor,
  { isNamed, ...at }: At & { readonly isNamed: boolean },
): Promise<Result<null, Refusal<rules.JoinRefusal>>> {
  return inWorkingGroup(database, actor, at, async (tx, problem, group) => {
    const allowed = rules.joinGroup(stateOf(group), await isIn(tx, group.id, actor), { actor, today: await today(tx) })
    if (!allowed.ok) return allowed
    const { account } = allowed.value
    await putMember(tx, { group: group.id, account, isNamed })
    await follow(tx, { account, about: { kind: 'working-group', id: group.id } })
    await record(tx, {
      kind: 'arena.working-group-joined',
      problem: problem.id,
      public: { number: group.number },
      secret: { account, isNamed },
      time: 'coarse',
    })
    return accept(null)
  })
}

export function leaveGroup(database: Database, actor: Actor, at: At): Promise<Result<null, Refusal<'not-in-group'>>> {
  return inWorkingGroup(database, actor, at, async (tx, problem, group) => {
    const allowed = rules.inGroup(await isIn(tx, group.id, actor), actor)
    if (!allowed.ok) return allowed
    const { account } = allowed.value
    await takeMember(tx, { group: group.id, account })
    await unfollow(tx, account, group.id)
    await record(tx, {
      kind: 'arena.working-group-left',
      problem: problem.id,
      public: { number: group.number },
      secret: { account },
      time: 'coarse',
    })
    return accept(null)
  })
}

export function showName(
  database: Database,
  actor: Actor,
  { isNamed, ...at }: At & { readonly isNamed: boolean },
): Promise<Result<null, Refusal<'not-in-group'>>> {
  return inWorkingGroup(database, actor, at, async (tx, problem, group) => {
    const allowed = rules.inGroup(await isIn(tx, group.id, actor), actor)
    if (!allowed.ok) return allowed
    const { account } = allowed.value
    await setNamed(tx, { group: group.id, account, isNamed })
    await record(tx, {
      kind: 'arena.working-group-name',
      problem: problem.id,
      public: { number: group.number },
      secret: { account, isNamed },
      time: 'coarse',
    })
    return accept(null)
  })
}

export function closeGroup(
  database: Database,
  actor: Actor,
  { words, ...at }: At & { readonly words: string },
): Promise<Result<null, Refusal<rules.CloseRefusal>>> {
  return inWorkingGroup(database, actor, at, async (tx, problem, group) => {
    const allowed = rules.closeGroup(stateOf(group), actor)
    if (!allowed.ok) return allowed
    const { account } = allowed.value
    await setClosed(tx, group.id, { by: account, words })
    await record(tx, {
      kind: 'arena.working-group-closed',
      problem: problem.id,
      public: { number: group.number },
      secret: { by: account, words },
      time: 'exact',
    })
    await tell(tx, {
      about: { kind: 'working-group', id: group.id },
      stage: 'arena',
      message: 'told.working-group-closed',
      values: { group: group.question },
      address: 'arena.group',
      params: { problem: at.slug, number: String(at.number) },
      except: account,
    })
    return accept(null)
  })
}

export function stateOf({ problem, endsOn, openedBy, closedAt }: WorkingGroup): rules.GroupState {
  return { problem, endsOn, openedBy, isClosed: closedAt !== null }
}

export async function isIn(
  tx: Tx,
  group: Id<'working-group'>,
  { account }: Actor,
): Promise<{ readonly isIn: boolean }> {
  return { isIn: account !== null && (await membershipOf(tx, { group, account })) !== undefined }
}

async function today(tx: Tx): Promise<Temporal.PlainDate> {
  return todayIn(await ownCalendar(tx), tx.now)
}
