import type { Id } from '@folkmoot/basics/ids.ts'
import { leastInGroup } from '@folkmoot/tally/suppress.ts'
import {
  notFound,
  page,
  refused,
  type FieldError,
  type PageReply,
  type Reply,
  type Visit,
} from '../../platform/http/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { bylines } from '../../platform/identity/index.ts'
import { Said } from '../../ui/index.ts'
import { repliesPart } from '../inquiry/index.ts'
import { problemCrumbs, type Problem } from '../problem/index.ts'
import { becameOf } from './became.ts'
import { crumbsOf } from './crumbs.ts'
import { repliesIn } from './hearing.ts'
import { provedIn } from './levels/store.ts'
import { inFives } from './map/tenths.ts'
import { opinionWords, type OpinionKey } from './messages/words.ts'
import { HearingPage } from './pages/hearing-page.tsx'
import { MinePage } from './pages/mine-page.tsx'
import { ResultsPage } from './pages/results-page.tsx'
import { StatementPage } from './pages/statement-page.tsx'
import { positionsPart } from './positions/part.tsx'
import { resultIn, resultsIn } from './results.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { statementViewOf, viewOf, type View } from './view.ts'
import { dueAfter } from './waiting/rules.ts'
import { sentBy } from './waiting/store.ts'

/** Loads what a page needs and puts it on the page: the reading half of the routes. */

export type RefusalCode = OpinionKey extends infer Key ? (Key extends `refused.${infer Code}` ? Code : never) : never

export function refusedWith(visit: Visit, code: RefusalCode): Reply {
  const isAboutRights = [
    'staff-never-opens',
    'not-yours-to-lead',
    'not-invited',
    'not-a-moderator',
    'not-yours-to-prepare',
  ].includes(code)
  return refused(opinionWords.say(visit.lang)(`refused.${code}`), isAboutRights ? 403 : 409)
}

/** 0 when it is no number: no statement has it. */
export function numberOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
}

export async function statementPage(
  visit: Visit<'opinion.statement'> | Visit<'opinion.take-position'>,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const view = await statementViewOf(visit, numberOf(visit.params.number))
  if (!view) return notFound()
  const { problem, consultation, statement, hidden, mine, isOpen, voted, before, after } = view
  if (consultation.isHearing) return hearingPage(visit, view, { hearing: consultation, matters: [statement] })
  const say = opinionWords.say(visit.lang)
  const own = mine.get(statement.id)
  const isNamed = own !== undefined || consultation.closedAt !== null
  const shows = rules.showsResults(consultation, { voted })
  const [positions, replies, authors, became, result] = await Promise.all([
    positionsPart(visit, view, { statement, errors }),
    // Before she has voted, nobody's name stands beside a statement: a politician's neither.
    isNamed ? repliesPart(visit, problem, { kind: 'statement', id: statement.id }) : null,
    isNamed ? bylines(visit.read, [statement.writtenBy]) : new Map<Id<'account'>, never>(),
    becameOf(visit, { kind: 'statement', id: statement.id }),
    shows === 'yes' ? resultIn(visit.read, statement) : undefined,
  ])
  const stone = hidden.get(statement.id)
  return page({
    title: stone ? say('statement.title', { number: statement.number }) : statement.text,
    crumbs: crumbsOf(visit, view.problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <StatementPage
        reader={visit}
        {...{ say, consultation, statement, stone, became, positions, replies, errors, result, before, after }}
        slug={problem.slug}
        question={<Said lang={problem.language}>{problem.question}</Said>}
        author={statement.writtenBy ? authors.get(statement.writtenBy) : undefined}
        mine={own}
        mayVote={isOpen && rules.isInvited(visit.actor) && !stone}
      />
    ),
  })
}

type Heard = { readonly hearing: store.Consultation; readonly matters: readonly store.Statement[] }

