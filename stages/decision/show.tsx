import { holdsIn, isStaff, type Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { deadlineAfter } from '@folkmoot/basics/working-days.ts'
import { bodies, politiciansById } from '../../platform/directory/index.ts'
import { notFound, page, refused, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import { bylines } from '../../platform/identity/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { cardsOf, downstream, upstream } from '../../platform/thread/index.ts'
import { readableRecommendations } from '../draft/index.ts'
import { adoptedMandate } from '../mandate/index.ts'
import { framings, problemBySlug, problemCrumbs, type Problem } from '../problem/index.ts'
import { repeatedReasons } from './clock.ts'
import { hashOf } from './commands.ts'
import { directionsOf, type Direction } from './directions.ts'
import { decisionWords } from './messages/words.ts'
import { AnsweringPage } from './pages/answering-page.tsx'
import { PackagePage } from './pages/package-page.tsx'
import type { PackagePageProps } from './pages/package-props.ts'
import { RecommendationPage } from './pages/recommendation-page.tsx'
import { SnapshotPage } from './pages/snapshot-page.tsx'
import { VotingPage } from './pages/voting-page.tsx'
import * as rules from './rules.ts'
import { agreementWords } from './snapshot.ts'
import { toVoteOn, type Vote } from './standing.ts'
import * as answerStore from './answer-store.ts'
import * as store from './store.ts'
import { votesOf } from './voting.ts'
import { confirmVote, mayDraftVoteHere } from './voting-rules.ts'

/** Loads what a page needs and puts it on the page: the reading half of the routes. */

type AtProblem = Visit & { readonly params: { readonly problem: string } }
type AtItem = AtProblem & { readonly params: { readonly problem: string; readonly number: string } }

const fieldsOfRefusals: Readonly<Record<string, string>> = {
  'reason-needed': 'reason',
  'amended-text-needed': 'amendedText',
  'amended-text-same': 'amendedText',
  'refer-to-whom': 'referTo',
  'refer-by-when': 'referBy',
  'park-until-when': 'parkUntil',
  'dates-in-wrong-order': 'returnOn',
  'answered-after-vote': 'decidedOn',
  'answers-changed': 'about',
  'answer-first': 'about',
  'no-such-item': 'about',
  'say-something': 'questions',
}

/** The field a refusal is about; '' where it is about the act as a whole. */
export function fieldOf(refusal: string): string {
  return fieldsOfRefusals[refusal] ?? ''
}

export async function packagePage(visit: AtProblem, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [pack, directions, mandate] = await Promise.all([
    store.packageOf(visit.read, problem.id),
    directionsOf(visit.read, problem.id),
    adoptedMandate(visit.read, problem.id),
  ])
  const items = pack ? await answerStore.itemsOf(visit.read, [pack.id]) : []
  const [notes, votes, people, authors, bodyName] = await Promise.all([
    pack ? store.staffNotes(visit.read, pack.id) : [],
    pack ? votesOf(visit.read, pack) : [],
    politiciansById(visit.read, peopleIn(items, directions)),
    bylines(
      visit.read,
      directions.map((direction) => direction.sentBy),
    ),
    bodyNames(visit),
  ])
  const noteAuthors = await bylines(
    visit.read,
    notes.map((note) => note.by),
  )
  const may = mayOn(visit.actor, { problem, pack, directions, mandate, votes })
  const say = decisionWords.say(visit.lang)
  const found = {
    problem,
    pack,
    items,
    notes,
    votes,
    people,
    directions,
    bodyName,
    authors: new Map([...authors, ...noteAuthors]),
  }
  const repeated = repeatedReasons(items.map(({ number, answer }) => ({ number, reason: answer?.reason ?? '' })))
  return page({
    title: `${say('page.title')}: ${problem.question}`,
    crumbs: crumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <PackagePage
        reader={visit}
        now={visit.now}
        typed={visit.form.typed}
        may={may}
        handing={may.handOver ? await handingOver(visit, { problem, mandate, bodyName }) : nothingToHandOver}
        {...{ say, errors, repeated, ...found }}
      />
    ),
  })
}

const nothingToHandOver: PackagePageProps['handing'] = { recommendations: [], body: '', dueAt: null }

type Handing = Pick<PackagePageProps, 'problem' | 'bodyName'> & { readonly mandate: rules.MandateState | undefined }

/** What would go over if the chair pressed now, and by when the body would have to answer. */
async function handingOver(
  visit: Visit,
  { problem, mandate, bodyName }: Handing,
): Promise<PackagePageProps['handing']> {
  const say = decisionWords.say(visit.lang)
  const recommendations = await readableRecommendations(visit.read, problem.id)
  return {
    recommendations: recommendations.map(({ number, title, agreement }) => ({
      number,
      title,
      agreement: agreement ? agreementWords(agreement, say) : say('hand-over.open'),
    })),
    body: bodyName(mandate?.recipientBody ?? null),
    dueAt: mandate?.answerRule ? deadlineAfter(visit.now, mandate.answerRule, visit.jurisdiction) : null,
  }
}

type MayState = {
  readonly problem: Problem
  readonly pack: store.Package | undefined
  readonly directions: readonly Direction[]
  readonly mandate: rules.MandateState | undefined
  readonly votes: readonly Vote[]
}

function mayOn(actor: Actor, { problem, pack, directions, mandate, votes }: MayState): PackagePageProps['may'] {
  const at = { id: problem.id, mandate, isHandedOver: pack !== undefined }
  const dates = { meetingOn: Temporal.PlainDate.from('2000-01-01'), returnOn: Temporal.PlainDate.from('2000-01-02') }
  const isOpen = pack !== undefined && pack.source === null
  const confirmable = votes.filter(
    (vote) => isOpen && confirmVote({ ...vote, isConfirmed: vote.confirmedAt !== null, isOpen }, actor).ok,
  )
  const canReply = directions.filter((direction) => {
    const state = { body: direction.body, repliedBy: direction.replies.map((reply) => reply.person) }
    return !pack && rules.replyToDirection(state, actor, { questions: 'asked', limits: '' }).ok
  })
  return {
    send: rules.sendDirection(at, actor).ok,
    reply: new Set(canReply.map((direction) => direction.number)),
    handOver: rules.handOver({ ...at, recommendations: 1 }, actor).ok,
    setDates: pack !== undefined && pack.source === null && rules.setDates(pack, actor, dates).ok,
    writeNote: pack !== undefined && pack.source === null && rules.writeStaffNote(pack, actor).ok,
    draftVote: pack !== undefined && pack.source === null && mayDraftVoteHere(pack, actor),
    confirm: new Set(confirmable.map((vote) => vote.id)),
    chair: isOpen && pack.body !== null && !isStaff(actor) && holdsIn(actor, pack.body, 'body-chair'),
  }
}

function peopleIn(items: readonly answerStore.Item[], directions: readonly Direction[]): readonly Id<'person'>[] {
  return [
    ...items.flatMap((item) => item.answer?.person ?? []),
    ...directions.flatMap((direction) => direction.replies.map((reply) => reply.person)),
  ]
}

async function bodyNames(visit: Visit): Promise<PackagePageProps['bodyName']> {
  const names = new Map((await bodies(visit.read)).map((body) => [body.id, body.name]))
  return (id) => (id && names.get(id)) ?? visit.common('unknown')
}

function crumbs(visit: Visit, problem: Problem) {
  return [
    ...problemCrumbs(visit, problem),
    { text: decisionWords.say(visit.lang)('page.title'), href: visit.to('decision.page', { problem: problem.slug }) },
  ]
}

type Found = { readonly problem: Problem; readonly pack: store.Package; readonly items: readonly answerStore.Item[] }

async function find(visit: AtProblem): Promise<Found | undefined> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  const pack = problem && (await store.packageOf(visit.read, problem.id))
  return pack && { problem, pack, items: await answerStore.itemsOf(visit.read, [pack.id]) }
}

