import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { endOfDay } from '@folkmoot/basics/working-days.ts'
import { clock, type Database } from '../../../platform/db/index.ts'
import { ownCalendar } from '../../../platform/directory/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { isConfirmed } from '../../arena/index.ts'
import { inCase } from '../../problem/index.ts'
import { itemsOf } from '../agenda/store.ts'
import { record } from '../facts.ts'
import { inMeeting, type At, type Refusal } from '../in-meeting.ts'
import * as meetingRules from '../rules.ts'
import { doersIn } from './doers.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type TaskInput = At & {
  readonly item: number
  readonly what: string
  readonly owner: string
  readonly dueOn: Temporal.PlainDate
}

/** What the group agreed to do becomes somebody's task; she is told, and finds it on her desk. */
export function agreeOnTask(
  database: Database,
  actor: Actor,
  { item: itemNumber, what, owner, dueOn, ...at }: TaskInput,
): Promise<Result<null, Refusal<meetingRules.MinutesRefusal | rules.TaskRefusal | 'no-such-item'>>> {
  return inMeeting({ database, actor, ...at }, async (tx, { problem, meeting }) => {
    const item = (await itemsOf(tx, [meeting.id])).find((one) => one.number === itemNumber)
    if (!item) return refuse('no-such-item')
    const allowed = meetingRules.writeMinutes(problem.id, meeting, {
      actor,
      now: await clock(tx),
      isGroupConfirmed: await isConfirmed(tx, problem.id),
    })
    if (!allowed.ok) return allowed
    const doer = (await doersIn(tx, problem.id)).find(({ account }) => account === owner)
    const can = rules.agreeOnTask({ hasOwner: doer !== undefined, dueOn, heldOn: meeting.day })
    if (!can.ok) return can
    if (!doer) return refuse('nobody-to-do-it')
    const { timeZone } = await ownCalendar(tx)
    const { id, number } = await store.putTask(tx, {
      problem: problem.id,
      meeting: meeting.id,
      item: item.id,
      what,
      owner: doer.account,
      ownerName: doer.name,
      isStaffOwner: doer.isStaff,
      dueOn,
      dueAt: endOfDay(dueOn, timeZone),
      writtenBy: allowed.value.by,
    })
    await link(tx, { kind: 'action', id }, 'follows-from', { kind: 'item', id: item.id })
    await record(tx, {
      kind: 'meeting.task-agreed',
      problem: problem.id,
      public: { number, meeting: meeting.number, item: item.number, dueOn: dueOn.toString() },
      secret: { what, owner: doer.account, by: allowed.value.by },
      time: 'exact',
    })
    await tellThese(tx, [doer.account], {
      about: { kind: 'action', id },
      stage: 'meeting',
      message: 'told.task',
      values: { what, question: problem.question },
      address: 'meeting.page',
      params: { problem: problem.slug, number: String(meeting.number) },
      except: allowed.value.by,
    })
    return accept(null)
  })
}

export type FinishInput = { readonly slug: string; readonly number: number; readonly words: string }

export function finishTask(
  database: Database,
  actor: Actor,
  { slug, number, words }: FinishInput,
): Promise<
  Result<{ readonly meeting: number }, 'not-your-task' | 'done-already' | 'no-such-task' | 'no-such-problem'>
> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const task = (await store.tasksOf(tx, problem.id)).find((one) => one.number === number)
    if (!task) return refuse('no-such-task')
    const allowed = rules.finish(problem.id, { owner: task.owner, isDone: task.doneAt !== null }, actor)
    if (!allowed.ok) return allowed
    await store.finishTask(tx, task.id, { by: allowed.value.account, words })
    await record(tx, {
      kind: 'meeting.task-done',
      problem: problem.id,
      public: { number },
      secret: { by: allowed.value.account, words },
      time: 'exact',
    })
    return accept({ meeting: task.meetingNumber })
  })
}
