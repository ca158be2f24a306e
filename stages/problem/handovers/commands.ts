import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { lockExclusive, type Database, type Tx } from '../../../platform/db/index.ts'
import type { Jurisdiction } from '../../../platform/directory/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { follow, tell } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { freeSlugFor } from '../commands.ts'
import { record } from '../facts.ts'
import { inCase } from '../in-case.ts'
import { framings } from '../framing-store.ts'
import { takeUp } from '../sponsors/taking-up.ts'
import { putProblem, type Problem } from '../store.ts'
import * as inStore from './in-store.ts'
import { carryLater } from './carrying.ts'
import { stonesFromThere } from './hidden-store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type AskInput = {
  readonly slug: string
  readonly kind: rules.HandoverKind
  readonly to: readonly (Id<'jurisdiction'> | undefined)[]
  readonly reason: string
  /** This place, and every place of the installation. */
  readonly from: Jurisdiction
  readonly places: readonly Jurisdiction[]
}

/** The first act: asked here, carried there by a job. Of several places each is asked by itself, and all or none. */
export async function askOther(
  database: Database,
  actor: Actor,
  { slug, kind, to, reason, from, places }: AskInput,
): Promise<Result<{ readonly count: number }, rules.AskRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    if (to.length === 0) return refuse('no-such-place')
    for (const id of new Set(to)) {
      const place = places.find((one) => one.id === id)
      const allowed = rules.ask(await askingState(tx, problem), { kind, from, to: place, places, reason }, actor)
      if (!allowed.ok) return allowed
      if (!place) return refuse('no-such-place')
      await askOne(tx, { problem, kind, to: place, reason }, allowed.value)
    }
    return accept({ count: new Set(to).size })
  })
}

type AskingOne = {
  readonly problem: Problem
  readonly kind: rules.HandoverKind
  readonly to: Jurisdiction
  readonly reason: string
}

async function askOne(tx: Tx, { problem, kind, to, reason }: AskingOne, by: rules.Politician): Promise<void> {
  const id = newId('handover')
  await store.putHandoverOut(tx, {
    id,
    problem: problem.id,
    kind,
    to: to.id,
    reason,
    askedBy: by.account,
    person: by.person,
  })
  await link(tx, { kind: 'handover', id }, 'about', { kind: 'problem', id: problem.id })
  await record(tx, {
    kind: 'problem.handover-asked',
    problem: problem.id,
    public: { handover: id, what: kind, to: to.slug, person: by.person },
    // It can be hidden, and nothing public of a fact ever is.
    secret: { reason },
    time: 'exact',
  })
  await tell(tx, {
    about: { kind: 'problem', id: problem.id },
    stage: 'problem',
    message: kind === 'whole' ? 'told.handed-over' : 'told.part-invited',
    values: { politician: by.name, place: to.name, question: problem.question },
    address: 'problem.page',
    params: { problem: problem.slug },
    except: by.account,
  })
  await carryLater(tx, { step: 'ask', from: tx.jurisdiction, to: to.id, id })
}

/** The problem as the rule of asking sees it. */
export async function askingState(
  tx: Parameters<typeof store.handoversOutOf>[0],
  problem: Problem,
): Promise<rules.AskingState> {
  const [asked, [came], current] = await Promise.all([
    store.handoversOutOf(tx, problem.id),
    inStore.handoversInOf(tx, problem.id),
    framings(tx, problem.id),
  ])
  const inUse = current.filter(({ state }) => state === 'current').map(({ id }) => id)
  const hidden = await hiddenAmong(tx, [problem.id, ...inUse])
  return {
    sponsors: problem.sponsors,
    isTold: problem.source !== null,
    isHidden: hidden.size > 0,
    isMerged: problem.mergedInto !== null,
    cameFrom: came?.from ?? null,
    asked,
  }
}

export type AnswerInput = {
  readonly number: number
  readonly isAccepted: boolean
  readonly reason: string
  readonly language?: string
}

/** The second act, in the other place and by its own politicians. Taking it up raises a problem of their own. */
export async function answerHandover(
  database: Database,
  actor: Actor,
  { number, isAccepted, reason, language = 'und' }: AnswerInput,
): Promise<Result<{ readonly slug: string | null }, rules.AnswerRefusal | 'no-such-handover'>> {
  return database.transact(
    actor.jurisdiction,
    actor,
    async (tx): Promise<Result<{ readonly slug: string | null }, rules.AnswerRefusal | 'no-such-handover'>> => {
      await lockExclusive(tx, `hand-over ${number}`)
      const handover = await inStore.handoverInByNumber(tx, number)
      if (!handover) return refuse('no-such-handover')
      const isHidden = (await hiddenAmong(tx, [handover.id])).size > 0
      const isHiddenThere = (await stonesFromThere(tx, [handover.id])).size > 0
      const standing = { state: handover.state, isHidden, isHiddenThere }
      const allowed = rules.answer(standing, { isAccepted, reason }, actor)
      if (!allowed.ok) return allowed
      const by = allowed.value
      const raised = isAccepted ? await raiseFrom(tx, handover, { by, words: reason, said: language }) : null
      await inStore.answerHandoverIn(tx, handover.id, {
        state: isAccepted ? 'accepted' : 'declined',
        answer: reason,
        language,
        by: by.person,
        problem: raised?.problem ?? null,
      })
      await record(tx, {
        kind: 'problem.handover-answered',
        problem: raised?.problem ?? null,
        public: { handover: handover.id, answer: isAccepted ? 'accepted' : 'declined', person: by.person, reason },
        time: 'exact',
      })
      await carryLater(tx, { step: 'answer', from: handover.from, to: tx.jurisdiction, id: handover.id })
      return accept({ slug: raised?.slug ?? null })
    },
  )
}

type Raising = { readonly by: rules.Politician; readonly words: string; readonly said: string }

async function raiseFrom(tx: Tx, handover: inStore.HandoverIn, { by, words, said }: Raising) {
  const { question, whatHappens, whoIsAffected, language } = handover
  const slug = await freeSlugFor(tx, question)
  const { problem } = await putProblem(tx, {
    question,
    whatHappens,
    whoIsAffected,
    language,
    slug,
    raisedBy: by.account,
    source: null,
  })
  await follow(tx, { account: by.account, about: { kind: 'problem', id: problem }, asAuthor: true })
  await link(tx, { kind: 'problem', id: problem }, 'follows-from', { kind: 'handover', id: handover.id })
  await record(tx, {
    kind: 'problem.raised',
    problem,
    public: { slug },
    secret: { author: by.account, question, whatHappens, whoIsAffected, language },
    time: 'coarse',
  })
  await takeUp(tx, problem, { ...by, words, language: said })
  return { problem, slug }
}
