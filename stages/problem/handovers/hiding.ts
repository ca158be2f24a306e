import { parseId, type Id } from '@folkmoot/basics/ids.ts'
import { lockExclusive, type Read, type Tx } from '../../../platform/db/index.ts'
import type { Jurisdiction } from '../../../platform/directory/index.ts'
import type { Fact } from '../../../platform/ledger/index.ts'
import { hiddenAmong, report, tellModerators, type Tombstone } from '../../../platform/moderation/index.ts'
import { record } from '../facts.ts'
import { framings } from '../framing-store.ts'
import { carryLater, type Carried } from './carrying.ts'
import { handedOf, putStone, stonesFromThere, takeStone } from './hidden-store.ts'
import * as inStore from './in-store.ts'
import { handoverWords } from './messages/words.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/**
 * What was handed over is hidden, or shown again, where it came from: one act there, by its moderators; one here, by a job. The
 * job says nothing of what was done: it makes what stands here agree with what stands there, so that it may run late and twice.
 */

const handedKinds = ['problem', 'framing', 'handover'] as const

/** The first act. `app` binds it to what moderation does: it acts in the same transaction. */
export async function followHiding(tx: Tx, { public: said }: Fact): Promise<void> {
  const kind = handedKinds.find((one) => one === said['kind'])
  const id = kind && typeof said['id'] === 'string' ? parseId(kind, said['id']) : undefined
  if (!id) return
  for (const asked of await handedOf(tx, id))
    await carryLater(tx, { step: 'hiding', from: tx.jurisdiction, to: asked.to, id: asked.id })
}

/** The second act, in the place it was handed to. */
export async function carryHiding({ database, from, to, id }: Carried): Promise<void> {
  await database.transact(to.id, null, async (tx) => {
    // Of the words themselves, which may be on their way: they look for the stone under this lock.
    await lockExclusive(tx, 'hand-overs')
    const number = (await inStore.handoversInById(tx, [id]))[0]?.number
    if (number === undefined) return
    // Of who answers: it is taken up before the stone arrives, or not at all.
    await lockExclusive(tx, `hand-over ${number}`)
    const [handover] = await inStore.handoversInById(tx, [id])
    if (!handover) return
    const there = await stoneThere(database.read(from.id), handover)
    const here = (await stonesFromThere(tx, [id])).get(id)
    if (there && !here) await hideHere(tx, { handover, from, to }, there)
    if (here && !there) await showHere(tx, { handover, from })
  })
}

/** The stone it stands under at the origin, as it is now. */
async function stoneThere(read: Read, copy: inStore.HandoverIn): Promise<Tombstone | undefined> {
  const [asked] = await store.handoversOutById(read, [copy.id])
  if (!asked) return undefined
  const versions = await framings(read, asked.problem)
  const hidden = await hiddenAmong(read, [asked.problem, asked.id, ...versions.map((framing) => framing.id)])
  return rules.stoneOver(copy, {
    problem: hidden.get(asked.problem),
    asking: hidden.get(asked.id),
    framings: versions.map((words) => ({ words, stone: hidden.get(words.id) })),
  })
}

type Standing = { readonly handover: inStore.HandoverIn; readonly from: Jurisdiction }

async function hideHere(tx: Tx, { handover, from, to }: Standing & { to: Jurisdiction }, stone: Tombstone) {
  if (!(await putStone(tx, handover.id, stone))) return
  await record(tx, {
    kind: 'problem.handover-hidden',
    problem: handover.problem,
    public: { handover: handover.id, from: from.slug, rule: stone.rule, role: stone.role },
    time: 'exact',
  })
  if (handover.problem !== null) await askModerators(tx, { problem: handover.problem, from, to }, stone)
  await tellOfIt(tx, { handover, from }, 'hidden')
}

async function showHere(tx: Tx, { handover, from }: Standing): Promise<void> {
  if (!(await takeStone(tx, handover.id))) return
  await record(tx, {
    kind: 'problem.handover-shown',
    problem: handover.problem,
    public: { handover: handover.id, from: from.slug },
    time: 'exact',
  })
  await tellOfIt(tx, { handover, from }, 'shown')
}

type Taken = { readonly problem: Id<'problem'>; readonly from: Jurisdiction; readonly to: Jurisdiction }

/** What was taken up is a problem of this place: its own moderators find it in their queue and decide. */
async function askModerators(tx: Tx, { problem, from, to }: Taken, stone: Tombstone): Promise<void> {
  const [first] = await framings(tx, problem)
  if (!first || (await hiddenAmong(tx, [problem, first.id])).size > 0) return
  const say = handoverWords.say(to.languages[0] ?? 'en')
  const reason = say('hidden.report', { place: from.name, reason: stone.reason })
  await report(tx, { about: { kind: 'framing', id: first.id }, reason, by: null })
}

/** The moderators of this place hear of it, without the words. */
async function tellOfIt(tx: Tx, { handover, from }: Standing, what: 'hidden' | 'shown'): Promise<void> {
  const news = { stage: 'problem', values: { place: from.name } } as const
  const { slug, number } = handover
  if (handover.problem !== null && slug !== null)
    await tellModerators(tx, {
      ...news,
      about: { kind: 'problem', id: handover.problem },
      message: `told.origin-${what}`,
      address: 'problem.page',
      params: { problem: slug },
    })
  else
    await tellModerators(tx, {
      ...news,
      about: { kind: 'handover', id: handover.id },
      message: `told.handover-${what}`,
      address: 'problem.handover',
      params: { number: String(number) },
    })
}
