import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { lockExclusive, type Database, type Tx } from '../../platform/db/index.ts'
import { membersOf, ownCalendar, todayIn, type Jurisdiction } from '../../platform/directory/index.ts'
import { accountOfPerson } from '../../platform/identity/index.ts'
import { tellThese } from '../../platform/notices/index.ts'
import { link } from '../../platform/thread/index.ts'
import { answersOf, isAccepted, lockedPackage, packageOf, type Answer } from '../decision/index.ts'
import { lockedProblem, problemBySlug, type Problem } from '../problem/index.ts'
import { record } from './facts.ts'
import type { At, CommitmentMissing } from './in-commitment.ts'
import * as rules from './rules.ts'
import { confirmDraft, discardDraft, draftOf, type Draft } from './draft-store.ts'
import * as store from './store.ts'
import { linkMilestones } from './milestones.ts'
import { tellOf } from './tell.ts'

export type CommitInput = rules.CommitWords & {
  readonly slug: string
  readonly place: Jurisdiction
  /** The number of the accepted recommendation. */
  readonly recommendation: number
  readonly title: string
  readonly office: string
}

export async function commit(
  database: Database,
  actor: Actor,
  input: CommitInput,
): Promise<
  Result<
    { readonly number: number; readonly isHers: boolean },
    rules.CommitRefusal | 'no-such-problem' | 'not-handed-over'
  >
> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const found = await lockedPackage(tx, input.slug) // the answer must not change under the promise
    if (!found.ok) return found
    const { pack } = found.value
    const numbered = await lockedProblem(tx, input.slug) // numbers of commitments have no gap
    if (!numbered.ok) return numbered
    const problem = numbered.value
    const answer = (await answersOf(tx, problem.id)).find((one) => one.number === input.recommendation)?.answer
    const today = todayIn(input.place, tx.now)
    const members = pack.body === null ? [] : await membersOf(tx, pack.body, today)
    const committing = rules.commit(
      {
        body: pack.body,
        isClosed: pack.isClosed,
        isAccepted: isAccepted(answer?.kind),
        isCarried: answer?.cover === 'carried',
        members,
        today,
      },
      input,
      actor,
    )
    if (!committing.ok) return committing
    if (!answer) return refuse('not-accepted')
    const isHers = rules.promisesHerself(input.owner, actor)
    const by = committing.value.account
    return accept({ number: await writeCommitment(tx, { problem, answer, input, by, isHers }), isHers })
  })
}

type Writing = {
  readonly problem: Problem
  readonly answer: Answer
  readonly input: CommitInput
  readonly by: Id<'account'>
  readonly isHers: boolean
}

async function writeCommitment(tx: Tx, { problem, answer, input, by, isHers }: Writing): Promise<number> {
  const { title, owner, office, needsNoBudget, milestones, nextReportOn } = input
  const number = await store.nextNumber(tx, problem.id)
  const budgetLine = input.budgetLine === '' ? null : input.budgetLine
  const words = { number, answer: answer.id, title, owner, office, budgetLine, needsNoBudget, milestones, nextReportOn }
  const id = await store.putCommitment(tx, {
    ...words,
    problem: problem.id,
    answerVersion: answer.version,
    standing: 'promised',
    standingReason: '',
    writtenBy: by,
    confirmedBy: isHers ? by : null,
    source: null,
  })
  if (isHers) await promise(tx, { problem, by, words: { ...words, id, answerVersion: answer.version } })
  else await prepare(tx, { problem, by, words: { ...words, id, answerVersion: answer.version } })
  return number
}

type Promised = {
  readonly problem: Problem
  readonly by: Id<'account'>
  readonly words: Pick<
    store.Commitment,
    'id' | 'number' | 'answer' | 'title' | 'owner' | 'office' | 'budgetLine' | 'needsNoBudget' | 'nextReportOn'
  > & { readonly answerVersion: number | null; readonly milestones: readonly rules.Milestone[] }
}

