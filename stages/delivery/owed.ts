import type { Id } from '@folkmoot/basics/ids.ts'
import { endOfDay } from '@folkmoot/basics/working-days.ts'
import { bodies, politiciansById, todayIn } from '../../platform/directory/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import type { Owed, OwedAsked, OwedCounts } from '../../platform/thread/index.ts'
import { packageOf } from '../decision/index.ts'
import { statusOwed } from './monitors/slots.ts'
import { runningFollowUps } from './monitors/store.ts'
import { isSettled, lastDay, nextDue } from './rules.ts'
import { dueTitle } from './slots.ts'
import { commitmentCounts, openCommitments, settledCommitments } from './open-store.ts'
import * as store from './store.ts'

/** Every commitment that is open, with the first thing that is due; those kept or dropped with the day they were to be. */
export async function deliveryOwed(visit: Visit, asked: OwedAsked): Promise<readonly Owed[]> {
  const { read } = visit
  const lists = await ('problems' in asked
    ? Promise.all(asked.problems.map((problem) => store.commitmentsOf(read, problem)))
    : Promise.all([openCommitments(read, { limit: asked.open }), settledCommitments(read, asked.given)]))
  return [...(await owedFrom(visit, lists.flat())), ...(await statusOwed(visit, asked))]
}

/** The same of what one politician answers for. */
export async function deliveryOwedBy(
  visit: Visit,
  owner: Id<'person'>,
  { open, given }: { readonly open: number; readonly given: number },
): Promise<readonly Owed[]> {
  const lists = await Promise.all([
    openCommitments(visit.read, { owner, limit: open }),
    settledCommitments(visit.read, given, owner),
  ])
  return owedFrom(visit, lists.flat())
}

async function owedFrom(visit: Visit, all: readonly store.Commitment[]): Promise<readonly Owed[]> {
  const { read, jurisdiction } = visit
  const commitments = all.filter(({ source }) => source === null)
  const owners = await politiciansById(
    read,
    commitments.flatMap(({ owner }) => owner ?? []),
  )
  const [packs, everyBody] = await Promise.all([
    Promise.all(commitments.map(({ problem }) => packageOf(read, problem))),
    bodies(read),
  ])
  const nameOf = (body: Id<'body'> | null): string => everyBody.find(({ id }) => id === body)?.name ?? ''
  return commitments.flatMap((commitment, at) => {
    const { problem, slug, number, owner, office, standing, milestones } = commitment
    const due = nextDue(standing, commitment.nextReportOn, milestones)
    const on = due?.on ?? lastDay(milestones)
    if (on === null) return []
    const body = packs[at]?.body ?? null
    return [
      {
        problem,
        due: endOfDay(on, jurisdiction.timeZone),
        title: dueTitle(visit, commitment, due),
        href: visit.to('delivery.commitment', { problem: slug, number }),
        // Whether it goes on is for the body to say, not for who answers for it.
        owner:
          due?.kind === 'answer' ? nameOf(body) : ((owner === null ? undefined : owners.get(owner)?.name) ?? office),
        body,
        person: owner,
        isDone: isSettled(standing),
      },
    ]
  })
}

export async function deliveryOwedCounts({ read, now, jurisdiction }: Visit): Promise<OwedCounts> {
  const today = todayIn(jurisdiction, now)
  const [counts, running] = await Promise.all([commitmentCounts(read, today), runningFollowUps(read, today)])
  const late = running.filter(({ nextOn }) => Temporal.PlainDate.compare(nextOn, today) < 0).length
  return { ...counts, open: counts.open + running.length, late: counts.late + late }
}
