import { holdsIn, isStaff, type Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { deadlineAfter, endOfDay } from '@folkmoot/basics/working-days.ts'
import { politiciansById, todayIn } from '../../platform/directory/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import { bylines } from '../../platform/identity/index.ts'
import { readableRecommendations, unsavedWords } from '../draft/index.ts'
import { adoptedMandate, type Mandate } from '../mandate/index.ts'
import { problemBySlug, type Problem } from '../problem/index.ts'
import * as answerStore from './answers/store.ts'
import { standingsIn } from './answers/standing.ts'
import { backIn } from './referrals/store.ts'
import { directionsOf, type Direction } from './checks/store.ts'
import { groupsIn } from './checks/groups.ts'
import { answerReply, replyToDirection, sendDirection } from './checks/rules.ts'
import { decisionWords } from './messages/words.ts'
import { minutesLinks } from './minutes/show.tsx'
import { PackagePage } from './pages/package-page.tsx'
import type { PackagePageProps } from './pages/package-props.ts'
import { questionsOf } from './questions/store.ts'
import { halfOf } from './reminders/rules.ts'
import { remindersOf } from './reminders/store.ts'
import { repeatedIn } from './answers/repeat-store.ts'
import { returnPart } from './returns/show.tsx'
import * as rules from './rules.ts'
import { bodyNames, crumbs, type AtProblem } from './show.tsx'
import { agreementWords } from './snapshot.ts'
import type { Vote } from './voting/standing.ts'
import * as store from './store.ts'
import { votesOf } from './voting/commands.ts'
import { confirmVote, mayDraftVoteHere } from './voting/rules.ts'

/** The page of all answers together: before the hand-over, while the body answers, and after. */

export async function packagePage(visit: AtProblem, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [pack, directions, mandate] = await Promise.all([
    store.packageOf(visit.read, problem.id),
    directionsOf(visit.read, problem.id),
    adoptedMandate(visit.read, problem.id),
  ])
  const items = pack ? await answerStore.itemsOf(visit.read, [pack.id]) : []
  const [notes, votes, people, authors, bodyName, reminders, groups, questions] = await Promise.all([
    pack ? store.staffNotes(visit.read, pack.id) : [],
    pack ? votesOf(visit.read, pack) : [],
    politiciansById(visit.read, peopleIn(items, directions)),
    bylines(
      visit.read,
      directions.flatMap(({ sentBy, replies }) => [sentBy, ...replies.flatMap(({ answer }) => answer?.by ?? [])]),
    ),
    bodyNames(visit),
    remindersOf(visit.read, [problem.id]),
    groupsFor(visit, directions),
    pack ? questionsOf(visit.read, pack.id) : [],
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
    reminders,
    groups,
    asked: { count: questions.length, open: questions.filter(({ reply }) => reply === null).length },
    check: pack || directions.length > 0 ? null : checkDue(visit, mandate),
    authors: new Map([...authors, ...noteAuthors]),
  }
  const repeated = pack ? await repeatedIn(visit.read, pack, items) : new Map()
  return page({
    title: `${say('page.title')}: ${problem.question}`,
    crumbs: crumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <PackagePage
        reader={visit}
        now={visit.now}
        today={todayIn(visit.jurisdiction, visit.now)}
        standings={pack ? await standingsIn(visit.read, problem.id) : []}
        back={await backIn(visit.read, problem.id)}
        typed={visit.form.typed}
        may={may}
        handing={may.handOver ? await handingOver(visit, { problem, mandate, bodyName }) : nothingToHandOver}
        minutes={await minutesLinks(visit, problem.slug, votes)}
        returned={pack ? await returnPart(visit, { slug: problem.slug, pack, items }) : null}
        {...{ say, errors, repeated, ...found }}
      />
    ),
  })
}

/** Until half of its timetable a mandate that names a parent body wants its group to have asked it. */
function checkDue({ jurisdiction }: Visit, mandate: Mandate | undefined): PackagePageProps['check'] {
  if (!mandate?.parentBody || !mandate.startsOn || !mandate.endsOn || mandate.source !== null) return null
  const half = halfOf(mandate.startsOn, mandate.endsOn)
  return { body: mandate.parentBody, by: endOfDay(half, jurisdiction.timeZone) }
}

/** The party groups of each body that was asked. */
async function groupsFor(
  { read, jurisdiction, now }: Visit,
  directions: readonly Direction[],
): Promise<PackagePageProps['groups']> {
  const today = todayIn(jurisdiction, now)
  const asked = [...new Set(directions.map(({ body }) => body))]
  return new Map(await Promise.all(asked.map(async (body) => [body, await groupsIn(read, body, today)] as const)))
}

const nothingToHandOver: PackagePageProps['handing'] = {
  recommendations: [],
  body: '',
  dueAt: null,
  hasUnsavedWords: false,
}

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
    hasUnsavedWords: !(await unsavedWords(visit.read, problem.id)).ok,
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
  const isOpen = pack !== undefined && pack.source === null
  const confirmable = votes.filter(
    (vote) => isOpen && confirmVote({ ...vote, isConfirmed: vote.confirmedAt !== null, isOpen }, actor).ok,
  )
  const canReply = directions.filter((direction) => {
    const state = { ...direction, repliedBy: direction.replies.map((reply) => reply.person), groupsReplied: [] }
    const words = { questions: 'asked', limits: '', isForGroup: false }
    return !pack && replyToDirection(state, { ...actor, group: null }, words).ok
  })
  return {
    send: sendDirection(at, actor).ok,
    reply: new Set(canReply.map((direction) => direction.number)),
    answerReplies: answerReply({ problem: problem.id, hasQuestions: true, isAnswered: false }, actor).ok,
    handOver: rules.handOver({ ...at, recommendations: 1 }, actor).ok,
    setDates: isOpen && !pack.isClosed && rules.maySetDatesHere(pack, actor),
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
