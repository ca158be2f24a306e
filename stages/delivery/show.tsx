import { isStaff } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { membersOf, politiciansById, todayIn } from '../../platform/directory/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import { bylines } from '../../platform/identity/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { answersOf, isAccepted, packageOf, statusWords } from '../decision/index.ts'
import { problemBySlug, problemCrumbs, type Problem } from '../problem/index.ts'
import { deliveryWords } from './messages/words.ts'
import { CommitmentPage } from './pages/commitment-page.tsx'
import { DeliveryPage } from './pages/delivery-page.tsx'
import { DraftPage } from './pages/draft-page.tsx'
import { NewCommitmentPage } from './pages/new-commitment-page.tsx'
import { proofsOf } from './pledges/proofs.ts'
import * as pledging from './pledges/rules.ts'
import * as pledgeStore from './pledges/store.ts'
import { reopeningsPart } from './reopenings/show.tsx'
import * as rules from './rules.ts'
import { daysOf } from './committing.ts'
import { draftOf, draftsOf } from './draft-store.ts'
import { reportsOf } from './report-store.ts'
import * as store from './store.ts'

/** Loads what a page needs and puts it on the page: the reading half of the routes. */

export type AtProblem = Visit & { readonly params: { readonly problem: string } }
type AtCommitment = Visit & { readonly params: { readonly problem: string; readonly number: string } }

/** A form without script has its rows from the start; three milestones serve nearly every promise. */
export const milestoneRows = [1, 2, 3] as const

const fieldsOfRefusals: Readonly<Record<string, string>> = {
  'not-accepted': 'recommendation',
  'not-carried': 'recommendation',
  'owner-not-in-body': 'owner',
  'budget-or-none': 'budgetLine',
  'milestone-needed': 'what-1',
  'day-has-passed': 'nextReportOn',
  'reason-needed': 'reason',
  'next-report-needed': 'nextReportOn',
  'day-in-future': 'reachedOn',
  'reached-already': 'milestone',
  'no-such-milestone': 'milestone',
  'no-such-commitment': 'commitment',
}

/** The field a refusal is about; '' where it is about the act as a whole. */
export function fieldOf(refusal: string): string {
  return fieldsOfRefusals[refusal] ?? ''
}

export function crumbs(visit: Visit, problem: Problem) {
  return [
    ...problemCrumbs(visit, problem),
    { text: deliveryWords.say(visit.lang)('page.title'), href: visit.to('delivery.page', { problem: problem.slug }) },
  ]
}

export async function deliveryPage(visit: AtProblem, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [commitments, pledges, pack, answers] = await Promise.all([
    store.commitmentsOf(visit.read, problem.id),
    pledgeStore.pledgesOf(visit.read, problem.id),
    packageOf(visit.read, problem.id),
    answersOf(visit.read, problem.id),
  ])
  const covered = new Set(commitments.map((commitment) => commitment.answer))
  const uncovered =
    pack && pack.source === null && pack.isClosed
      ? answers.filter(({ answer }) => answer && isAccepted(answer.kind) && !covered.has(answer.id))
      : []
  const [proofs, owners, authors, hidden] = await Promise.all([
    proofsOf(visit, pledges),
    politiciansById(
      visit.read,
      commitments.flatMap((commitment) => commitment.owner ?? []),
    ),
    bylines(
      visit.read,
      pledges.map((pledge) => pledge.pledgedBy),
    ),
    hiddenAmong(
      visit.read,
      pledges.map((pledge) => pledge.id),
    ),
  ])
  const say = deliveryWords.say(visit.lang)
  return page({
    title: `${say('page.title')}: ${problem.question}`,
    crumbs: crumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    isWide: true,
    body: (
      <DeliveryPage
        reader={visit}
        today={todayIn(visit.jurisdiction, visit.now)}
        toldStatus={pack?.toldStatus ? statusWords(visit, pack.toldStatus) : null}
        typed={visit.form.typed}
        {...{ say, errors, problem, commitments, pledges, proofs, owners, authors, hidden, uncovered }}
        drafts={pack && rules.mayCommitHere(pack.body, visit.actor) ? await draftsOf(visit.read, problem.id) : []}
        may={{
          commit:
            pack !== undefined && pack.source === null && pack.isClosed && rules.mayCommitHere(pack.body, visit.actor),
          pledge: mayPledge(visit) && commitments.some((commitment) => isOpen(commitment)),
          signInToPledge: visit.actor.account === null && commitments.some((commitment) => isOpen(commitment)),
          settle: (pledge) => pledging.maySettleHere(pledge.pledgedBy, visit.actor),
        }}
      />
    ),
  })
}

