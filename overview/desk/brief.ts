import type { Id } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../platform/http/index.ts'
import { hiddenAmong, hiddenWords } from '../../platform/moderation/index.ts'
import { unreadAbout } from '../../platform/notices/index.ts'
import { answersOf, decisionWaitingFor, isAnswered } from '../../stages/decision/index.ts'
import { recommendationsOf } from '../../stages/draft/index.ts'
import { questionsTo, type Question } from '../../stages/inquiry/index.ts'
import { talliesOf, type StatementResult } from '../../stages/opinion/index.ts'
import type { Problem } from '../../stages/problem/index.ts'
import type { IconName } from '../../ui/index.ts'
import { byClock } from '../by-clock.ts'
import { noticeLine } from '../notice-line.ts'
import { fewestCutOff, promisedBy, type PromiseLine } from '../people/promises.ts'
import { deskWords } from './messages/words.ts'

export type BriefPoint = { readonly icon: IconName; readonly term: string; readonly text: string }

export type BriefLine = { readonly text: string; readonly href: string; readonly day: string }

/** What she has to know of a case before a meeting of it, each part short enough to be read in twenty seconds. */
export type Brief = {
  /** What she was told of this case and has not read, the newest first. */
  readonly fresh: readonly BriefLine[]
  /** Of these, how many are not listed. */
  readonly more: number
  readonly agree: readonly string[]
  readonly differ: readonly string[]
  /** Questions to her that wait, the first due first. */
  readonly asked: readonly BriefLine[]
  /** What else waits for her word once it is handed over: questions for the meeting with the body, recommendations. */
  readonly owed: readonly BriefLine[]
  readonly recommendations: number
  readonly handedOver: { readonly answered: number; readonly count: number } | null
  /** Hers, in this case. */
  readonly promises: readonly PromiseLine[]
}

const most = { fresh: 6, statements: 2, asked: 5, owed: 5 } as const

/** `promised`: what she promised anywhere, where the page has asked it already. */
export async function briefOf(
  visit: Visit,
  problem: Problem,
  promised: Promise<readonly PromiseLine[]> | null = null,
): Promise<Brief> {
  const { actor, read } = visit
  const [unread, tallies, questions, recommendations, answers, promises] = await Promise.all([
    actor.account ? unreadAbout(read, actor.account, { problem: problem.slug, limit: most.fresh }) : nothingUnread,
    talliesOf(read, problem.id),
    actor.person ? questionsTo(read, actor.person) : [],
    recommendationsOf(read, problem.id),
    answersOf(read, problem.id),
    promisedHere(visit, problem, promised),
  ])
  const told = tallies.filter(({ share }) => share !== null)
  const agree = told.toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0)).slice(0, most.statements)
  const differ = told.filter((one) => !agree.includes(one)).toSorted((a, b) => far(a) - far(b))
  const say = deskWords.say(visit.lang)
  const words = ({ statement, share }: StatementResult): string =>
    say('brief.share', { text: statement.text, share: share ?? 0 })
  return {
    fresh: unread.newest.map((notice) => noticeLine(visit, notice)),
    more: unread.count - unread.newest.length,
    agree: agree.map(words),
    differ: differ.slice(0, most.statements).map(words),
    asked: await askedIn(visit, problem, questions),
    // Before the hand-over no answer is owed; reading what is costs a look at all that is open.
    owed: answers.length === 0 ? [] : (await owedIn(visit, problem)).slice(0, most.owed),
    recommendations: recommendations.length,
    handedOver:
      answers.length === 0
        ? null
        : { answered: answers.filter(({ answer }) => isAnswered(answer?.kind)).length, count: answers.length },
    promises: promises.filter((one) => one.problem === problem.id && one.standing === 'open'),
  }
}

const nothingUnread = { newest: [], count: 0 }

/** What she promised here: asked for by the case where what is known of her promises may have been cut off before it. */
async function promisedHere(
  visit: Visit,
  problem: Problem,
  promised: Promise<readonly PromiseLine[]> | null,
): Promise<readonly PromiseLine[]> {
  const { person } = visit.actor
  if (person === null) return []
  const known = promised && (await promised)
  return known && known.length < fewestCutOff ? known : promisedBy(visit, person, problem.id)
}

/** How far from one half: there people differ most. */
function far({ share }: StatementResult): number {
  return Math.abs((share ?? 0) - 0.5)
}

async function askedIn(visit: Visit, problem: Problem, questions: readonly Question[]): Promise<readonly BriefLine[]> {
  const waiting = questions
    .filter((one) => one.problem === problem.id && !one.hasReply && one.source === null)
    .slice(0, most.asked)
  const hidden = await hiddenAmong(
    visit.read,
    waiting.map(({ id }): Id => id),
  )
  return waiting.map(({ id, number, question, dueAt }) => ({
    text: hidden.has(id) ? hiddenWords : question,
    href: visit.to('inquiry.question', { problem: problem.slug, number }),
    day: dueAt ? visit.time.left(dueAt) : '',
  }))
}

/** What the answer to the group waits for from her, the first due first. */
async function owedIn(visit: Visit, { id, slug }: Problem): Promise<readonly BriefLine[]> {
  const here = visit.to('decision.page', { problem: slug })
  const { first } = await decisionWaitingFor(visit, { most: most.owed, problem: id })
  const waiting = first.filter(({ act }) => isAt(act.href, here))
  return byClock(waiting).map(({ due, title, detail, act }) => ({
    text: detail === '' ? title : deskWords.say(visit.lang)('brief.owed', { title, detail }),
    href: act.href,
    day: due ? visit.time.left(due) : '',
  }))
}

/** A page of the answer or of something in it; another case may have a name that begins alike. */
function isAt(href: string, page: string): boolean {
  return href === page || href.startsWith(`${page}/`)
}

/** The brief in one glance, for the desk; the page of it has the rest. */
export function briefPoints(visit: Visit, brief: Brief): readonly BriefPoint[] {
  const say = deskWords.say(visit.lang)
  const { fresh, more, agree, differ, asked, owed, recommendations } = brief
  return [
    { icon: 'bell', term: say('brief.new'), text: say('brief.new-text', { count: fresh.length + more }) },
    ...(agree.length === 0 ? [{ icon: 'agree' as const, term: say('brief.votes'), text: say('brief.none') }] : []),
    ...agree.slice(0, 1).map((text) => ({ icon: 'agree' as const, term: say('brief.agree'), text })),
    ...differ.slice(0, 1).map((text) => ({ icon: 'thread' as const, term: say('brief.differ'), text })),
    {
      icon: 'talk',
      term: say('brief.ask'),
      text: asked[0] ? `“${asked[0].text}”` : (owed[0]?.text ?? say('brief.ask-none')),
    },
    { icon: 'document', term: say('brief.text'), text: say('brief.text-count', { count: recommendations }) },
  ]
}