// What a recommendation can have come from; votes and links between them are not contributions.
const contributionKinds: ReadonlySet<string> = new Set(['idea', 'statement', 'question', 'note', 'framing'])

/** The question the case was raised with is nobody's contribution to it. */
function contributionsIn(up: Awaited<ReturnType<typeof upstream>>, raised: Id | undefined): number {
  const ids = up.flatMap(({ to }) => (contributionKinds.has(to.kind) && to.id !== raised ? [to.id] : []))
  return new Set(ids).size
}

export async function recommendationPage(visit: AtItem): Promise<Reply> {
  const found = await find(visit)
  const item = found?.items.find((one) => one.number === Number(visit.params.number))
  if (!found || !item) return notFound()
  const { problem, pack, items } = found
  const say = decisionWords.say(visit.lang)
  const answerId = item.answer?.id
  const [recommendations, up, down, versions, votes, [raised]] = await Promise.all([
    readableRecommendations(visit.read, problem.id),
    upstream(visit.read, { kind: 'recommendation', id: item.recommendation }),
    answerId ? downstream(visit.read, { kind: 'answer', id: answerId }) : [],
    answerId ? answerStore.versionsOf(visit.read, answerId) : [],
    votesOf(visit.read, pack),
    framings(visit.read, problem.id),
  ])
  const [people, cards, hidden] = await Promise.all([
    politiciansById(
      visit.read,
      versions.flatMap((version) => version.person ?? []),
    ),
    cardsOf(
      visit.read,
      down.map((strand) => strand.from),
    ),
    hiddenAmong(
      visit.read,
      down.map((strand) => strand.from.id),
    ),
  ])
  const recommendation = recommendations.find((one) => one.id === item.recommendation)
  const repeated = repeatedReasons(items.map(({ number, answer }) => ({ number, reason: answer?.reason ?? '' })))
  return page({
    title: say('item.title', { number: item.number, title: item.title }),
    crumbs: [
      ...crumbs(visit, problem),
      { text: say('crumb.item', { number: item.number }), href: visit.to('decision.recommendation', visit.params) },
    ],
    body: (
      <RecommendationPage
        reader={visit}
        now={visit.now}
        {...{ say, problem, pack, item, items, recommendation, versions, people }}
        votes={votes.filter((vote) => vote.put.some(({ answer }) => answer === answerId) || isToldOf(vote, item, pack))}
        agreement={recommendation?.agreement ? agreementWords(recommendation.agreement, say) : say('agreement.unknown')}
        contributions={contributionsIn(up, raised?.id)}
        after={[...cards.values()].filter((card) => card.visibility === 'public' && !hidden.has(card.thing.id))}
        placeHref={visit.to('home')}
        repeated={repeated.get(item.number) ?? []}
        mayAnswer={
          pack.source === null &&
          rules.mayAnswerHere({ pack, current: item.answer?.kind, cover: item.answer?.cover ?? 'none' }, visit.actor).ok
        }
      />
    ),
  })
}

