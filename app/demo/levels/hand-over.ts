import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { Jurisdiction } from '../../../platform/directory/index.ts'
import { answerHandover, askOther } from '../../../stages/problem/handovers/commands.ts'
import { handoversIn } from '../../../stages/problem/handovers/in-store.ts'
import type { HandoverKind } from '../../../stages/problem/handovers/rules.ts'
import { handoversOutOf } from '../../../stages/problem/handovers/store.ts'
import { carryHandover, problemBySlug } from '../../../stages/problem/index.ts'
import { done } from '../lindhavn/done.ts'

export type HandOver = {
  readonly from: Jurisdiction
  readonly to: Jurisdiction
  readonly places: readonly Jurisdiction[]
  readonly kind: HandoverKind
  readonly slug: string
  readonly by: Actor
  readonly reason: string
}

export type Answering = { readonly by: Actor; readonly isAccepted: boolean; readonly reason: string }

/**
 * One hand-over as it happened on that day, with what the job would have done then. The job that lies on the queue since finds
 * it done: it may run twice.
 */
export async function handOver(database: Database, { from, to, places, kind, slug, by, reason }: HandOver) {
  await done(slug, askOther(database, by, { slug, kind, to: [to.id], reason, from, places }))
  const problem = await problemBySlug(database.read(from.id), slug)
  const asked = problem ? await handoversOutOf(database.read(from.id), problem.id) : []
  const id = asked.findLast((one) => one.to === to.id)?.id
  if (!id) throw new Error(`the demonstration lost the hand-over of ${slug}`)
  const carry = (at: Database, step: string): Promise<void> => carryHandover(at, { step, from: from.id, to: to.id, id })
  await carry(database, 'ask')
  await carry(database, 'arrived')
  return {
    answer: async (at: Database, { by: who, isAccepted, reason: why }: Answering): Promise<void> => {
      const number = (await handoversIn(at.read(to.id))).find((one) => one.id === id)?.number ?? 0
      await done(why, answerHandover(at, who, { number, isAccepted, reason: why }))
      await carry(at, 'answer')
    },
  }
}