/** From here on it is public: the record, the trace, and everybody whose words led to it. */
async function promise(tx: Tx, { problem, by, words }: Promised): Promise<void> {
  const { id, number, title, answer } = words
  if (answer !== null) await link(tx, { kind: 'commitment', id }, 'carries-out', { kind: 'answer', id: answer })
  await linkMilestones(tx, id)
  await record(tx, { kind: 'delivery.committed', problem: problem.id, public: publicWords(words), time: 'exact' })
  await tellOf(tx, problem, { id, number, message: 'told.committed', values: { title }, except: by })
}

function publicWords({ number, title, owner, office, budgetLine, needsNoBudget, ...words }: Promised['words']) {
  return {
    number,
    answerVersion: words.answerVersion,
    title,
    owner,
    office,
    budgetLine,
    needsNoBudget,
    nextReport: words.nextReportOn?.toString() ?? null,
    milestones: words.milestones.map(({ what, dueOn }) => ({ what, due: dueOn.toString() })),
  }
}

/** Only the politician it names hears of a draft: nobody else reads it as hers. */
async function prepare(tx: Tx, { problem, by, words }: Promised): Promise<void> {
  const { id, number, owner } = words
  await record(tx, {
    kind: 'delivery.prepared',
    problem: problem.id,
    public: { number },
    secret: { by, ...publicWords(words) },
    time: 'exact',
  })
  const hers = owner === null ? undefined : await accountOfPerson(tx, owner)
  await tellThese(tx, hers ? [hers.id] : [], {
    about: { kind: 'commitment', id },
    stage: 'delivery',
    message: 'told.prepared',
    values: { question: problem.question },
    address: 'delivery.commitment',
    params: { problem: problem.slug, number },
    except: by,
  })
}

type Waiting = { readonly problem: Problem; readonly draft: Draft; readonly body: Id<'body'> | null }

async function lockedDraft(tx: Tx, { slug, number }: At): Promise<Result<Waiting, CommitmentMissing>> {
  const problem = await problemBySlug(tx, slug)
  if (!problem) return refuse('no-such-problem')
  const known = await draftOf(tx, problem.id, number)
  if (!known) return refuse('no-such-commitment')
  await lockExclusive(tx, known.id)
  const draft = await draftOf(tx, problem.id, number) // as it stands now that nobody else decides on it
  if (!draft) return refuse('no-such-commitment')
  return accept({ problem, draft, body: (await packageOf(tx, problem.id))?.body ?? null })
}

/** Every day a draft would promise. */
export function daysOf({
  nextReportOn,
  milestones,
}: Pick<Draft, 'nextReportOn' | 'milestones'>): readonly Temporal.PlainDate[] {
  return [...(nextReportOn ? [nextReportOn] : []), ...milestones.map(({ dueOn }) => dueOn)]
}

/** The politician it names makes it her promise. */
export async function confirm(
  database: Database,
  actor: Actor,
  at: At,
): Promise<Result<null, CommitmentMissing | rules.ConfirmRefusal>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const found = await lockedDraft(tx, at)
    if (!found.ok) return found
    const { problem, draft, body } = found.value
    const today = todayIn(await ownCalendar(tx), tx.now)
    const confirming = rules.confirm({ body, owner: draft.owner, days: daysOf(draft), today }, actor)
    if (!confirming.ok) return confirming
    const by = confirming.value.account
    await confirmDraft(tx, draft.id, by)
    await promise(tx, { problem, by, words: draft })
    return accept(null)
  })
}

export async function discard(
  database: Database,
  actor: Actor,
  at: At,
): Promise<Result<null, CommitmentMissing | 'not-yours-to-commit'>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const found = await lockedDraft(tx, at)
    if (!found.ok) return found
    const { problem, draft, body } = found.value
    const discarding = rules.discard({ body }, actor)
    if (!discarding.ok) return discarding
    await discardDraft(tx, draft.id)
    await record(tx, {
      kind: 'delivery.discarded',
      problem: problem.id,
      public: { number: draft.number },
      secret: { by: discarding.value.account },
      time: 'exact',
    })
    return accept(null)
  })
}