/** A told vote names no versions: it is on the answer or on the whole. */
function isToldOf({ source, about }: Vote, { answer }: answerStore.Item, pack: store.Package): boolean {
  return source !== null && (about.id === answer?.id || about.id === pack.id)
}

export async function answeringPage(visit: AtItem, errors: readonly FieldError[] = []): Promise<Reply> {
  const found = await find(visit)
  const item = found?.items.find((one) => one.number === Number(visit.params.number))
  if (!found || !item) return notFound()
  const say = decisionWords.say(visit.lang)
  const state = { pack: found.pack, current: item.answer?.kind, cover: item.answer?.cover ?? 'none' }
  const may = rules.mayAnswerHere(state, visit.actor)
  if (errors.length === 0 && !may.ok) return refused(say(`refused.${may.refusal}`), 403)
  const due = found.pack.dueAt ? say('answering.due', { deadline: visit.time.deadline(found.pack.dueAt) }) : ''
  const action = visit.to('decision.answer', visit.params)
  const recommendation = (await readableRecommendations(visit.read, found.problem.id)).find(
    ({ id }) => id === item.recommendation,
  )
  const agreed = recommendation?.agreement
  const about = {
    language: found.problem.language,
    recommendation,
    agreement: agreed ? agreementWords(agreed, say) : say('agreement.unknown'),
  }
  return page({
    title: say('answering.title', { number: item.number }),
    crumbs: crumbs(visit, found.problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <AnsweringPage
        reader={visit}
        typed={visit.form.typed}
        errors={errors}
        {...{ say, item, action, due, ...about }}
      />
    ),
  })
}

/** `isRenewed`: an answer changed while she wrote; what she has before her now is what she records next. */
export async function votingPage(
  visit: AtProblem,
  errors: readonly FieldError[] = [],
  isRenewed = false,
): Promise<Reply> {
  const found = await find(visit)
  if (!found) return notFound()
  const say = decisionWords.say(visit.lang)
  const body = (await bodyNames(visit))(found.pack.body)
  const open = toVoteOn(found.items, found.pack)
  const current = open.map(({ number, answer }) => `${number}:${answer.version}`).join(' ')
  return page({
    title: say('voting.title', { body }),
    crumbs: crumbs(visit, found.problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <VotingPage
        reader={visit}
        typed={visit.form.typed}
        items={open}
        hasWhole={!found.pack.isClosed && open.length === found.items.length}
        seen={(isRenewed ? undefined : visit.form.typed['seen']?.[0]) ?? current}
        action={visit.to('decision.record-vote', { problem: found.problem.slug })}
        {...{ say, errors, body }}
      />
    ),
  })
}

export async function snapshotPage(visit: AtProblem): Promise<Reply> {
  const found = await find(visit)
  const snapshot = found && (await store.snapshotOf(visit.read, found.pack.id))
  if (!found || !snapshot) return notFound()
  const say = decisionWords.say(visit.lang)
  return page({
    title: say('frozen.title'),
    crumbs: crumbs(visit, found.problem),
    body: <SnapshotPage reader={visit} say={say} snapshot={snapshot} hash={hashOf(snapshot)} />,
  })
}