function mayPledge(visit: Visit): boolean {
  const today = todayIn(visit.jurisdiction, visit.now)
  return pledging.pledge({ commitment: { standing: 'promised' }, openByHer: 0, inADay: 0, today }, today, visit.actor)
    .ok
}

export function isOpen(commitment: store.Commitment): boolean {
  return commitment.source === null && !rules.isSettled(commitment.standing)
}

export async function newPage(visit: AtProblem, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [answers, pack] = await Promise.all([answersOf(visit.read, problem.id), packageOf(visit.read, problem.id)])
  const members = await membersToday(visit, pack?.body ?? null)
  const say = deliveryWords.say(visit.lang)
  return page({
    title: say('new.title'),
    crumbs: crumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <NewCommitmentPage
        reader={visit}
        typed={visit.form.typed}
        accepted={answers
          .filter(({ answer }) => pack?.isClosed && isAccepted(answer?.kind) && answer?.cover === 'carried')
          .map(({ number, title }) => ({ number, title }))}
        action={visit.to('delivery.commit', { problem: problem.slug })}
        question={problem.question}
        preparesOnly={isStaff(visit.actor)}
        chosen={visit.query.get('recommendation') ?? ''}
        {...{ say, errors, members, milestoneRows }}
      />
    ),
  })
}

async function membersToday(visit: Visit, body: Id<'body'> | null) {
  if (body === null) return []
  const ids = await membersOf(visit.read, body, todayIn(visit.jurisdiction, visit.now))
  return [...(await politiciansById(visit.read, ids)).values()].sort((a, b) => a.name.localeCompare(b.name, visit.lang))
}

export async function commitmentPage(visit: AtCommitment, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  const commitments = problem ? await store.commitmentsOf(visit.read, problem.id) : []
  const commitment = commitments.find((one) => one.number === Number(visit.params.number))
  if (problem && !commitment) return draftPage(visit, problem, errors)
  if (!problem || !commitment) return notFound()
  const [answers, reports, owners, pack] = await Promise.all([
    answersOf(visit.read, problem.id),
    reportsOf(visit.read, commitment.id),
    politiciansById(visit.read, commitment.owner ? [commitment.owner] : []),
    packageOf(visit.read, problem.id),
  ])
  const state = { ...commitment, body: pack?.body ?? null }
  const authors = await bylines(
    visit.read,
    reports.map((report) => report.by),
  )
  return page({
    title: commitment.title,
    crumbs: [
      ...crumbs(visit, problem),
      {
        text: commitment.title,
        href: visit.to('delivery.commitment', { problem: problem.slug, number: commitment.number }),
      },
    ],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <CommitmentPage
        reader={visit}
        say={deliveryWords.say(visit.lang)}
        today={todayIn(visit.jurisdiction, visit.now)}
        typed={visit.form.typed}
        recommendation={answers.find((item) => item.answer?.id === commitment.answer)}
        owner={commitment.owner ? owners.get(commitment.owner) : undefined}
        {...{ errors, problem, commitment, reports, authors }}
        reopenings={await reopeningsPart(visit, { slug: problem.slug, commitment, state, errors })}
        may={{
          report:
            commitment.source === null && commitment.standing !== 'reopened' && rules.mayReportHere(state, visit.actor),
          settle: rules.maySettle(state, visit.actor),
          pledge: isOpen(commitment) && mayPledge(visit),
        }}
      />
    ),
  })
}

/** Who may read what is not promised yet: those who could have written it. */
async function draftPage(visit: AtCommitment, problem: Problem, errors: readonly FieldError[]): Promise<Reply> {
  const [draft, pack] = await Promise.all([
    draftOf(visit.read, problem.id, Number(visit.params.number)),
    packageOf(visit.read, problem.id),
  ])
  const body = pack?.body ?? null
  if (!draft || !rules.mayCommitHere(body, visit.actor)) return notFound()
  const owners = await politiciansById(visit.read, draft.owner ? [draft.owner] : [])
  const writers = await bylines(visit.read, [draft.writtenBy])
  const today = todayIn(visit.jurisdiction, visit.now)
  const confirming = rules.confirm({ body, owner: draft.owner, days: daysOf(draft), today }, visit.actor)
  return page({
    title: draft.title,
    crumbs: crumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <DraftPage
        reader={visit}
        say={deliveryWords.say(visit.lang)}
        owner={draft.owner ? owners.get(draft.owner) : undefined}
        writer={(draft.writtenBy && writers.get(draft.writtenBy)?.name) ?? ''}
        action={visit.to('delivery.confirm', { problem: problem.slug, number: draft.number })}
        mayConfirm={confirming.ok}
        isOutlived={!confirming.ok && confirming.refusal === 'draft-outlived'}
        {...{ errors, problem, draft }}
      />
    ),
  })
}