/** All addresses of a consultation show a hearing as what it was. */
export async function hearingPage(
  visit: Visit,
  { problem, hidden }: View,
  { hearing, matters }: Heard,
): Promise<Reply> {
  const say = opinionWords.say(visit.lang)
  const readable = matters.filter(({ id }) => !hidden.has(id))
  const [one] = readable.length === 1 ? readable : []
  const [replies, became] = await Promise.all([
    repliesIn(visit.read, hearing.id),
    one ? becameOf(visit, { kind: 'statement', id: one.id }) : [],
  ])
  return page({
    title: say('hearing.page-title', { question: problem.question }),
    crumbs: problemCrumbs(visit, problem),
    body: (
      <HearingPage
        reader={visit}
        {...{ say, hearing, replies, became }}
        slug={problem.slug}
        question={<Said lang={problem.language}>{problem.question}</Said>}
        matters={readable}
      />
    ),
  })
}

export async function minePage(visit: Visit<'opinion.mine'>): Promise<Reply> {
  const view = await viewOf(visit)
  if (!view?.consultation) return notFound()
  const say = opinionWords.say(visit.lang)
  const { problem, consultation, statements, hidden, mine, isOpen } = view
  const { account } = visit.actor
  const sent = account ? await sentBy(visit.read, consultation.id, account) : []
  const stones = await hiddenAmong(
    visit.read,
    sent.map(({ id }) => id),
  )
  const votes = statements.flatMap((statement) => {
    const choice = mine.get(statement.id)
    return choice ? [{ statement, choice, isHidden: hidden.has(statement.id) }] : []
  })
  return page({
    title: say('mine.title'),
    crumbs: crumbsOf(visit, view.problem),
    body: (
      <MinePage
        reader={visit}
        {...{ say, votes }}
        sent={sent.map((one) => ({
          ...one,
          due: dueAfter(one.writtenAt, one.closesAt, visit.jurisdiction),
          stone: stones.get(one.id),
        }))}
        slug={problem.slug}
        question={<Said lang={problem.language}>{problem.question}</Said>}
        closesAt={isOpen ? consultation.closesAt : null}
      />
    ),
  })
}

export async function resultsPage(visit: Visit<'opinion.results'>): Promise<Reply> {
  const view = await viewOf(visit)
  if (!view?.consultation) return notFound()
  const say = opinionWords.say(visit.lang)
  const { problem, consultation, hidden, mine } = view
  if (consultation.isHearing) return hearingPage(visit, view, { hearing: consultation, matters: view.statements })
  const shows = rules.showsResults(consultation, { voted: mine.size })
  const [results, voters, proved] = await Promise.all([
    shows === 'yes' ? resultsIn(visit.read, consultation.id) : [],
    store.voterCount(visit.read, consultation.id),
    consultation.closedAt === null ? undefined : provedIn(visit.read, consultation.id),
  ])
  return page({
    title: say('results.title'),
    crumbs: crumbsOf(visit, view.problem),
    isWide: true,
    body: (
      <ResultsPage
        reader={visit}
        {...{ say, consultation, shows }}
        slug={problem.slug}
        question={<Said lang={problem.language}>{problem.question}</Said>}
        voted={mine.size}
        voters={shownVoters(voters, consultation)}
        proved={proved}
        results={results.filter(({ statement }) => !hidden.has(statement.id))}
      />
    ),
  })
}

/** While people vote, in steps of five: who watches the number must not see one person come. */
function shownVoters(voters: number, { closedAt }: store.Consultation): number | null {
  if (voters < leastInGroup) return null
  return closedAt === null ? inFives(voters) : voters
}

export type FormPage = {
  readonly problem: Problem
  readonly title: string
  /** What is to be put right; what was typed is kept by the page. */
  readonly errors: readonly FieldError[]
  readonly body: PageReply['body']
}

/** A page with a form about the statements of a case. */
export function formPage(visit: Visit, { problem, title, errors, body }: FormPage): Reply {
  return page({ title, crumbs: crumbsOf(visit, problem), status: errors.length > 0 ? 422 : 200, body })
}
