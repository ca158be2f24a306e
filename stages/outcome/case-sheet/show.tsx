import { politiciansById } from '../../../platform/directory/index.ts'
import { file, notFound, page, route, type Reply, type Route, type Visit } from '../../../platform/http/index.ts'
import { anyone } from '@folkmoot/basics/actor.ts'
import { arenaJourneyPart } from '../../arena/index.ts'
import { answersOf, decisionJourneyPart } from '../../decision/index.ts'
import { commitmentsOf, deliveryJourneyPart, pledgesOf } from '../../delivery/index.ts'
import { draftJourneyPart } from '../../draft/index.ts'
import { inquiryJourneyPart } from '../../inquiry/index.ts'
import { adoptedMandate, mandateJourneyPart, promiseStrip } from '../../mandate/index.ts'
import { meetingJourneyPart } from '../../meeting/index.ts'
import { opinionJourneyPart } from '../../opinion/index.ts'
import { problemBySlug, type Problem } from '../../problem/index.ts'
import { accountsOf } from '../account/store.ts'
import { outcomeCrumbs } from '../crumbs.ts'
import { computedOf } from '../legitimacies/store.ts'
import { indicatorsOf } from '../store.ts'
import { roundsOf } from '../surveys/store.ts'
import { sheetData } from './data.ts'
import { caseSheetWords } from './messages/words.ts'
import { CaseSheetPage } from './pages/case-sheet-page.tsx'
import type { SheetParts } from './pages/case-sheet-props.ts'

type AtProblem = Visit & { readonly params: { readonly problem: string } }

/** One page of everything: from the problem to what came of it, to be printed and taken along. */
export const caseSheetRoutes: readonly Route[] = [
  route('outcome.sheet', { allowed: anyone, records: 'nothing' }, (visit) => sheet(visit)),
  route('outcome.sheet-data', { allowed: anyone, records: 'nothing' }, (visit) => data(visit)),
]

async function sheet(visit: AtProblem): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const say = caseSheetWords.say(visit.lang)
  return page({
    title: `${say('title')}: ${problem.question}`,
    crumbs: [
      ...outcomeCrumbs(visit, problem),
      { text: say('title'), href: visit.to('outcome.sheet', { problem: problem.slug }) },
    ],
    isWide: true,
    body: (
      <CaseSheetPage
        reader={visit}
        now={visit.now}
        {...{ say, problem }}
        {...await sheetOf(visit, problem)}
        promise={(await promiseStrip(visit, problem))?.sentence ?? ''}
        parts={await partsOf(visit, problem)}
      />
    ),
  })
}

/** The same as data: what the page says in numbers and words, for whoever compares cases or keeps them. */
async function data(visit: AtProblem): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const mandate = await adoptedMandate(visit.read, problem.id)
  const body = sheetData(visit, { ...(await sheetOf(visit, problem)), problem, mandate })
  return file({ mediaType: 'application/json; charset=utf-8', body: JSON.stringify(body, null, 1) })
}

/** Everything the sheet is made of. */
async function sheetOf({ read }: Pick<Visit, 'read'>, problem: Problem) {
  const [items, commitments, pledges, indicators, accounts, rounds, computed] = await Promise.all([
    answersOf(read, problem.id),
    commitmentsOf(read, problem.id),
    pledgesOf(read, problem.id),
    indicatorsOf(read, problem.id),
    accountsOf(read, problem.id),
    roundsOf(read, problem.id),
    computedOf(read, problem.id),
  ])
  // The account that counts: signed, or told from a source.
  const account = accounts.find(({ signedAt, source }) => signedAt !== null || source !== null)
  const named = [
    ...items.map(({ answer }) => answer?.person),
    ...commitments.map(({ owner }) => owner),
    account?.signedPerson,
  ].flatMap((person) => person ?? [])
  const people = await politiciansById(read, named)
  return { items, commitments, pledges, indicators, account, rounds, computed: computed[0], people }
}

/** What each stage says of the case in its own words. */
async function partsOf(visit: Visit, problem: Problem): Promise<SheetParts> {
  const [mandate, people, answer, delivery, ...work] = await Promise.all([
    mandateJourneyPart(visit, problem),
    arenaJourneyPart(visit, problem),
    decisionJourneyPart(visit, problem),
    deliveryJourneyPart(visit, problem),
    meetingJourneyPart(visit, problem),
    inquiryJourneyPart(visit, problem),
    opinionJourneyPart(visit, problem),
    draftJourneyPart(visit, problem),
  ])
  return { mandate, people, answer, delivery, work }
}
